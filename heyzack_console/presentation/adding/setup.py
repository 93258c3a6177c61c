"""What new devices are to be: name and kind by their templates, room and spot, all to be changed before it is done."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, Place
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.templates import DeviceTemplate
from heyzack_console.domain.sites import Point, SiteBook, Zone
from heyzack_console.ports.engine.devices import AddDevices, NewDevice
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.site_index import zone_words
from heyzack_console.presentation.building.spreading import outline_of, spots
from heyzack_console.presentation.tables import Cell, Column, Row
from heyzack_console.rules.templates.fitting import by_id, outcome
from heyzack_console.rules.templates.naming import Naming, name_words, names

COLUMNS = (
    Column("name", "Name", 0, least=150),
    Column("before", "Was", 170, drops=2, least=90),
    Column("kind", "Kind", 130, drops=3),
    Column("room", "Room", 180, least=100),
    Column("reach", "Reached", 120, drops=1, least=80),
    Column("result", "Result", 190, least=100),
)
NO_ROOM = "beside the plan"
DONE = "set up"


@dataclass(frozen=True, slots=True)
class Draft:
    """What *device* is to be; *named*, *sorted*: a person gave the name or the kind; *result* is what came of it."""

    device: Device
    name: str
    category: Category
    zone: Zone | None = None
    named: bool = False
    sorted: bool = False
    result: str = ""
    refused: bool = False

    @property
    def changed(self) -> bool:
        """Something is to be done."""
        device = self.device
        return (self.name, self.category) != (device.name, device.category) or self.placed

    @property
    def placed(self) -> bool:
        """It is to be put on the plan; what stands there already stays where it is."""
        return self.zone is not None and self.device.place is None


class SetupList:
    """The lines of the table by name. What a person gave stays when a template or a room proposes something else.

    Args:
        health: tells how a device is reached.
    """

    columns = COLUMNS

    def __init__(self, health: Mapping[DeviceId, DeviceHealth]) -> None:
        self._health = health
        self._drafts: dict[str, Draft] = {}
        self._order: list[str] = []
        self._book: SiteBook | None = None
        self._templates: tuple[DeviceTemplate, ...] = ()

    def __len__(self) -> int:
        return len(self._order)

    def key(self, position: int) -> str:
        """The id of the device at *position*."""
        return self._order[position]

    def position(self, key: str) -> int | None:
        """Where the line *key* stands."""
        return self._order.index(key) if key in self._drafts else None

    def row(self, position: int) -> Row:
        """The finished line."""
        draft = self._drafts[self._order[position]]
        return _row(draft, self._health.get(draft.device.id))

    def draft(self, key: str) -> Draft | None:
        """The draft of the line *key*."""
        return self._drafts.get(key)

    def take(
        self,
        devices: Iterable[Device],
        templates: Iterable[DeviceTemplate],
        book: SiteBook,
        rooms: Mapping[DeviceId, Zone],
    ) -> None:
        """Show *devices* with what is proposed for them."""
        self._book, self._templates = book, tuple(templates)
        zones = {zone.id: zone for zone in book.site.zones}
        drafts = []
        for device in devices:
            place = device.place
            zone = rooms.get(device.id) if place is None else zones.get(place.zone) if place.zone else None
            drafts.append(Draft(device, device.name, device.category, zone))
        self._drafts = {draft.device.id: draft for draft in sorted(drafts, key=lambda one: one.device.name)}
        self._order = list(self._drafts)
        self._propose()

    def refresh(self, book: SiteBook) -> None:
        """Take the devices as they are now, so that what was learned of them meanwhile is not written over."""
        self._book = book
        for device in book.devices:
            draft = self._drafts.get(device.id)
            if draft is not None:
                self._drafts[device.id] = replace(draft, device=device)

    def edit(self, keys: Iterable[str], change: Callable[[Draft], Draft]) -> None:
        """Change the drafts of *keys*; names that a template gives follow."""
        for key in keys:
            self._drafts[key] = replace(change(self._drafts[key]), result="", refused=False)
        self._propose()

    def devices(self) -> tuple[Device, ...]:
        """The devices of all lines to which something is to be done."""
        return tuple(draft.device for draft in self._drafts.values() if draft.changed and draft.result != DONE)

    def command(self, keys: Iterable[DeviceId]) -> AddDevices:
        """Return what makes of the devices *keys* what their lines say, put side by side into their rooms."""
        wanted = [self._drafts[key] for key in keys]
        spot_of = self._spots(wanted)
        return AddDevices(
            tuple(
                NewDevice(
                    replace(
                        draft.device,
                        name=draft.name,
                        category=draft.category,
                        place=spot_of.get(draft.device.id, draft.device.place),
                    )
                )
                for draft in wanted
            )
        )

    def settle(self, done: AddDevices, refusal: str = "") -> None:
        """Say what became of the devices of *done*; those set up stand where the command put them."""
        for new in done.devices:
            draft = self._drafts[new.device.id]
            if refusal:
                self._drafts[new.device.id] = replace(draft, result=refusal, refused=True)
            else:
                self._drafts[new.device.id] = replace(draft, device=new.device, result=DONE, refused=False)

    def preview(self) -> str:
        """What would be done, in words."""
        wanted = [draft for draft in self._drafts.values() if draft.changed and draft.result != DONE]
        renamed = sum(draft.name != draft.device.name for draft in wanted)
        sorted_out = sum(draft.category is not draft.device.category for draft in wanted)
        placed = sum(draft.placed for draft in wanted)
        parts = [
            f"{count} {word}"
            for count, word in ((renamed, "renamed"), (sorted_out, "given another kind"), (placed, "put on the plan"))
            if count
        ]
        beside = sum(draft.device.place is None and draft.zone is None for draft in self._drafts.values())
        said = f"Would be done: {', '.join(parts)}." if parts else "Nothing is left to do."
        return (
            f"{said} {beside} without a room {'wait' if beside > 1 else 'waits'} beside the plan." if beside else said
        )

    def counts(self) -> tuple[int, int, int]:
        """Return how many devices there are, how many were set up, and how many refused."""
        drafts = self._drafts.values()
        done = sum(draft.result == DONE for draft in drafts)
        return len(drafts), done, sum(draft.refused for draft in drafts)

    def as_text(self) -> str:
        """The report: tab-separated, a line for each device, those that did not work first."""
        lines = ["\t".join(("Id", *(column.title for column in COLUMNS)))]
        keys = sorted(self._order, key=lambda key: (not self._drafts[key].refused, self._order.index(key)))
        for key in keys:
            draft = self._drafts[key]
            cells = [cell.tip or cell.text for cell in _row(draft, self._health.get(draft.device.id)).cells]
            lines.append("\t".join((key, *(" ".join(cell.split()) for cell in cells))))
        return "\n".join(lines) + "\n"

    def _propose(self) -> None:
        """Let templates name and sort what nobody named or sorted by hand."""
        if self._book is None:
            return
        known, site = by_id(self._templates), self._book.site
        wanted = []
        for key, draft in self._drafts.items():
            found = outcome(draft.device, known)
            kind = draft.category if draft.sorted or found is None else found.category
            self._drafts[key] = replace(draft, category=kind)
            if found is not None and found.name_pattern and not draft.named:
                words = name_words(_standing(draft), site, kind)
                wanted.append(Naming(draft.device.id, found.name_pattern, words, draft.device.name))
        naming = {each.device for each in wanted}
        taken = [device.name for device in self._book.devices if device.id not in naming]
        taken += [draft.name for draft in self._drafts.values() if draft.named]
        for device, name in names(wanted, taken).items():
            self._drafts[device] = replace(self._drafts[device], name=name)

    def _spots(self, drafts: Iterable[Draft]) -> dict[DeviceId, Place]:
        assert self._book is not None
        floors = {floor.id: floor for floor in self._book.site.floors}
        standing: dict[str, list[Point]] = {}
        everybody = [*(draft.device for draft in self._drafts.values()), *self._book.devices]
        for device in everybody:
            if device.place is not None:
                standing.setdefault(device.place.floor, []).append((device.place.x, device.place.y))
        by_zone: dict[str, list[Draft]] = {}
        for draft in drafts:
            if draft.placed and draft.zone is not None and draft.zone.floor in floors:
                by_zone.setdefault(draft.zone.id, []).append(draft)
        found = {}
        for together in by_zone.values():
            zone = together[0].zone
            assert zone is not None
            taken = standing.setdefault(zone.floor, [])
            places = spots(outline_of(floors[zone.floor], zone), len(together), taken)
            taken.extend(places)
            for draft, (x, y) in zip(together, places, strict=True):
                found[draft.device.id] = Place(zone.floor, x, y, zone.id)
        return found


def reach_words(health: DeviceHealth | None) -> tuple[str, str, str]:
    """Return how a device is reached, the ink, and what to do where it is not."""
    if health is None or not health.paths:
        return "not tried yet", "ink3", ""
    if health.reachable:
        return "yes", "ok", ""
    first = health.paths[0]
    cause = first.cause or first.state.value
    return cause, "caution" if health.lost else "ink3", f"{cause} {first.advice}".strip()


def _standing(draft: Draft) -> Device:
    if draft.zone is None:
        return draft.device
    return replace(draft.device, place=Place(draft.zone.floor, 0.0, 0.0, draft.zone.id))


def _row(draft: Draft, health: DeviceHealth | None) -> Row:
    device = draft.device
    reached, ink, advice = reach_words(health)
    renamed = draft.name != device.name
    room = zone_words(draft.zone) if draft.zone else ("on the plan" if device.place else NO_ROOM)
    return Row(
        device.id,
        (
            Cell(draft.name, strong=renamed, glyph=f"category.{draft.category}", tip=draft.name),
            Cell(device.name if renamed else "", "ink2", tip=device.name),
            Cell(category_word(draft.category), "ink" if draft.category is not device.category else "ink2"),
            Cell(room, "ink" if draft.placed else "ink2", tip=room),
            Cell(reached, ink, tip=advice or reached),
            Cell(draft.result, "caution" if draft.refused else "ok", tip=draft.result),
        ),
    )
