"""How far a recorded value could be trusted at a past moment, and which devices were known to be lost then."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, AlertState
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.rules.alerts.consequences import cause
from heyzack_console.rules.alerts.states import fold
from heyzack_console.rules.freshness import quality_over


def alerts_then(events: Iterable[AlertEvent], at: datetime, fleeting: Collection[str]) -> tuple[Alert, ...]:
    """Return the alerts that were not normal *at*, folded from their *events* up to then.

    Args:
        fleeting: the rules whose alerts leave the queue by themselves.
    """
    stories: dict[AlertId, list[AlertEvent]] = {}
    for event in events:
        stories.setdefault(event.alert, []).append(event)
    folded = (fold(story, latching=story[0].rule not in fleeting, now=at) for story in stories.values())
    standing = [alert for alert in folded if alert is not None and alert.state is not AlertState.NORMAL]
    under = Counter(cause(alert) for alert in standing)
    return tuple(replace(a, consequences=under[a.id]) if under[a.id] else a for a in standing)


def picture_then(
    heard: Sequence[Reading],
    alerts: Sequence[Alert],
    devices: Mapping[DeviceId, Device],
    reach_rules: Collection[str],
    at: datetime,
    stale_after: timedelta,
) -> PastPicture:
    """Return the picture *at*; values are judged by the rules that hold for live ones.

    A device that was not announced as lost had a path, and a path reports changes: its last value stands however old.
    A sleeper's value is remembered only after *stale_after*. Where nothing at all was recorded for that long, nobody
    listened, and every value is only remembered.

    Args:
        heard: the last value of each data point before *at*; what *devices* does not have is left out.
        reach_rules: the rules that announce devices as not reachable.
    """
    known = [reading for reading in heard if reading.device in devices]
    newest = max((reading.at for reading in known), default=None)
    deaf = newest is None or at - newest > stale_after
    lost = {alert.device: alert for alert in alerts if alert.rule in reach_rules and alert.active}
    states = {device: _state(found, deaf=deaf, lost=device in lost) for device, found in devices.items()}
    roads = {device: (state,) for device, state in states.items()}
    readings = []
    for reading in known:
        quality = quality_over(roads[reading.device], reading, at, stale_after)
        readings.append(reading if quality is reading.quality else replace(reading, quality=quality))
    told = (
        *(_lost(alert) for alert in lost.values() if alert.device in devices),
        *(_asleep(device, at) for device, state in states.items() if state is PathState.ASLEEP),
    )
    return PastPicture(at, tuple(readings), told, tuple(alerts), newest)


def _state(device: Device, *, deaf: bool, lost: bool) -> PathState:
    if deaf or lost:
        return PathState.UNREACHABLE
    return PathState.ASLEEP if device.sleeper else PathState.CONNECTED


def _lost(alert: Alert) -> DeviceHealth:
    path = PathHealth(Path.LAN, PathState.UNREACHABLE, alert.since, Stage.CONNECT, alert.condition)
    return DeviceHealth(alert.device, (path,))


def _asleep(device: DeviceId, at: datetime) -> DeviceHealth:
    return DeviceHealth(device, (PathHealth(Path.LAN, PathState.ASLEEP, at),))
