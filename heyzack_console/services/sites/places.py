"""Adds floors and rooms to the site; what it has already is never touched."""

from collections.abc import Iterable
from dataclasses import replace
from math import isfinite

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.domain.sites import Floor, Site, Zone
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import AddPlaces
from heyzack_console.ports.store import SiteStore
from heyzack_console.services.devices.book import BuildingBook

LONGEST_SIDE = 2_000.0
LONGEST_NAME = 120
MOST_FLOORS = 200
MOST_ZONES = 10_000
MOST_CORNERS = 1_000
UNCHANGED = "Nothing was added."


class PlaceDesk:
    """All floors and rooms of one command are one journal entry."""

    def __init__(self, store: SiteStore, book: BuildingBook) -> None:
        self._store = store
        self._book = book

    async def add(self, command: AddPlaces, by: By) -> Receipt:
        """Add what *command* brings.

        Raises:
            NotFound: there is no site yet.
            InvalidInput: something of it is there already or not acceptable; nothing was added.
        """
        site = self._book.some_site()
        _check(site, command)
        added = replace(site, floors=command.floors, zones=command.zones)
        entry = await self._store.put_site(added, (), by)
        await self._book.load()
        said = [_counted(len(command.floors), "floor"), _counted(len(command.zones), "room")]
        count = len(command.floors) + len(command.zones)
        return Receipt(entry, undoable=True, count=count, text=f"{' and '.join(s for s in said if s)} added.")


def _check(site: Site, command: AddPlaces) -> None:
    if not command.floors and not command.zones:
        raise InvalidInput(f"There is no floor and no room to add. {UNCHANGED}", "floors")
    floors = {floor.id: floor for floor in site.floors}
    _check_new([floor.id for floor in command.floors], floors, "floor")
    _check_new([zone.id for zone in command.zones], {zone.id for zone in site.zones}, "room")
    if len(floors) + len(command.floors) > MOST_FLOORS or len(site.zones) + len(command.zones) > MOST_ZONES:
        raise InvalidInput(f"A site has at most {MOST_FLOORS} floors and {MOST_ZONES} rooms. {UNCHANGED}", "floors")
    for floor in command.floors:
        _check_floor(floor)
    floors |= {floor.id: floor for floor in command.floors}
    for zone in command.zones:
        if zone.floor not in floors:
            raise InvalidInput(f"The room {zone.name[:LONGEST_NAME]} names no floor of this site. {UNCHANGED}", "floor")
        _check_zone(zone, floors[zone.floor])


def _check_new(ids: list[str], known: Iterable[str], what: str) -> None:
    if len(set(ids)) < len(ids) or set(ids) & set(known):
        raise InvalidInput(f"A {what} of these is in the site already. {UNCHANGED}", what)
    if any(not one or len(one) > LONGEST_NAME or not one.isprintable() for one in ids):
        raise InvalidInput(f"A {what} without a proper id. {UNCHANGED}", what)


def _check_floor(floor: Floor) -> None:
    _check_name(floor.name)
    if not (0 < floor.width <= LONGEST_SIDE and 0 < floor.height <= LONGEST_SIDE):
        raise InvalidInput(f"A floor is up to {LONGEST_SIDE:g} m long and wide. {UNCHANGED}", "width")


def _check_zone(zone: Zone, floor: Floor) -> None:
    _check_name(zone.name)
    if len(zone.number) > LONGEST_NAME or not zone.number.isprintable():
        raise InvalidInput(f"A room number has at most {LONGEST_NAME} characters on one line. {UNCHANGED}", "number")
    if not 3 <= len(zone.outline) <= MOST_CORNERS:
        raise InvalidInput(f"The outline of {zone.name} has no area. {UNCHANGED}", "outline")
    for x, y in zone.outline:
        if not (isfinite(x) and isfinite(y) and 0 <= x <= floor.width and 0 <= y <= floor.height):
            raise InvalidInput(f"The outline of {zone.name} leaves the plan of {floor.name}. {UNCHANGED}", "outline")


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise InvalidInput(f"A name has 1 to {LONGEST_NAME} characters on one line. {UNCHANGED}", "name")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}" if count else ""
