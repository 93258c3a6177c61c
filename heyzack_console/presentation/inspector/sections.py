"""What the inspector says about one device, section by section."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState, Stage
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.alerts.rows import condition_words, state_words
from heyzack_console.presentation.building.looks import main_reading
from heyzack_console.presentation.building.marks import Mark, alert_line, is_number, mark_of, marked
from heyzack_console.presentation.building.values import digits_of, main_point, number_text, value_text
from heyzack_console.presentation.inspector.controls import Control, control_of, point_name
from heyzack_console.presentation.inspector.orders import verb_of
from heyzack_console.presentation.inspector.verdicts import Verdict, verdicts
from heyzack_console.presentation.mirror import Mirror

NOTHING = "—"
_LONGEST_VALUE = 24


@dataclass(frozen=True, slots=True)
class AlertCard:
    """An alert of the device: *urgent* ones have a tinted ground."""

    alert: Alert
    mark: Mark
    title: str
    text: str
    tint: str
    edge: str


@dataclass(frozen=True, slots=True)
class Hero:
    """The value that stands for the device: figure, unit, and up to two lines beside it."""

    figure: str
    unit: str
    ink: str
    beside: tuple[str, ...]
    stale: bool


@dataclass(frozen=True, slots=True)
class PointLine:
    """One data point: *assumed* shows dots and an hourglass until the value comes back.

    *whole* is the full text of a value that is too long for its line, else empty.
    """

    code: str
    name: str
    value: str
    age: str
    ink: str = "ink"
    age_ink: str = "ink3"
    stale: bool = False
    assumed: bool = False
    note: str = ""
    control: Control | None = None
    reading: Reading | None = None
    verdict: Verdict | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class PathLine:
    """One path; *advice* is empty while all is well; *offers*: what can be done, ``key``, ``release``, ``resume``."""

    glyph: str
    title: str
    state: str
    detail: str
    ink: str
    advice: str = ""
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order with its result; one that waits can be taken back."""

    order: OrderId
    time: str
    text: str
    result: str
    ink: str
    tip: str = ""
    waits: bool = False


def alert_cards(device: Device, alerts: Iterable[Alert], now: datetime, zone: tzinfo) -> tuple[AlertCard, ...]:
    """The device's alerts, the worst first."""
    cards = []
    for alert in marked(alerts):
        mark = mark_of(alert)
        loud = mark.unacknowledged and mark.priority <= 2
        line = alert_line(device, alert)
        title = condition_words(alert) if alert.condition in line and line == alert.condition else line
        text = f"{state_words(alert, now, zone)} · since {_clock(alert.since, now, zone)}"
        edge = f"p{mark.priority}" if loud else "line"
        cards.append(AlertCard(alert, mark, title, text, f"p{mark.priority}_tint" if loud else "raised", edge))
    return tuple(cards)


def hero(device: Device, mirror: Mirror, now: datetime) -> Hero | None:
    """The main value in large; None before the first one."""
    readings = mirror.readings.get(device.id, {})
    shown = main_reading(device, readings)
    spec = main_point(device)
    if shown is None or spec is None or shown.value is None:
        return None
    digits = digits_of(spec)
    number = isinstance(shown.value, int | float) and not isinstance(shown.value, bool)
    figure = number_text(float(shown.value), digits) if number else value_text(device.category, spec, shown.value, "")
    stale = _old(shown, mirror, device)
    alert = next((a for a in marked(mirror.alerts_of(device.id)) if a.code == shown.code and a.active), None)
    ink = f"p{alert.priority:d}_text" if alert is not None and not stale else "ink3" if stale else "ink"
    beside = []
    if alert is not None and alert.limit is not None and is_number(alert) and number:
        limit = number_text(alert.limit, digits)
        away = float(shown.value) - alert.limit
        side = "above" if away >= 0 else "below"
        beside.append(f"limit {limit} {shown.unit} · {number_text(abs(away), digits)} {side}")
    age = age_text(now - shown.at)
    beside.append(f"{point_name(spec)}, {age} old" if stale else f"{point_name(spec)}, {age} ago")
    return Hero(figure, shown.unit if number else "", ink, tuple(beside), stale)


def point_lines(device: Device, mirror: Mirror, now: datetime) -> tuple[PointLine, ...]:
    """Every data point, those of the product in its order and then whatever else was heard."""
    readings = mirror.readings.get(device.id, {})
    specs = {spec.code: spec for spec in device.points}
    lines = [_point(device, spec, readings.get(spec.code), mirror, now) for spec in device.points]
    for code, reading in sorted(readings.items()):
        if code not in specs:
            plain = PointSpec(0, code, PointKind.STRING, code.replace("_", " "))
            lines.append(_point(device, plain, reading, mirror, now))
    said = verdicts(device, mirror.orders.values(), now)
    return tuple(replace(line, verdict=said[line.code]) if line.code in said else line for line in lines)


def path_lines(device: Device, health: DeviceHealth | None, now: datetime) -> tuple[PathLine, ...]:
    """Each path with its state, and what to do about it."""
    if health is None or not health.paths:
        return (PathLine("no_data", "No path set up", "", "", "ink3", "Enter the device's address and local key."),)
    return tuple(_path(device, path, now) for path in health.paths)


