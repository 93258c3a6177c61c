"""The drift report: one line for each thing of a device that is not as its template says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.templates import DeviceDrift, Difference, DriftKind
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.values import value_text
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("device", "Device", 0, least=140),
    Column("what", "What", 130, least=90),
    Column("shown", "Now", 170, least=80),
    Column("wanted", "By the template", 200, least=90),
    Column("heard", "Heard", 84, drops=1),
    Column("result", "Result", 200, least=120),
)
NEVER = "never heard"


@dataclass(frozen=True, slots=True)
class DriftLine:
    """One difference of one device, and what has become of it."""

    device: Device
    difference: Difference
    result: str = ""
    ink: str = "ink2"

    @property
    def key(self) -> str:
        """The name of the line."""
        return f"{self.device.id}\n{self.difference.kind}\n{self.difference.code}"

    @property
    def open(self) -> bool:
        """It can be put right from here."""
        return not self.difference.why_not


class DriftList:
    """The lines of the report, in the order of the devices' names."""

    columns = COLUMNS

    def __init__(self) -> None:
        self._lines: dict[str, DriftLine] = {}
        self._order: list[str] = []
        self._now: datetime | None = None

    def __len__(self) -> int:
        return len(self._order)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._order[position]

    def position(self, key: str) -> int | None:
        """Where the line *key* stands."""
        return self._order.index(key) if key in self._lines else None

    def row(self, position: int) -> Row:
        """The finished line; the device is named once for all its lines."""
        key = self._order[position]
        above = self._lines[self._order[position - 1]].device.id if position else None
        return _row(self._lines[key], first=above != self._lines[key].device.id, now=self._now)

    def take(self, drifts: Iterable[DeviceDrift], devices: Mapping[DeviceId, Device], now: datetime) -> None:
        """Show *drifts* in place of what was shown; a device that left the book meanwhile is left out."""
        found = [
            DriftLine(devices[drift.device], difference)
            for drift in drifts
            if drift.device in devices
            for difference in drift.differences
        ]
        found.sort(key=lambda line: (line.device.name, line.device.id))
        self._lines = {line.key: line for line in found}
        self._order = list(self._lines)
        self._now = now

    def lines(self, keys: Iterable[str]) -> tuple[DriftLine, ...]:
        """The lines *keys* that can be put right, in the order shown."""
        wanted = set(keys)
        return tuple(self._lines[key] for key in self._order if key in wanted and self._lines[key].open)

    def open_keys(self) -> tuple[str, ...]:
        """Every line that can be put right and does not touch what protects people."""
        return tuple(key for key, line in self._lines.items() if line.open and not line.difference.asks_first)

    def settle(self, key: str, result: str, ink: str) -> None:
        """Say what became of the line *key*."""
        line = self._lines.get(key)
        if line is not None:
            self._lines[key] = DriftLine(line.device, line.difference, result, ink)

    def summary(self) -> str:
        """How many, in words."""
        if not self._order:
            return "No difference"
        devices = len({line.device.id for line in self._lines.values()})
        count = len(self._order)
        return f"{count} difference{'s' if count > 1 else ''} of {devices} device{'s' if devices > 1 else ''}"

    def as_text(self) -> str:
        """The whole report for a file or the clipboard: tab-separated, a line for each difference."""
        heads = "\t".join(("Id", *(column.title for column in COLUMNS)))
        rows = []
        for position, key in enumerate(self._order):
            line, cells = self._lines[key], self.row(position).cells
            rows.append("\t".join((line.device.id, line.device.name, *(cell.text for cell in cells[1:]))))
        return "\n".join((heads, *rows)) + "\n"


def words_of(device: Device, difference: Difference, value: Value) -> str:
    """Return one side of a difference as a person reads it."""
    if difference.kind is DriftKind.CATEGORY and isinstance(value, str):
        return category_word(Category(value))
    if difference.kind is DriftKind.NAME:
        return str(value)
    return value_text(device.category, device.point(difference.code), value, difference.unit)


def _row(line: DriftLine, *, first: bool, now: datetime | None) -> Row:
    device, difference = line.device, line.difference
    heard = ""
    if difference.kind is DriftKind.VALUE:
        heard = age_text(now - difference.at) if now is not None and difference.at is not None else NEVER
    result, ink = (line.result, line.ink) if line.result else (difference.why_not, "ink3")
    if not result and difference.asks_first:
        result, ink = "asks first: it protects people", "caution"
    shown = words_of(device, difference, difference.shown)
    wanted = words_of(device, difference, difference.wanted)
    return Row(
        line.key,
        (
            Cell(device.name, strong=True, glyph=f"category.{device.category}", tip=device.name) if first else Cell(),
            Cell(difference.title, "ink2", tip=difference.code or difference.title),
            Cell(shown, "ink2", tip=shown),
            Cell(wanted, "ink3" if difference.why_not else "ink", tip=wanted),
            Cell(heard, "ink2"),
            Cell(result, ink, tip=result),
        ),
    )
