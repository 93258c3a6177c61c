"""In which zone devices are once zones have changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from heyzack_console.domain.devices.device import Device, DeviceId, Place, ZoneId
from heyzack_console.domain.sites import Zone
from heyzack_console.rules.outlines import area, inside


def zone_under(zones: Iterable[Zone], x: float, y: float) -> Zone | None:
    """Return the smallest zone that the spot lies in; None outside all."""
    found = [zone for zone in zones if inside(zone.outline, x, y)]
    return min(found, key=lambda zone: area(zone.outline), default=None)


def rezoned(
    before: Sequence[Zone], after: Sequence[Zone], devices: Iterable[Device]
) -> tuple[tuple[DeviceId, Place], ...]:
    """Return the new places of *devices* whose zone is another one now; the spots stay.

    Who was put into a zone by hand, without lying in it, stays there as long as the zone does.
    """
    was = {zone.id: zone for zone in before}
    now = {zone.id: zone for zone in after}
    redrawn = [zone for zone in (*before, *after) if _outline(was, zone.id) != _outline(now, zone.id)]
    found = []
    for device in devices:
        place = device.place
        if place is None or not _concerned(place, redrawn, was, now):
            continue
        here = zone_under((zone for zone in after if zone.floor == place.floor), place.x, place.y)
        zone = here.id if here is not None else None
        if zone != place.zone:
            found.append((device.id, replace(place, zone=zone)))
    return tuple(found)


def _outline(zones: dict[ZoneId, Zone], zone: ZoneId) -> object:
    known = zones.get(zone)
    return (known.floor, known.outline) if known is not None else None


def _concerned(place: Place, redrawn: Sequence[Zone], was: dict[ZoneId, Zone], now: dict[ZoneId, Zone]) -> bool:
    named = was.get(place.zone) if place.zone is not None else None
    if named is not None and named.id in now and not inside(named.outline, place.x, place.y):
        return False
    if named is not None and any(zone.id == named.id for zone in redrawn):
        return True
    return any(zone.floor == place.floor and inside(zone.outline, place.x, place.y) for zone in redrawn)
