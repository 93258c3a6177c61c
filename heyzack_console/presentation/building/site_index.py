"""Where everything is: devices by floor and zone, floors from top to bottom, devices without a place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, Place, ZoneId
from heyzack_console.domain.sites import Floor, SiteBook, Zone
from heyzack_console.rules.zoning import zone_under


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """A book sorted for the map; *floors* have the highest storey first."""

    floors: tuple[Floor, ...] = ()
    zones: dict[FloorId, tuple[Zone, ...]] = field(default_factory=dict)
    devices: dict[FloorId, tuple[Device, ...]] = field(default_factory=dict)
    in_zone: dict[ZoneId, tuple[Device, ...]] = field(default_factory=dict)
    zone_of: dict[DeviceId, Zone] = field(default_factory=dict)
    floor_of: dict[DeviceId, FloorId] = field(default_factory=dict)
    unplaced: tuple[Device, ...] = ()

    def floor(self, floor: FloorId | None) -> Floor | None:
        """The floor of that id; None where the book does not have it."""
        return next((f for f in self.floors if f.id == floor), None)

    def on(self, floor: FloorId | None, devices: Iterable[DeviceId]) -> set[DeviceId]:
        """Those of *devices* that are on *floor*."""
        return {device for device in devices if floor is not None and self.floor_of.get(device) == floor}

    def zones_of(self, devices: Iterable[DeviceId]) -> set[ZoneId]:
        """The zones in which *devices* are."""
        return {zone.id for device in devices if (zone := self.zone_of.get(device))}


def index_of(book: SiteBook | None) -> SiteIndex:
    """Sort *book*; a device whose floor is not in the book counts as not placed."""
    if book is None:
        return SiteIndex()
    site = book.site
    floors = tuple(sorted(site.floors, key=lambda f: f.level, reverse=True))
    zones = {f.id: tuple(z for z in site.zones if z.floor == f.id) for f in floors}
    by_floor: dict[FloorId, list[Device]] = {f.id: [] for f in floors}
    by_zone: dict[ZoneId, list[Device]] = {}
    zone_of: dict[DeviceId, Zone] = {}
    unplaced: list[Device] = []
    for device in book.devices:
        if device.place is None or device.place.floor not in by_floor:
            unplaced.append(device)
            continue
        by_floor[device.place.floor].append(device)
        zone = zone_at(zones[device.place.floor], device.place)
        if zone is not None:
            zone_of[device.id] = zone
            by_zone.setdefault(zone.id, []).append(device)
    return SiteIndex(
        floors=floors,
        zones=zones,
        devices={floor: tuple(devices) for floor, devices in by_floor.items()},
        in_zone={zone: tuple(devices) for zone, devices in by_zone.items()},
        zone_of=zone_of,
        floor_of={d.id: floor for floor, devices in by_floor.items() for d in devices},
        unplaced=tuple(sorted(unplaced, key=lambda d: d.name)),
    )


def zone_at(zones: tuple[Zone, ...], place: Place) -> Zone | None:
    """Return the zone that *place* names, else the smallest one it lies in; None outside all."""
    named = next((z for z in zones if z.id == place.zone), None)
    return named or zone_under(zones, place.x, place.y)


def place_words(index: SiteIndex, device: Device) -> str:
    """Return where *device* is: "Floor 3 · Server room 3.09"; says so where it has no place."""
    floor = index.floor(index.floor_of.get(device.id))
    if floor is None:
        return "Not on the plan yet"
    zone = index.zone_of.get(device.id)
    return f"{floor.name} · {zone_words(zone)}" if zone else floor.name


def zone_words(zone: Zone) -> str:
    """Return a zone's name with its number: "Server room 3.09"."""
    return f"{zone.name} {zone.number}".strip()
