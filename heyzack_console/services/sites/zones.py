"""Zones drawn, changed, removed and copied between floors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.site_changes import SiteChange
from heyzack_console.domain.sites import Floor, Site, Zone
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.zones import ChangeZones, CopyZones
from heyzack_console.ports.store import PlaceStore
from heyzack_console.rules.outlines import fault_of
from heyzack_console.rules.zoning import rezoned
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.keys import new_key

LONGEST_NAME = 120
MOST_PEOPLE = 100_000
MOST_ZONES = 10_000
MOST_STROKES = 4_000
UNCHANGED = "Nothing was changed."


class ZoneDesk:
    """Every change is one journal entry with what follows from it, read back before the receipt is given."""

    def __init__(self, store: PlaceStore, book: BuildingBook, clock: Clock) -> None:
        self._store = store
        self._book = book
        self._clock = clock

    async def change(self, command: ChangeZones, by: By) -> Receipt:
        """Write and remove zones.

        Raises:
            NotFound: there is no site, or a zone or floor is not in it.
            InvalidInput: a name, number, capacity or outline is not acceptable.
        """
        site = self._book.some_site()
        known = {zone.id: zone for zone in site.zones}
        _check_ids(command, known)
        floors = {floor.id: floor for floor in site.floors}
        fresh = [_checked(zone, known.get(zone.id), floors) for zone in command.zones]
        named = [replace(zone, id=zone.id or self._new_id()) for zone in fresh]
        receipt = await self._write(site, named, command.removed, (), by)
        count = len(named) + len(command.removed)
        made = next((zone.id for zone, draft in zip(named, command.zones, strict=True) if not draft.id), "")
        return replace(receipt, count=count, text=_words(command, named), made=made)

    async def copy(self, command: CopyZones, by: By) -> Receipt:
        """Copy zones onto another floor; what is there already or would not fit is left out and counted.

        Raises:
            NotFound: there is no site, or a floor is not in it.
            InvalidInput: both floors are the same, or there is nothing to copy.
        """
        site = self._book.some_site()
        floors = {floor.id: floor for floor in site.floors}
        if command.source not in floors or command.target not in floors:
            raise NotFound(f"The floor is not there (any more). {UNCHANGED}")
        if command.source == command.target:
            raise InvalidInput(f"Choose another floor to copy to. {UNCHANGED}", "target")
        source, target = floors[command.source], floors[command.target]
        wanted = [z for z in site.zones if z.floor == source.id and (not command.zones or z.id in command.zones)]
        there = {(zone.number, zone.name) for zone in site.zones if zone.floor == target.id}
        fit = [z for z in wanted if (z.number, z.name) not in there and not _beyond(z, target)]
        walled = _walled(source, target) if command.walls else target
        if not fit and walled == target:
            raise InvalidInput(f"{target.name} has these zones already, or they do not fit it. {UNCHANGED}", "zones")
        copies = [replace(zone, id=self._new_id(), floor=target.id) for zone in fit]
        receipt = await self._write(site, copies, (), () if walled == target else (walled,), by)
        text = f"{_counted(len(copies), 'zone')} copied to {target.name}."
        left = len(wanted) - len(copies)
        text += f" {left} left out: there already, or beyond the plan." if left else ""
        return replace(receipt, count=len(copies), text=text)

    async def _write(
        self, site: Site, zones: Sequence[Zone], removed: Sequence[ZoneId], floors: Sequence[Floor], by: By
    ) -> Receipt:
        fresh = {zone.id: zone for zone in zones}
        after = [fresh.pop(zone.id, zone) for zone in site.zones if zone.id not in removed] + list(fresh.values())
        if len(after) > MOST_ZONES:
            raise InvalidInput(f"A site has at most {MOST_ZONES:,} zones. {UNCHANGED}", "zones")
        places = rezoned(site.zones, after, self._book.devices.values())
        cut = _ended(self._book.whole.dependencies, set(removed))
        change = SiteChange(tuple(floors), tuple(zones), (), tuple(removed), places, cut)
        entry = await self._store.change(change, by)
        await self._book.load()
        return Receipt(entry, undoable=bool(entry))

    def _new_id(self) -> ZoneId:
        return ZoneId(f"zone-{new_key(self._clock.now())}")


def _check_ids(command: ChangeZones, known: Mapping[ZoneId, Zone]) -> None:
    ids = [zone.id for zone in command.zones if zone.id] + list(command.removed)
    if not command.zones and not command.removed:
        raise InvalidInput(f"There is no zone to change. {UNCHANGED}", "zones")
    if len(set(ids)) < len(ids):
        raise InvalidInput(f"A zone stands twice in this change. {UNCHANGED}", "zones")
    if any(one not in known for one in ids):
        raise NotFound(f"A zone is not there (any more). {UNCHANGED}")


def _checked(zone: Zone, before: Zone | None, floors: Mapping[FloorId, Floor]) -> Zone:
    """The zone with tidy words; an outline that stays as it was imported is not judged."""
    floor = floors.get(zone.floor)
    if floor is None:
        raise NotFound(f"The floor is not there (any more). {UNCHANGED}")
    zone = replace(zone, name=_tidy(zone.name), number=_tidy(zone.number), use=_tidy(zone.use))
    if not zone.name:
        raise InvalidInput(f"Give the zone a name. {UNCHANGED}", "name")
    for field, text in (("name", zone.name), ("number", zone.number), ("use", zone.use)):
        if len(text) > LONGEST_NAME or not text.isprintable():
            raise InvalidInput(f"The {field} has at most {LONGEST_NAME} characters on one line. {UNCHANGED}", field)
    if not 0 <= zone.capacity <= MOST_PEOPLE:
        raise InvalidInput(f"A zone is meant for 0 to {MOST_PEOPLE:,} people. {UNCHANGED}", "capacity")
    if before is None or (before.outline, before.floor) != (zone.outline, zone.floor):
        fault = fault_of(zone.outline, floor.width, floor.height)
        if fault:
            raise InvalidInput(f"The outline of {zone.name} {fault}. {UNCHANGED}", "outline")
    return zone


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _beyond(zone: Zone, floor: Floor) -> bool:
    return any(not (0 <= x <= floor.width and 0 <= y <= floor.height) for x, y in zone.outline)


def _walled(source: Floor, target: Floor) -> Floor:
    there = set(target.strokes)
    inner = [
        stroke
        for stroke in source.strokes
        if stroke not in there and all(0 <= x <= target.width and 0 <= y <= target.height for x, y in stroke.points)
    ]
    if len(target.strokes) + len(inner) > MOST_STROKES:
        raise InvalidInput(f"{target.name} would have more than {MOST_STROKES:,} lines. {UNCHANGED}", "walls")
    return replace(target, strokes=(*target.strokes, *inner))


def _ended(drawn: Iterable[Dependency], removed: set[ZoneId]) -> tuple[Dependency, ...]:
    return tuple(one for one in drawn if one.source.zone_id in removed or one.target.zone_id in removed)


def _words(command: ChangeZones, zones: Sequence[Zone]) -> str:
    if len(zones) == 1 and not command.removed:
        return f"{zones[0].name} {'drawn' if not command.zones[0].id else 'changed'}."
    new = sum(1 for zone in command.zones if not zone.id)
    counts = ((new, "drawn"), (len(zones) - new, "changed"), (len(command.removed), "removed"))
    return ", ".join(f"{_counted(count, 'zone')} {what}" for count, what in counts if count) + "."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
