"""What the cloud's spaces are on the plan, and where the devices in them would stand."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from heyzack_console.domain.cloud import PlaceKind, ProposedPlace
from heyzack_console.domain.devices.device import Device, DeviceId, Place
from heyzack_console.domain.sites import Floor, Point, SiteBook, Zone
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.presentation.building.site_index import zone_words
from heyzack_console.presentation.building.spreading import outline_of, spots

_GLYPHS = {PlaceKind.BUILDING: "site", PlaceKind.FLOOR: "plan", PlaceKind.ROOM: "room"}


@dataclass(frozen=True, slots=True)
class Occupant:
    """A device that stands in a space, and what would happen to it."""

    device: DeviceId
    name: str
    words: str
    placed: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A space of the cloud; *floor* and *zone* are what it is on the plan, *target* says so in words."""

    place: ProposedPlace
    glyph: str
    target: str
    floor: Floor | None = None
    zone: Zone | None = None
    occupants: tuple[Occupant, ...] = ()

    @property
    def waiting(self) -> tuple[DeviceId, ...]:
        """Devices that can be put on the plan here."""
        if self.floor is None:
            return ()
        return tuple(one.device for one in self.occupants if one.known and not one.placed)

    @property
    def proposed(self) -> bool:
        """Checked from the start: the room is known. Where only the floor is, somebody has to want it."""
        return self.zone is not None and bool(self.waiting)

    @property
    def counts(self) -> str:
        """How many devices stand there, in words."""
        if not self.occupants:
            return ""
        count, waiting = len(self.occupants), len(self.waiting)
        return f"{count} device{'s' if count > 1 else ''}{f', {waiting} to place' if waiting else ''}"


def place_lines(places: Iterable[ProposedPlace], book: SiteBook | None) -> tuple[PlaceLine, ...]:
    """Return a line for each of *places*, in their order."""
    found: dict[str, PlaceLine] = {}
    devices = {device.id: device for device in book.devices} if book else {}
    for place in places:
        floor, zone = _on_plan(place, found.get(place.parent), book)
        occupants = tuple(_occupant(each, devices) for each in place.devices)
        found[place.space] = PlaceLine(place, _GLYPHS[place.kind], _target(place, floor, zone), floor, zone, occupants)
    return tuple(found.values())


def placing(lines: Iterable[PlaceLine], book: SiteBook) -> PlaceDevices:
    """Return the command that puts the waiting devices of *lines* on the plan, apart from what stands there."""
    standing: dict[str, list[Point]] = {}
    for device in book.devices:
        if device.place is not None:
            standing.setdefault(device.place.floor, []).append((device.place.x, device.place.y))
    places: list[tuple[DeviceId, Place | None]] = []
    for line in lines:
        if line.floor is None:
            continue
        taken = standing.setdefault(line.floor.id, [])
        found = spots(outline_of(line.floor, line.zone), len(line.waiting), taken)
        taken.extend(found)
        zone = line.zone.id if line.zone else None
        places += [(one, Place(line.floor.id, x, y, zone)) for one, (x, y) in zip(line.waiting, found, strict=True)]
    return PlaceDevices(tuple(places))


def what_is_next(lines: Sequence[PlaceLine], book: SiteBook | None) -> str:
    """Return what a person has to do for the rest of the proposal; empty when nothing is left."""
    if not lines:
        return "The project has no spaces. Rooms are given to devices in the vendor's app or platform."
    if book is None:
        floors = ", ".join(line.place.name for line in lines if line.place.kind is PlaceKind.FLOOR)
        named = f" Its floors, by the cloud: {floors}." if floors else ""
        return f"There is no site yet. Found one by finding devices or opening a site file.{named}"
    said = []
    strange = sum(not one.known for line in lines for one in line.occupants)
    if strange:
        said.append(f"Not in the book yet: {strange} device{'s' if strange > 1 else ''}. Import first.")
    nowhere = [line.place.name for line in lines if line.floor is None and any(o.known for o in line.occupants)]
    if nowhere:
        said.append(
            f"Not on the plan: {_listed(nowhere)}. Devices there are dragged from the tray beside the plan,"
            " or placed from here once the plan has rooms of these names."
        )
    return " ".join(said)


def _on_plan(place: ProposedPlace, parent: PlaceLine | None, book: SiteBook | None) -> tuple[Floor | None, Zone | None]:
    if book is None or place.kind is PlaceKind.BUILDING:
        return None, None
    above = parent.floor if parent else None
    if place.kind is PlaceKind.ROOM:
        zones = [z for z in book.site.zones if above is None or z.floor == above.id]
        same = [zone for zone in zones if _plain(place.name) in _zone_names(zone)]
        if len(same) == 1:
            return next((f for f in book.site.floors if f.id == same[0].floor), None), same[0]
    named = [floor for floor in book.site.floors if _plain(floor.name) == _plain(place.name)]
    level = [floor for floor in book.site.floors if place.level is not None and floor.level == place.level]
    return next(iter(named or level), above), None


def _target(place: ProposedPlace, floor: Floor | None, zone: Zone | None) -> str:
    if floor is None:
        return "" if place.kind is PlaceKind.BUILDING else "not on the plan"
    if zone is not None:
        return f"{floor.name} · {zone_words(zone)}"
    return floor.name if place.kind is PlaceKind.FLOOR else f"{floor.name}, room not on the plan"


def _occupant(device: DeviceId, known: Mapping[DeviceId, Device]) -> Occupant:
    found = known.get(device)
    if found is None:
        return Occupant(device, device, "not in the book yet", known=False)
    if found.place is not None:
        return Occupant(device, found.name, "on the plan already, stays", placed=True)
    return Occupant(device, found.name, "to be placed")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _zone_names(zone: Zone) -> Collection[str]:
    return {_plain(name) for name in (zone.name, zone.number, zone_words(zone), f"{zone.number} {zone.name}") if name}


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return ", ".join(names[:4]) + more
