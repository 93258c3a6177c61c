"""What is written into a room: its name and, by layer, its values, its reachability, its devices or other words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import Device, ZoneId
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.sites import Point, Zone, ZoneKind
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.building.looks import DeviceLook, look_of, main_reading
from heyzack_console.presentation.building.marks import is_number, marked
from heyzack_console.presentation.building.shapes import Box, bounds, label_spot
from heyzack_console.presentation.building.values import CO2_CODES, TEMPERATURE_CODES, number_text, with_unit
from heyzack_console.presentation.map.facts import LayerFacts
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.quantities import CLIMATE
from heyzack_console.presentation.map.room_words import room_words
from heyzack_console.presentation.mirror import Mirror


@dataclass(frozen=True, slots=True)
class ZoneLabel:
    """One zone's words.

    *lines*: what may follow the name, the most important first. *alarm*: the priority in whose colour they are
    written, 0 for none. *caution*: they are written in the colour of what needs a look. *tint*: the priority in whose
    tint the room lies, 0 for none. *no_data*: its values are old, the room is hatched.
    """

    zone: ZoneId
    name: str
    number: str
    spot: Point
    box: Box
    kind: ZoneKind
    lines: tuple[str, ...] = ()
    alarm: int = 0
    caution: bool = False
    tint: int = 0
    no_data: bool = False

    def fit_name(self, widths: Sequence[float], room: float, number_from: float) -> int:
        """Return which of :attr:`names` is written in *room* pixels; -1 when none fits.

        Args:
            widths: the pixels that each of the names takes.
            number_from: the least room for a name with its number in front.
        """
        for choice, width in enumerate(widths):
            if choice == 0 and self.number and room < number_from:
                continue
            if width <= room:
                return choice
        return -1

    @property
    def names(self) -> tuple[str, ...]:
        """The name as it may be written, longest first: with number, alone, and its last word if that is a name."""
        full = f"{self.number}  {self.name}" if self.number else self.name
        last = self.name.rsplit(" ", 1)[-1]
        return (full, self.name, last) if last[:1].isupper() else (full, self.name)


def zone_label(
    zone: Zone,
    devices: Sequence[Device],
    mirror: Mirror,
    layer: Layer,
    now: datetime,
    facts: LayerFacts | None = None,
) -> ZoneLabel:
    """Return what is written into *zone*, which holds *devices*."""
    alerts = marked(alert for device in devices for alert in mirror.alerts_of(device.id))
    if layer in _SPOKEN_HERE:
        lines, alarm, caution, no_data = _words(devices, alerts, mirror, layer, now)
    else:
        written = room_words(devices, alerts, mirror, layer, facts or LayerFacts())
        lines, alarm, caution, no_data = written.lines, 0, written.caution, False
    return ZoneLabel(
        zone=zone.id,
        name=zone.name,
        number=zone.number,
        spot=label_spot(zone.outline),
        box=bounds(zone.outline),
        kind=zone.kind,
        lines=lines,
        alarm=alarm,
        caution=caution,
        tint=next((int(a.priority) for a in alerts if _tints(a)), 0),
        no_data=no_data,
    )


_SPOKEN_HERE = frozenset({Layer.HEALTH, Layer.VALUES, Layer.CATEGORY})


def silent_since(devices: Sequence[Device], mirror: Mirror) -> datetime | None:
    """Return the time of the newest value of a zone that hears nothing any more; None while it hears something.

    Sleepers do not count: their silence means nothing.
    """
    silent = []
    for device in devices:
        health = mirror.health.get(device.id)
        look = look_of(device, mirror.readings.get(device.id, {}), health, connected=True)
        if look in {DeviceLook.STALE, DeviceLook.NO_PATH}:
            silent.append(device)
        elif look is not DeviceLook.ASLEEP:
            return None
    times = [r.at for d in silent for r in mirror.readings.get(d.id, {}).values()]
    return max(times, default=None)


def climate(devices: Sequence[Device], mirror: Mirror) -> tuple[str, ...]:
    """Return the zone's temperature and CO₂, each the mean of what is live: "22.8 °C", "640 ppm"."""
    found = []
    for codes in (TEMPERATURE_CODES, CO2_CODES):
        live = [r for d in devices if d.category in CLIMATE for r in _live(d, mirror, codes)]
        if live:
            mean = sum(float(r.value or 0) for r in live) / len(live)
            found.append(with_unit(number_text(mean, 1 if codes is TEMPERATURE_CODES else 0), live[0].unit))
    return tuple(found)


def _words(
    devices: Sequence[Device], alerts: Sequence[Alert], mirror: Mirror, layer: Layer, now: datetime
) -> tuple[tuple[str, ...], int, bool, bool]:
    since = silent_since(devices, mirror)
    silence = () if since is None else (f"no data {age_text(now - since)}",)
    if layer is Layer.CATEGORY:
        return _counted(len(devices)), 0, False, since is not None
    if layer is Layer.HEALTH:
        told = [health for d in devices if (health := mirror.health.get(d.id)) is not None]
        lost = sum(1 for health in told if health.lost)
        reach = _reach(len(devices), len(told), lost)
        return silence or ((reach,) if devices else ()), 0, bool(lost), since is not None
    alarm = next((int(a.priority) for a in alerts if _colours(a)), 0)
    return silence or climate(devices, mirror), 0 if silence else alarm, False, since is not None


def _reach(devices: int, told: int, lost: int) -> str:
    """Of a past moment the state of some paths is not known; those are not counted as reached."""
    if told < devices:
        return f"{lost} of {devices} not reached" if lost else "reach not known"
    return f"{devices - lost} of {devices} reached" if lost else f"{devices} reached"


def _counted(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    return (f"{number} device" if number == 1 else f"{number} devices",)


def _live(device: Device, mirror: Mirror, codes: tuple[str, ...]) -> list[Reading]:
    readings = mirror.readings.get(device.id, {})
    for code in codes:
        found = readings.get(code)
        good = found is not None and found.quality in {Quality.LIVE, Quality.ASSUMED}
        if found is not None and good and isinstance(found.value, int | float):
            return [found]
    return []


def _tints(alert: Alert) -> bool:
    return alert.state is AlertState.UNACKNOWLEDGED and alert.priority <= Priority.P2


def _colours(alert: Alert) -> bool:
    shown = alert.code in TEMPERATURE_CODES or alert.code in CO2_CODES
    return (
        shown
        and is_number(alert)
        and alert.active
        and alert.state
        in {
            AlertState.UNACKNOWLEDGED,
            AlertState.ACKNOWLEDGED,
        }
    )


def value_assumed(device: Device, mirror: Mirror) -> bool:
    """Tell whether the value shown for *device* is what was ordered and has not come back yet."""
    shown = main_reading(device, mirror.readings.get(device.id, {}))
    return shown is not None and shown.quality is Quality.ASSUMED
