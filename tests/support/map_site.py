"""A mirror of Harbour House with made-up readings, health and alerts, for tests and pictures of the map."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.simulator.house.harbour_house import harbour_house

NOW = datetime(2026, 7, 23, 12, 32, 7, tzinfo=UTC)


def reading(device: DeviceId, code: str, value: Value, unit: str = "", **more: object) -> Reading:
    """A live reading of a second ago, unless *more* says otherwise."""
    facts: dict[str, object] = {"at": NOW - timedelta(seconds=1), "quality": Quality.LIVE} | more
    return Reading(device, code, value, unit, **facts)  # type: ignore[arg-type]


def health(device: DeviceId, state: PathState = PathState.CONNECTED) -> DeviceHealth:
    """The device with one LAN path in *state*."""
    return DeviceHealth(device, (PathHealth(Path.LAN, state, NOW - timedelta(hours=2)),))


def alert(
    device: DeviceId, priority: int, condition: str, state: AlertState = AlertState.UNACKNOWLEDGED, **more
) -> Alert:
    """An alert of five minutes ago."""
    facts = {"since": NOW - timedelta(minutes=5), "changed_at": NOW - timedelta(minutes=5)} | more
    return Alert(
        id=AlertId(f"{device}/{condition}"),
        device=device,
        rule=condition,
        state=state,
        priority=Priority(priority),
        condition=condition,
        annunciation=EventId("e1"),
        **facts,
    )


def likely_value(device: Device, point: PointSpec, dice: Random) -> tuple[Value, str]:
    """A value that such a data point could well have on a calm day."""
    if point.kind is PointKind.BOOLEAN:
        return dice.random() < 0.5, ""
    if point.kind is PointKind.NUMBER:
        if point.unit in {"℃", "°C"}:
            return round(dice.uniform(21.4, 23.6), 1), "°C"
        if point.unit == "ppm":
            return dice.randrange(520, 860, 10), "ppm"
        low, high = point.minimum or 0.0, point.maximum or 100.0
        return round(low + (high - low) * dice.uniform(0.3, 0.6), point.scale), point.unit
    if point.kind is PointKind.ENUM and point.options:
        calm = next((word for word in ("normal", "none", "closed") if word in point.options), point.options[0])
        return calm, ""
    return None, ""


def calm_mirror(devices: int = 150, seed: int = 1) -> Mirror:
    """Harbour House with everything reached and nothing wrong."""
    dice = Random(seed)
    mirror = Mirror(connected=True)
    book = harbour_house(devices, seed).book
    mirror.show_book(book)
    readings = []
    for device in book.devices:
        for point in device.points:
            value, unit = likely_value(device, point, dice)
            readings.append(reading(device.id, point.code, value, unit))
    mirror.apply(
        Batch(1, NOW, complete=True, readings=tuple(readings), health=tuple(health(d.id) for d in book.devices))
    )
    return mirror


def first_of(mirror: Mirror, category: Category, level: int = 3, number: int = 0) -> Device:
    """The *number*-th device of *category* on the floor of *level*."""
    assert mirror.book is not None
    floor = next(f.id for f in mirror.book.site.floors if f.level == level)
    found = [d for d in mirror.book.devices if d.category is category and d.place and d.place.floor == floor]
    return found[number]


def apply(
    mirror: Mirror,
    alerts: Iterable[Alert] = (),
    readings: Iterable[Reading] = (),
    healths: Iterable[DeviceHealth] = (),
) -> Touched:
    """Let *mirror* take in one batch and return what it touched."""
    return mirror.apply(Batch(2, NOW, alerts=tuple(alerts), readings=tuple(readings), health=tuple(healths)))


def busy_mirror(devices: int = 150) -> Mirror:
    """The same building on a bad day: water, heat, lost devices, and the rest of the states."""
    mirror = calm_mirror(devices)
    leak = first_of(mirror, Category.LEAK)
    heat = first_of(mirror, Category.TEMPERATURE)
    air = first_of(mirror, Category.AIR_QUALITY)
    fan = first_of(mirror, Category.FAN_COIL)
    code = next(p.code for p in heat.points if p.unit in ("°C", "℃"))
    co2 = next(p.code for p in air.points if p.unit == "ppm")
    old = {"at": NOW - timedelta(hours=2), "quality": Quality.CACHED}
    second = first_of(mirror, Category.TEMPERATURE, number=1)
    limit = {"code": code, "value": 31.4, "unit": "°C", "limit": 27.0}
    apply(
        mirror,
        alerts=[
            alert(leak.id, 1, "Water detected", code="watersensor_state", value="alarm"),
            alert(heat.id, 2, "Temperature high", **limit),
            alert(air.id, 3, "CO₂ high", AlertState.ACKNOWLEDGED, code=co2, value=1480, unit="ppm", limit=1200),
            alert(fan.id, 3, "Not reachable"),
            alert(first_of(mirror, Category.MOTION).id, 4, "Battery low", AlertState.ACKNOWLEDGED),
            alert(first_of(mirror, Category.SMOKE).id, 3, "Fault", AlertState.SUPPRESSED),
            alert(first_of(mirror, Category.LIGHT).id, 3, "Held open", AlertState.RETURNED),
            alert(first_of(mirror, Category.GATEWAY, 2).id, 2, "Offline", AlertState.ACKNOWLEDGED),
            alert(first_of(mirror, Category.BREAKER, 1).id, 3, "Load high", AlertState.UNACKNOWLEDGED),
            alert(first_of(mirror, Category.CONTACT, 0).id, 4, "Open too long"),
        ],
        readings=[
            reading(heat.id, code, 31.4, "°C"),
            reading(air.id, co2, 1480, "ppm"),
            *(reading(second.id, p.code, 22.9, p.unit, **old) for p in second.points),
        ],
        healths=[health(fan.id, PathState.UNREACHABLE)],
    )
    return mirror
