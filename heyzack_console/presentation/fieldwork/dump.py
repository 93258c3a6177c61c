"""Data points of a visit as the lines of a table."""

from collections.abc import Sequence

from heyzack_console.domain.devices.visits import DumpedPoint
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("dp", "DP", 56, right=True),
    Column("code", "Name", 190, least=90),
    Column("value", "Decoded", 170, least=70),
    Column("raw", "Raw", 0, least=90),
)


class DumpList:
    """The data points that were read last."""

    def __init__(self) -> None:
        self._points: tuple[DumpedPoint, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return COLUMNS

    def take(self, points: Sequence[DumpedPoint]) -> None:
        """Show *points*."""
        self._points = tuple(points)

    def __len__(self) -> int:
        return len(self._points)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._points[position].dp

    def position(self, key: str) -> int | None:
        """Where the line *key* stands now."""
        return next((number for number, point in enumerate(self._points) if point.dp == key), None)

    def row(self, position: int) -> Row:
        """The finished line."""
        point = self._points[position]
        raw = Cell(point.raw, tip=point.raw) if point.raw else Cell("read by measuring", "ink3")
        return Row(point.dp, (Cell(point.dp), Cell(point.code), Cell(f"{point.value} {point.unit}".strip()), raw))
