"""QR labels: what stands on each, and how they lie on sheets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.devices.codes import code_of
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.presentation.building.site_index import SiteIndex, place_words, zone_words

Millimetres = float


@dataclass(frozen=True, slots=True)
class Label:
    """One label: three lines for people, a code for readers."""

    name: str
    place: str
    id: str
    code: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of labels; lengths in millimetres. The labels stand in the middle, edge to edge but for *gap*."""

    title: str
    page: tuple[Millimetres, Millimetres]
    label: tuple[Millimetres, Millimetres]
    columns: int = 1
    rows: int = 1
    gap: Millimetres = 0

    @property
    def places(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows

    def corner(self, number: int) -> tuple[Millimetres, Millimetres]:
        """Where the label *number* of a sheet begins, counted from 0, row by row."""
        row, column = divmod(number, self.columns)
        width, height = self.label
        left = (self.page[0] - self.columns * width - (self.columns - 1) * self.gap) / 2
        top = (self.page[1] - self.rows * height) / 2
        return left + column * (width + self.gap), top + row * height


A4 = (210.0, 297.0)
SHEETS = (
    Sheet("A4, 3 × 8 labels of 70 × 37 mm", A4, (70.0, 37.0), 3, 8),
    Sheet("A4, 2 × 7 labels of 99 × 38 mm", A4, (99.1, 38.1), 2, 7, 2.5),
    Sheet("One label of 62 × 29 mm a page", (62.0, 29.0), (62.0, 29.0)),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Devices that labels can be printed for at once."""

    title: str
    devices: tuple[Device, ...]


def choices(book: Iterable[Device], index: SiteIndex, selected: Sequence[DeviceId]) -> tuple[Choice, ...]:
    """What labels are offered for: the selected devices first, then each zone, each floor, all."""
    everything = tuple(sorted(book, key=lambda one: one.name))
    wanted = set(selected)
    found = [Choice("Selected devices", tuple(one for one in everything if one.id in wanted))]
    for floor in index.floors:
        zones = index.zones.get(floor.id, ())
        found += [
            Choice(f"{floor.name} · {zone_words(zone)}", _sorted(index.in_zone.get(zone.id, ()))) for zone in zones
        ]
        found.append(Choice(f"{floor.name}, all of it", _sorted(index.devices.get(floor.id, ()))))
    found.append(Choice("All devices", everything))
    return tuple(choice for choice in found if choice.devices)


def labels_of(devices: Iterable[Device], index: SiteIndex) -> tuple[Label, ...]:
    """The labels of *devices*, in their order."""
    return tuple(Label(one.name, place_words(index, one), one.id, code_of(one.id)) for one in devices)


def sheets_of(labels: Sequence[Label], sheet: Sheet, first: int = 1) -> tuple[tuple[Label | None, ...], ...]:
    """Lay *labels* on sheets; *first* is the place of the first one, from 1, for a sheet that was begun before."""
    begun = min(max(first, 1), sheet.places) - 1
    places: list[Label | None] = [*([None] * begun), *labels]
    return tuple(tuple(places[at : at + sheet.places]) for at in range(0, len(places), sheet.places)) if labels else ()


def _sorted(devices: Iterable[Device]) -> tuple[Device, ...]:
    return tuple(sorted(devices, key=lambda one: one.name))
