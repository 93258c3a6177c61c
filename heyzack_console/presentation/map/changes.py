"""What changed since a moment: of each device its reachability, its alerts and its value, in a few words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.hand_overs import HandOverNote
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.presentation.building.looks import main_reading
from heyzack_console.presentation.building.values import digits_of, number_text, value_text
from heyzack_console.presentation.mirror import Mirror

STEPS = {"°C": 1.0, "%": 5.0, "ppm": 100.0, "lx": 100.0, "W": 50.0, "A": 1.0, "V": 10.0, "dBm": 10.0}
"""By how much a measured value has to move to count as changed."""
SHARE = 0.1
"""The same for units that have no step of their own, as a part of the larger value."""
ARROW = "\N{RIGHTWARDS ARROW}"


class Since(StrEnum):
    """Since which moment changes are marked."""

    LOOK = "look"
    HAND_OVER = "hand_over"

    @property
    def word(self) -> str:
        """As the choice says it."""
        return "Since I last looked" if self is Since.LOOK else "Since the last hand-over"


@dataclass(frozen=True, slots=True)
class Then:
    """The building at a past moment, sorted for comparing."""

    at: datetime
    readings: Mapping[DeviceId, Mapping[str, Reading]] = field(default_factory=dict)
    alerts: Mapping[DeviceId, Mapping[AlertId, AlertState]] = field(default_factory=dict)
    lost: frozenset[DeviceId] = frozenset()


def then_of(picture: PastPicture) -> Then:
    """Sort a recorded picture."""
    readings: dict[DeviceId, dict[str, Reading]] = defaultdict(dict)
    for reading in picture.readings:
        readings[reading.device][reading.code] = reading
    lost = frozenset(health.device for health in picture.health if health.lost)
    return Then(picture.at, dict(readings), _by_device(picture.alerts), lost)


def change_of(device: Device, mirror: Mirror, then: Then) -> str:
    """Return what is different with *device* since *then*: "22.1 → 24.3 °C"; empty where nothing is."""
    health = mirror.health.get(device.id)
    lost = health is not None and health.lost
    parts = []
    if lost != (device.id in then.lost):
        parts.append("no path any more" if lost else "reached again")
    parts += _alert_words(mirror.alerts_of(device.id), then.alerts.get(device.id, {}))
    parts.append(_value_words(device, mirror, then))
    return " · ".join(part for part in parts if part)


def changes_words(since: Since, at: datetime | None, handed: HandOverNote | None, zone: tzinfo, count: int) -> str:
    """Return the sentence above the plan: since when, by whom it was handed over, how many devices changed."""
    if since is Since.HAND_OVER and handed is None:
        return "Nobody has handed over yet. Hand over marks the moment from which changes count for the next shift."
    if at is None:
        return "This is your first look at this building. From now on changes are marked here."
    moment = at.astimezone(zone)
    many = "No device has" if not count else "1 device has" if count == 1 else f"{count} devices have"
    told = f"{many} changed on this floor since {moment:%d %b %H:%M}"
    if since is Since.LOOK or handed is None:
        return f"{told}, when you last left the map or confirmed it."
    note = f": “{handed.note}”" if handed.note else "."
    return f"{told}, when {handed.by} handed over{note}"


def hand_over_lines(notes: Iterable[HandOverNote], zone: tzinfo) -> tuple[str, ...]:
    """Return the list of hand-overs in words, one line each."""
    return tuple(
        f"{note.at.astimezone(zone):%d %b %H:%M}  {note.by}{f': {note.note}' if note.note else ''}" for note in notes
    )


def moved(before: Value, after: Value, unit: str) -> bool:
    """Tell whether a value has changed by so much that somebody would want to know."""
    if _is_number(before) and _is_number(after):
        far = abs(float(after or 0) - float(before or 0))
        larger = max(abs(float(after or 0)), abs(float(before or 0)))
        return far >= STEPS.get(unit, max(SHARE * larger, 1e-9))
    return before != after


def _value_words(device: Device, mirror: Mirror, then: Then) -> str:
    now, before = main_reading(device, mirror.readings.get(device.id, {})), then.readings.get(device.id, {})
    past = before.get(now.code) if now is not None else None
    if now is None or past is None or past.unit != now.unit or not moved(past.value, now.value, now.unit):
        return ""
    spec = device.point(now.code)
    after = value_text(device.category, spec, now.value, now.unit)
    if _is_number(past.value):
        return f"{number_text(float(past.value or 0), digits_of(spec))} {ARROW} {after}"
    return f"{value_text(device.category, spec, past.value, past.unit)} {ARROW} {after}"


def _alert_words(now: Iterable[Alert], then: Mapping[AlertId, AlertState]) -> list[str]:
    standing = {alert.id: alert for alert in now}
    fresh = [alert.condition for alert in standing.values() if alert.id not in then]
    other = [alert for alert in standing.values() if alert.id in then and then[alert.id] is not alert.state]
    over = sum(alert not in standing for alert in then)
    words = [f"new: {', '.join(fresh)}"] if fresh else []
    words += [f"{alert.condition} {alert.state.name.lower().replace('_', ' ')}" for alert in other]
    return [*words, "alert over" if over == 1 else f"{over} alerts over"] if over else words


def _by_device(alerts: Iterable[Alert]) -> dict[DeviceId, dict[AlertId, AlertState]]:
    found: dict[DeviceId, dict[AlertId, AlertState]] = defaultdict(dict)
    for alert in alerts:
        found[alert.device][alert.id] = alert.state
    return dict(found)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