def order_lines(device: Device, orders: Iterable[Order], zone: tzinfo, limit: int = 6) -> tuple[OrderLine, ...]:
    """The newest orders of the device, newest first."""
    own = sorted((o for o in orders if o.device == device.id), key=lambda o: o.made_at, reverse=True)
    return tuple(_order(device, order, zone) for order in own[:limit])


def order_words(device: Device, order: Order) -> str:
    """What the order asks for: "Set point 21.5 °C", "Close"."""
    return ", ".join(_asked(device, code, value) for code, value in order.values.items())


def _asked(device: Device, code: str, value: Value) -> str:
    spec = device.point(code)
    if spec is None:
        return f"{code} {value_text(device.category, None, value, '')}"
    return verb_of(device, spec, value) or f"{point_name(spec)} {value_text(device.category, spec, value, spec.unit)}"


def _point(device: Device, spec: PointSpec, reading: Reading | None, mirror: Mirror, now: datetime) -> PointLine:
    control = control_of(device, spec)
    name = point_name(spec)
    if reading is None or reading.value is None:
        return PointLine(spec.code, name, NOTHING, "", "ink3", control=control)
    stale = _old(reading, mirror, device)
    assumed = reading.quality is Quality.ASSUMED
    alarm = next((a for a in mirror.alerts_of(device.id) if a.code == spec.code and a.active), None)
    ink = "ink3" if stale else f"p{alarm.priority:d}_text" if alarm is not None else "ink"
    text = _bits(spec, reading) or value_text(device.category, spec, reading.value, reading.unit)
    short = text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1].rstrip()}…"
    return PointLine(
        code=spec.code,
        name=name,
        value=short,
        age=age_text(now - reading.at),
        ink=ink,
        age_ink="caution" if stale else "ink3",
        stale=stale,
        assumed=assumed,
        note=reading.note,
        control=control,
        reading=reading,
        whole=text if short != text else "",
    )


def _bits(spec: PointSpec, reading: Reading) -> str:
    """The labels of a bitmap's set bits; "none" where no bit is set."""
    if spec.kind is not PointKind.BITMAP or not isinstance(reading.value, int):
        return ""
    value = int(reading.value)
    names = [label for bit, label in enumerate(spec.labels) if value >> bit & 1]
    known = (1 << len(spec.labels)) - 1
    if value & ~known:
        names.append(f"bits {value & ~known:#x}")
    return ", ".join(name.replace("_", " ") for name in names) or "none"


def _old(reading: Reading, mirror: Mirror, device: Device) -> bool:
    health = mirror.health.get(device.id)
    lost = health is not None and health.lost
    return reading.quality is Quality.CACHED or lost or not mirror.connected


_STATE_WORDS = {
    PathState.CONNECTED: "connected",
    PathState.CONNECTING: "connecting",
    PathState.UNREACHABLE: "not reachable",
    PathState.ASLEEP: "asleep",
    PathState.RELEASED: "released",
    PathState.UNCONFIGURED: "not set up",
}
_PATH_WORDS = {
    Path.LAN: ("lan", "LAN"),
    Path.GATEWAY: ("via_gateway", "Through its gateway"),
    Path.CLOUD: ("cloud", "Cloud"),
}


def _path(device: Device, path: PathHealth, now: datetime) -> PathLine:
    glyph, title = _PATH_WORDS[path.path]
    if path.address:
        title = f"{title} {path.address}"
    lost = path.state is PathState.UNREACHABLE
    latency = f"{path.latency_ms:.0f} ms" if path.latency_ms is not None and not lost else age_text(now - path.since)
    version = f" · {path.version}" if path.version else ""
    words = _sentences(path.cause, path.advice) if path.state is not PathState.CONNECTED else ""
    return PathLine(
        glyph=glyph,
        title=title,
        state=_STATE_WORDS[path.state] + version,
        detail=latency,
        ink="caution" if lost else "ink2",
        advice=words,
        offers=_offers(device, path),
    )


def _sentences(*parts: str) -> str:
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)


def _offers(device: Device, path: PathHealth) -> tuple[str, ...]:
    if path.path is not Path.LAN or device.gateway is not None:
        return ()
    if path.state is PathState.RELEASED:
        return ("resume",)
    if path.stage in {Stage.KEY, Stage.NEGOTIATE} or (path.state is PathState.UNCONFIGURED and not path.sought):
        return ("key",)
    return ("release",) if path.state is PathState.CONNECTED else ()


_RESULTS = {
    OrderState.WAITING: ("waiting", "caution"),
    OrderState.SENT: ("sent, not confirmed yet", "ink2"),
    OrderState.CONFIRMED: ("confirmed", "ok"),
    OrderState.FAILED: ("failed", "caution"),
    OrderState.EXPIRED: ("expired unsent", "caution"),
    OrderState.CANCELLED: ("cancelled", "ink3"),
}


def _order(device: Device, order: Order, zone: tzinfo) -> OrderLine:
    result, ink = _RESULTS[order.state]
    made = order.made_at.astimezone(zone)
    text = f"{order_words(device, order)}, {order.by}" if order.by else order_words(device, order)
    waits = order.state is OrderState.WAITING
    return OrderLine(order.id, f"{made:%H:%M:%S}", text, result, ink, order.text, waits)


def _clock(at: datetime, now: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == now.astimezone(zone).date() else f"{local:%d %b %H:%M}"
