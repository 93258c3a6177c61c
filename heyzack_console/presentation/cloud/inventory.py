"""The devices that a cloud project lists, against those of the book: the lines of the import form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heyzack_console.domain.cloud import CloudDevice
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("device", "Device", 0, keeps=True),
    Column("kind", "Kind", 130, drops=2),
    Column("product", "Product", 216, drops=3, least=110),
    Column("online", "In the cloud", 96, drops=1),
    Column("state", "In the book", 104),
    Column("match", "Known as", 190, least=120),
)
NOTHING = "—"


class Standing(StrEnum):
    """How a listed device stands to the book."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Line:
    """A listed device; *match* is the device of the book that it is, *differs* says in what the two are apart."""

    listed: CloudDevice
    match: Device | None
    standing: Standing
    differs: str = ""


class InventoryList:
    """The lines of the table: new ones first, then by name. A text and a standing narrow them.

    Args:
        mirror: tells which devices the book has.
    """

    columns = COLUMNS

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._lines: dict[str, Line] = {}
        self._shown: list[str] = []
        self._positions: dict[str, int] = {}
        self._taken: set[DeviceId] = set()
        self._refused: dict[DeviceId, str] = {}
        self._text = ""
        self._only: Standing | None = None

    def __len__(self) -> int:
        return len(self._shown)

    def key(self, position: int) -> str:
        """The id of the device at *position*."""
        return self._shown[position]

    def position(self, key: str) -> int | None:
        """Where the line *key* stands; None where it is narrowed away."""
        return self._positions.get(key)

    def row(self, position: int) -> Row:
        """The finished line."""
        line = self._lines[self._shown[position]]
        return _row(line, self._refused.get(line.listed.id, ""))

    @property
    def total(self) -> int:
        """How many the project lists, narrowed away or not."""
        return len(self._lines)

    def take(self, listed: Iterable[CloudDevice]) -> None:
        """Show *listed* in place of what was shown; what was refused before may be accepted now."""
        self._refused = {}
        self._compare(listed)

    def narrow(self, text: str, only: Standing | None) -> None:
        """Show only lines that hold every word of *text*, and only those of one standing."""
        self._text, self._only = text, only
        self._arrange()

    def settle(self, taken: Iterable[DeviceId], refused: Mapping[DeviceId, str]) -> None:
        """Remember what an import did: *taken* are in the book, each of *refused* says why it is not."""
        self._taken.update(taken)
        self._refused = dict(refused)
        self._compare([line.listed for line in self._lines.values()])

    def new_keys(self) -> tuple[str, ...]:
        """The shown devices that the book does not have."""
        return tuple(key for key in self._shown if self._lines[key].standing is Standing.NEW)

    def devices(self, keys: Sequence[str]) -> tuple[CloudDevice, ...]:
        """The listed devices of the lines *keys*."""
        return tuple(self._lines[key].listed for key in keys)

    def summary(self) -> str:
        """How many, in words."""
        if not self._lines:
            return "No devices listed"
        new = sum(line.standing is Standing.NEW for line in self._lines.values())
        shown = f", {len(self._shown)} shown" if len(self._shown) != len(self._lines) else ""
        return f"{len(self._lines)} listed, {new} new{shown}"

    def _compare(self, listed: Iterable[CloudDevice]) -> None:
        devices, behind = self._mirror.devices, _behind(self._mirror.devices)
        self._lines = {each.id: self._line(each, _matched(each, devices, behind)) for each in listed}
        self._arrange()

    def _line(self, listed: CloudDevice, match: Device | None) -> Line:
        if listed.id in self._taken:
            return Line(listed, match, Standing.KNOWN)
        if match is None:
            return Line(listed, None, Standing.NEW)
        differs = _differences(listed, match)
        return Line(listed, match, Standing.CHANGED if differs else Standing.KNOWN, differs)

    def _arrange(self) -> None:
        words = self._text.casefold().split()
        left = [
            line
            for line in self._lines.values()
            if self._only in {None, line.standing} and all(word in _searched(line) for word in words)
        ]
        left.sort(key=lambda line: (line.standing is not Standing.NEW, line.listed.name.casefold(), line.listed.id))
        self._shown = [line.listed.id for line in left]
        self._positions = {key: n for n, key in enumerate(self._shown)}


def _behind(devices: Mapping[DeviceId, Device]) -> dict[tuple[DeviceId | None, str], Device]:
    return {(device.gateway, device.cid): device for device in devices.values() if device.cid}


def _matched(
    listed: CloudDevice,
    devices: Mapping[DeviceId, Device],
    behind: Mapping[tuple[DeviceId | None, str], Device],
) -> Device | None:
    """The same id, or a sub-device that was first known on the LAN: the same node of the same gateway."""
    return devices.get(listed.id) or (behind.get((listed.gateway, listed.node_id)) if listed.node_id else None)


def _differences(listed: CloudDevice, known: Device) -> str:
    found = []
    if listed.name and listed.name != known.name:
        found.append(f"named {listed.name} in the cloud")
    if listed.sub and listed.gateway is not None and known.gateway not in {None, listed.gateway}:
        found.append("behind another gateway")
    if not known.points:
        found.append("its data points come in")
    return ", ".join(found)


def _searched(line: Line) -> str:
    listed = line.listed
    name = line.match.name if line.match else ""
    parts = (listed.name, listed.id, listed.product_name, listed.product, listed.category, _kind(listed), name)
    return "\n".join(parts).casefold()


def _kind(listed: CloudDevice) -> str:
    return category_word(listed.kind) if listed.kind is not Category.UNKNOWN else listed.category or NOTHING


def _row(line: Line, refused: str) -> Row:
    listed = line.listed
    product = listed.product_name or listed.model or listed.product or NOTHING
    return Row(
        key=listed.id,
        cells=(
            Cell(listed.name or listed.id, strong=True, glyph=f"category.{listed.kind}", tip=listed.id),
            Cell(_kind(listed), "ink2", tip=f"Category {listed.category}" if listed.category else ""),
            Cell(product, "ink2", tip=" · ".join(part for part in (product, listed.product) if part)),
            Cell("online" if listed.online else "offline", "ink2" if listed.online else "ink3"),
            _STATE_CELLS[line.standing],
            _match_cell(line, refused),
        ),
    )


def _match_cell(line: Line, refused: str) -> Cell:
    if refused:
        return Cell(refused, "caution", glyph="caution", glyph_ink="caution", tip=refused)
    if line.match is None:
        return Cell(NOTHING, "ink3")
    if line.standing is Standing.CHANGED:
        return Cell(line.match.name, tip=f"{line.match.name}: {line.differs}. Its name and place here stay.")
    return Cell(line.match.name, "ink2", tip=line.match.name)


_STATE_CELLS = {
    Standing.NEW: Cell("new", strong=True, glyph="open_step"),
    Standing.CHANGED: Cell("changed", glyph="edit"),
    Standing.KNOWN: Cell("known", "ink2", glyph="done"),
}
