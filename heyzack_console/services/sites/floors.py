"""Floors added, renamed, reordered, resized and, while empty, removed."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.site_changes import SiteChange
from heyzack_console.domain.sites import Floor, Site
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.floors import ChangeFloors, FloorDraft
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import PlaceStore
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.keys import new_key

LONGEST_NAME = 120
MOST_FLOORS = 200
LEAST_SIDE, LONGEST_SIDE = 0.5, 2_000.0
LOWEST, HIGHEST = -50, 200
UNCHANGED = "Nothing was changed."


class FloorDesk:
    """Every change is one journal entry, read back before the receipt is given."""

    def __init__(self, store: PlaceStore, book: BuildingBook, clock: Clock) -> None:
        self._store = store
        self._book = book
        self._clock = clock

    async def change(self, command: ChangeFloors, by: By) -> Receipt:
        """Write and remove floors.

        Raises:
            NotFound: there is no site, or a floor is not in it.
            InvalidInput: a name, level or size is not acceptable, or a floor to be removed is in use.
        """
        site = self._book.some_site()
        known = {floor.id: floor for floor in site.floors}
        _check_ids(command, known.keys())
        floors = [self._floor(draft, known.get(draft.floor)) for draft in command.floors]
        left = len(site.floors) - len(command.removed) + sum(1 for draft in command.floors if not draft.floor)
        if not 1 <= left <= MOST_FLOORS:
            raise InvalidInput(f"A site has 1 to {MOST_FLOORS} floors. {UNCHANGED}", "floors")
        for gone in command.removed:
            self._check_empty(site, known[gone])
        for floor in floors:
            self._check_room(site, floor)
        change = SiteChange(floors=tuple(floors), gone_floors=command.removed)
        entry = await self._store.change(change, by)
        await self._book.load()
        made = next((one.id for one, draft in zip(floors, command.floors, strict=True) if not draft.floor), "")
        names = [known[gone].name for gone in command.removed]
        text = _words(command, floors, names)
        count = len(floors) + len(command.removed)
        return Receipt(entry, undoable=bool(entry), count=count, text=text, made=made)

    def _floor(self, draft: FloorDraft, before: Floor | None) -> Floor:
        name = " ".join(draft.name.split())
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise InvalidInput(f"A name has 1 to {LONGEST_NAME} characters on one line. {UNCHANGED}", "name")
        if not LOWEST <= draft.level <= HIGHEST:
            raise InvalidInput(f"A level lies between {LOWEST} and {HIGHEST}. {UNCHANGED}", "level")
        if not (LEAST_SIDE <= draft.width <= LONGEST_SIDE and LEAST_SIDE <= draft.height <= LONGEST_SIDE):
            raise InvalidInput(f"A floor measures {LEAST_SIDE:g} to {LONGEST_SIDE:,.0f} m. {UNCHANGED}", "width")
        if before is None:
            made = FloorId(f"floor-{new_key(self._clock.now())}")
            return Floor(made, draft.level, name, draft.width, draft.height)
        return replace(before, level=draft.level, name=name, width=draft.width, height=draft.height)

    def _check_empty(self, site: Site, floor: Floor) -> None:
        zones = sum(1 for zone in site.zones if zone.floor == floor.id)
        devices = sum(1 for one in self._book.devices.values() if one.place and one.place.floor == floor.id)
        if zones or devices:
            raise InvalidInput(
                f"{floor.name} still has {zones} zones and {devices} devices. Remove or move them first. {UNCHANGED}",
                "removed",
            )

    def _check_room(self, site: Site, floor: Floor) -> None:
        outlines = [zone.outline for zone in site.zones if zone.floor == floor.id]
        places = [one.place for one in self._book.devices.values() if one.place and one.place.floor == floor.id]
        spots = [spot for outline in outlines for spot in outline] + [(place.x, place.y) for place in places]
        width, height = max((x for x, _ in spots), default=0.0), max((y for _, y in spots), default=0.0)
        if width > floor.width or height > floor.height:
            raise InvalidInput(
                f"What is on {floor.name} takes {width:.1f} × {height:.1f} m; it cannot be smaller. {UNCHANGED}",
                "width",
            )


def _check_ids(command: ChangeFloors, known: Collection[FloorId]) -> None:
    ids = [draft.floor for draft in command.floors if draft.floor] + list(command.removed)
    if not command.floors and not command.removed:
        raise InvalidInput(f"There is no floor to change. {UNCHANGED}", "floors")
    if len(set(ids)) < len(ids):
        raise InvalidInput(f"A floor stands twice in this change. {UNCHANGED}", "floors")
    if any(one not in known for one in ids):
        raise NotFound(f"A floor is not there (any more). {UNCHANGED}")


def _words(command: ChangeFloors, floors: Sequence[Floor], removed: Sequence[str]) -> str:
    added = [one.name for one, draft in zip(floors, command.floors, strict=True) if not draft.floor]
    changed = [one.name for one, draft in zip(floors, command.floors, strict=True) if draft.floor]
    parts = ((added, "added"), (changed, "changed"), (removed, "removed"))
    return ", ".join(f"{' and '.join(names)} {what}" for names, what in parts if names) + "."
