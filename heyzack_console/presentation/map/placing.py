"""Putting devices on the plan: where one lands, the command that puts it there, and what is said about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from heyzack_console.domain.devices.device import Device, DeviceId, Place
from heyzack_console.domain.sites import Floor
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.presentation.building.site_index import SiteIndex, zone_words
from heyzack_console.rules.zoning import zone_under

GRID = 0.25
"""Metres between the spots that a device snaps to."""


@dataclass(frozen=True, slots=True)
class PlaceRequest:
    """Somebody let devices go over a floor, or took them off the plan (place None)."""

    places: tuple[tuple[DeviceId, Place | None], ...]

    @property
    def command(self) -> PlaceDevices:
        """What the engine is asked to do."""
        return PlaceDevices(self.places)


def landing(index: SiteIndex, floor: Floor, x: float, y: float) -> Place:
    """Return where a device let go at the spot lands: on the grid, on the plan, in the zone that lies there."""
    snapped_x = min(max(round(x / GRID) * GRID, 0.0), floor.width)
    snapped_y = min(max(round(y / GRID) * GRID, 0.0), floor.height)
    zone = zone_under(index.zones.get(floor.id, ()), snapped_x, snapped_y)
    return Place(floor.id, snapped_x, snapped_y, zone.id if zone else None)


def moved_by(index: SiteIndex, floor: Floor, devices: Sequence[Device], dx: float, dy: float) -> PlaceRequest:
    """Return the request that moves *devices* by *dx*, *dy* metres, each snapped; those without a place are left."""
    return PlaceRequest(
        tuple(
            (device.id, landing(index, floor, device.place.x + dx, device.place.y + dy))
            for device in devices
            if device.place is not None
        )
    )


def placed_words(index: SiteIndex, request: PlaceRequest, devices: Sequence[Device]) -> str:
    """Return what was done, for the undo line: "TH-3-09 moved to Server room 3.09"."""
    if len(request.places) != 1:
        return f"{len(request.places)} devices moved"
    device_id, place = request.places[0]
    device = next((d for d in devices if d.id == device_id), None)
    name = device.name if device else str(device_id)
    if place is None:
        return f"{name} taken off the plan"
    zone = next((z for z in index.zones.get(place.floor, ()) if z.id == place.zone), None)
    floor = index.floor(place.floor)
    where = zone_words(zone) if zone else floor.name if floor else "the plan"
    verb = "moved to" if device and device.place else "placed in"
    return f"{name} {verb} {where}"
