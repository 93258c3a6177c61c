"""What a table shows: columns, and rows of finished cells."""

from dataclasses import dataclass
from typing import Protocol

from heyzack_console.presentation.building.marks import Mark


@dataclass(frozen=True, slots=True)
class Column:
    """One column; *width* in pixels at 100 % text, 0 takes what is left. Columns with a *drops* leave narrow windows,
    the smallest number first; those with a *least* then give way down to it. *sortable* ones order the table when
    their header is clicked.
    """

    name: str
    title: str
    width: int
    right: bool = False
    drops: int = 0
    least: int = 0
    sortable: bool = False
    keeps: bool = False
    """Its text is never elided: the column is at least as wide as its widest visible text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: *ink* is a colour token; *hatched* marks a stale value; *glyph* is an icon's token before the text."""

    text: str = ""
    ink: str = "ink"
    strong: bool = False
    glyph: str = ""
    glyph_ink: str = "ink2"
    mark: Mark | None = None
    hatched: bool = False
    dotted: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line; *tint* is a colour token for its ground; a *head* is the line that opens a group."""

    key: str
    cells: tuple[Cell, ...]
    tint: str = ""
    head: str = ""
    count: str = ""


class RowSource(Protocol):
    """Where a table's lines come from: it knows the order and words a line when it is asked for."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, from left to right; their titles and widths may change with the lines, never their number."""

    def __len__(self) -> int: ...

    def key(self, position: int) -> str:
        """The key of the line at *position*."""

    def position(self, key: str) -> int | None:
        """Where the line *key* stands now; None where it is not shown."""

    def row(self, position: int) -> Row:
        """The finished line."""
