"""Floor plans: read from files that nobody trusts, and taken in as floors, zones and pictures."""

import hashlib
from dataclasses import replace

from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.plans import Plan, TakenFloor, TakenZone
from heyzack_console.domain.sites import Floor, Site, Zone, ZoneKind
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.plans import FloorPictureBytes, ImportPlan, ReadPlan
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.plans import PlanReading
from heyzack_console.ports.store import PlanStore
from heyzack_console.rules.plans import drawn_on
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.keys import new_key

MOST_FLOORS, MOST_ZONES, MOST_STROKES = 200, 5_000, 4_000
LONGEST_NAME = 120
LARGEST_PICTURE = 4_000_000
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff")


class PlanDesk:
    """Every import is one work in the journal, read back into the book before the receipt is given."""

    def __init__(self, store: PlanStore, book: BuildingBook, reading: PlanReading, clock: Clock) -> None:
        self._store = store
        self._book = book
        self._reading = reading
        self._clock = clock

    async def read(self, query: ReadPlan) -> Plan:
        """Answer with what is in the file.

        Raises:
            InvalidInput: there is no plan in it.
        """
        return await self._reading.read(query.name, query.data, query.choice)

    async def picture(self, query: FloorPictureBytes) -> bytes:
        """Answer with a floor's picture.

        Raises:
            NotFound: it is not in this home.
        """
        return await self._store.picture(query.digest)

    async def take_in(self, command: ImportPlan, by: By) -> Receipt:
        """Give floors their plans and zones.

        Raises:
            NotFound: there is no site, or a floor is not in it.
            InvalidInput: a scale, a name or an outline is not acceptable, or a floor stands twice.
        """
        site = self._book.some_site()
        _check(site, command)
        floors: list[Floor] = []
        zones: list[Zone] = []
        pictures: dict[str, bytes] = {}
        for taken in command.floors:
            digest = _kept(taken, pictures)
            floor = drawn_on(self._floor(site, taken), taken.drawing, taken.fit, digest)
            floors.append(floor)
            known = {(zone.number, zone.name): zone for zone in site.zones if zone.floor == floor.id}
            zones += [self._zone(floor.id, zone, taken, known) for zone in taken.zones]
        entry = await self._store.put(floors, zones, pictures, by)
        await self._book.load()
        text = f"{command.file}: {_counted(len(floors), 'floor')} and {_counted(len(zones), 'zone')} taken in."
        return Receipt(entry, undoable=True, count=len(floors), text=text, made=floors[0].id)

    def _floor(self, site: Site, taken: TakenFloor) -> Floor:
        if not taken.floor:
            name = _named(taken.name or taken.drawing.name)
            return Floor(FloorId(f"floor-{new_key(self._clock.now())}"), taken.level, name, 1.0, 1.0)
        for floor in site.floors:
            if floor.id == taken.floor:
                return floor
        raise NotFound("The floor is not there (any more). Nothing was changed.")

    def _zone(self, floor: FloorId, wanted: TakenZone, taken: TakenFloor, known: dict[tuple[str, str], Zone]) -> Zone:
        outline = taken.fit.of(wanted.outline)
        name, number = _named(wanted.name), wanted.number.strip()
        there = known.get((number, name))
        if there is not None:
            return replace(there, outline=outline, use=wanted.use or there.use)
        made = ZoneId(f"zone-{new_key(self._clock.now())}")
        return Zone(made, floor, name, number, ZoneKind.ROOM, outline, use=wanted.use)


def _check(site: Site, command: ImportPlan) -> None:
    wanted = [taken.floor for taken in command.floors if taken.floor]
    new = len(command.floors) - len(wanted)
    if not command.floors:
        raise InvalidInput("No floor was chosen. Nothing was changed.", "floors")
    if len(set(wanted)) != len(wanted):
        raise InvalidInput("Two drawings would become the plan of one floor. Nothing was changed.", "floors")
    if len(site.floors) + new > MOST_FLOORS:
        raise InvalidInput(f"A site has at most {MOST_FLOORS} floors. Nothing was changed.", "floors")
    if sum(len(taken.zones) for taken in command.floors) + len(site.zones) > MOST_ZONES:
        raise InvalidInput(f"A site has at most {MOST_ZONES:,} zones. Nothing was changed.", "zones")
    for taken in command.floors:
        if len(taken.drawing.strokes) > MOST_STROKES:
            raise InvalidInput(f"{taken.drawing.name} has more than {MOST_STROKES:,} lines.", "floors")
        if any(len(zone.outline) < 3 for zone in taken.zones):
            raise InvalidInput("A zone's outline needs three corners. Nothing was changed.", "zones")


def _kept(taken: TakenFloor, pictures: dict[str, bytes]) -> str:
    """The digest of the drawing's picture, which is noted; empty without one."""
    picture = taken.drawing.picture
    if picture is None:
        return ""
    if len(picture.data) > LARGEST_PICTURE or not picture.data.startswith(_MAGIC):
        raise InvalidInput("The picture is too large, or none. Nothing was changed.", "floors")
    digest = hashlib.sha256(picture.data).hexdigest()
    pictures[digest] = picture.data
    return digest


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InvalidInput(f"A name has 1 to {LONGEST_NAME} characters. Nothing was changed.", "name")
    return name


def _counted(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one}s"
