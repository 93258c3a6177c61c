"""What differs between two moments: devices with another value or look, alerts that came, went or changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from heyzack_console.domain.alerts.alert import Alert, AlertId
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId
from heyzack_console.presentation.building.looks import DeviceLook, look_of, main_text
from heyzack_console.presentation.building.marks import alert_line, mark_of
from heyzack_console.presentation.building.site_index import SiteIndex, place_words
from heyzack_console.presentation.impact.view import counted
from heyzack_console.presentation.mirror import Mirror

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was: *before* and *after* in words. *urgency*: smaller comes first."""

    device: DeviceId
    name: str
    place: str
    before: str
    after: str
    urgency: int = 9

    @property
    def words(self) -> str:
        """The whole line."""
        place = f" ({self.place})" if self.place else ""
        return f"{self.name}{place}: {self.before} → {self.after}"


def differences(
    before: Mirror, after: Mirror, index: SiteIndex, floor: FloorId | None = None
) -> tuple[Difference, ...]:
    """Return what differs between two mirrors of one book, alerts first; *floor* leaves out all other floors."""
    found = []
    for device in after.devices.values():
        if floor is not None and index.floor_of.get(device.id) != floor:
            continue
        place = place_words(index, device)
        for was, now, urgency in (*_alerts(device, before, after), *_state(device, before, after)):
            found.append(Difference(device.id, device.name, place, was, now, urgency))
    return tuple(sorted(found, key=lambda one: (one.urgency, one.name)))


def summary(found: Iterable[Difference]) -> str:
    """Return "3 alerts and 12 devices differ"."""
    every = tuple(found)
    alerts = sum(1 for one in every if one.urgency < _STATE)
    devices = len(every) - alerts
    parts = [counted(count, one) for count, one in ((alerts, "alert"), (devices, "value")) if count]
    if not parts:
        return "Nothing differs on this floor"
    return f"{' and '.join(parts)} differ{'s' if len(every) == 1 else ''}"


_STATE = 5
"""Urgency of what is no alert; alerts have that of their priority."""


def _alerts(device: Device, before: Mirror, after: Mirror) -> Iterable[tuple[str, str, int]]:
    was, now = _by_id(before.alerts_of(device.id)), _by_id(after.alerts_of(device.id))
    for name in dict.fromkeys((*was, *now)):
        old, new = was.get(name), now.get(name)
        if old is None and new is not None:
            yield "no alert", _alert_words(device, new), int(new.priority)
        elif new is None and old is not None:
            yield _alert_words(device, old), "over", int(old.priority)
        elif old is not None and new is not None and (old.state, old.priority) != (new.state, new.priority):
            yield _alert_words(device, old), _alert_words(device, new), int(new.priority)


def _alert_words(device: Device, alert: Alert) -> str:
    return f"P{alert.priority:d} {alert_line(device, alert)}, {mark_of(alert).state.replace('_', ' ')}"


def _by_id(alerts: Iterable[Alert]) -> Mapping[AlertId, Alert]:
    return {alert.id: alert for alert in alerts}


def _state(device: Device, before: Mirror, after: Mirror) -> Iterable[tuple[str, str, int]]:
    was, now = _words(device, before), _words(device, after)
    if was != now:
        yield was, now, _STATE


def _words(device: Device, mirror: Mirror) -> str:
    readings = mirror.readings.get(device.id, {})
    look = look_of(device, readings, mirror.health.get(device.id), connected=True)
    value = main_text(device, readings)
    if look is DeviceLook.NO_PATH:
        return look.word
    return value or NOTHING
