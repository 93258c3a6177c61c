"""What is to be done today, nearest first: open alerts and planned work of the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from math import dist

from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, Occurrence
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, ZoneId
from heyzack_console.domain.sites import Point
from heyzack_console.presentation.alerts.rows import condition_words, equipment_words
from heyzack_console.presentation.building.marks import Mark, mark_of
from heyzack_console.presentation.building.shapes import label_spot
from heyzack_console.presentation.building.site_index import SiteIndex, place_words, zone_words
from heyzack_console.presentation.mirror import Mirror

STOREY_M = 25.0
"""What a storey counts as way: to the stairs, up or down, and back to the same spot; an estimate."""
OPEN = frozenset({AlertState.UNACKNOWLEDGED, AlertState.ACKNOWLEDGED, AlertState.RETURNED})
NOWHERE = "no place"


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on a floor; *name* is what it is called."""

    floor: FloorId
    at: Point
    name: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do. *device* is what is to be looked at; *spot* None where its place is not known."""

    key: str
    title: str
    place: str
    device: DeviceId | None = None
    spot: Spot | None = None
    due: str = ""
    mark: Mark | None = None
    way_m: float | None = None
    """From where one stands; None where one of both is not known."""


def day_of(now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The day of the site in which *now* lies, from midnight up to the next."""
    begin = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return begin, (begin + timedelta(days=1, hours=6)).replace(hour=0)


def spot_of(index: SiteIndex, device: Device | None) -> Spot | None:
    """Where *device* is on the plan."""
    if device is None or device.place is None or index.floor(device.place.floor) is None:
        return None
    return Spot(device.place.floor, (device.place.x, device.place.y), device.name)


def zone_spot(index: SiteIndex, zone: ZoneId) -> Spot | None:
    """The middle of a zone."""
    found = next((one for zones in index.zones.values() for one in zones if one.id == zone), None)
    return None if found is None else Spot(found.floor, label_spot(found.outline), zone_words(found))


def way_m(index: SiteIndex, here: Spot | None, there: Spot | None) -> float | None:
    """Metres in a straight line on the plan, and STOREY_M for each storey between."""
    if here is None or there is None:
        return None
    levels = [floor.level for spot in (here, there) if (floor := index.floor(spot.floor)) is not None]
    return dist(here.at, there.at) + STOREY_M * (max(levels) - min(levels) if levels else 0)


def work_of_today(
    mirror: Mirror, index: SiteIndex, planned: Iterable[Occurrence], here: Spot | None, zone: tzinfo
) -> tuple[Task, ...]:
    """What is open now and planned for today, nearest first; what has no place stands last."""
    found = [_of_alert(alert, mirror, index) for alert in mirror.alerts.values() if alert.state in OPEN]
    found += [
        _of_plan(number, one, mirror, index, zone)
        for number, one in enumerate(planned)
        if one.kind is CalendarKind.WORK and one.status is not CalendarStatus.CANCELLED
    ]
    measured = [_measured(task, way_m(index, here, task.spot)) for task in found]
    return tuple(sorted(measured, key=_order))


def _order(task: Task) -> tuple[float, int, str, str]:
    far = task.way_m if task.way_m is not None else float("inf")
    return far, task.mark.code if task.mark else 99, task.title, task.key


def _measured(task: Task, way: float | None) -> Task:
    return Task(task.key, task.title, task.place, task.device, task.spot, task.due, task.mark, way)


def _of_alert(alert: Alert, mirror: Mirror, index: SiteIndex) -> Task:
    device = mirror.devices.get(alert.device)
    return Task(
        key=f"alert {alert.id}",
        title=f"{equipment_words(alert, device)}: {condition_words(alert)}",
        place=place_words(index, device) if device else NOWHERE,
        device=device.id if device else None,
        spot=spot_of(index, device),
        mark=mark_of(alert),
    )


def _of_plan(number: int, planned: Occurrence, mirror: Mirror, index: SiteIndex, zone: tzinfo) -> Task:
    """Planned work names its place in words: the longest name of a device or zone in them is where it is."""
    words = f"{planned.title} {planned.note}".casefold()
    device = max(
        (one for one in mirror.devices.values() if one.name.casefold() in words),
        key=lambda d: len(d.name),
        default=None,
    )
    zones = (one for of_floor in index.zones.values() for one in of_floor)
    near = max((one for one in zones if zone_words(one).casefold() in words), key=lambda z: len(z.name), default=None)
    spot = spot_of(index, device) or (zone_spot(index, near.id) if near else None)
    place = place_words(index, device) if device else zone_words(near) if near else NOWHERE
    due = "all day" if planned.all_day else f"{planned.start.astimezone(zone):%H:%M}"
    key = f"planned {planned.start.isoformat()} {number}"
    return Task(key, planned.title, place, device.id if device else None, spot, due)
