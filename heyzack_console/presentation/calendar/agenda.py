"""The calendar as lines of a table, one an occurrence, by start."""

from collections.abc import Sequence

from heyzack_console.presentation.calendar.items import GLYPHS, WORDS, Item, day_words, length_words
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("day", "Day", 104),
    Column("time", "Time", 110),
    Column("title", "What", 0, least=140),
    Column("kind", "Kind", 160, drops=2),
    Column("length", "Length", 90, right=True, drops=3),
    Column("conflict", "Conflicts", 260, drops=1),
)


class AgendaListing:
    """The lines of the agenda."""

    def __init__(self) -> None:
        self._items: tuple[Item, ...] = ()
        self._places: dict[str, int] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """From left to right."""
        return COLUMNS

    def show(self, found: Sequence[Item]) -> None:
        """Show *found* from now on."""
        self._items = tuple(found)
        self._places = {one.key: place for place, one in enumerate(self._items)}

    def __len__(self) -> int:
        return len(self._items)

    def key(self, position: int) -> str:
        """The key of the line at *position*."""
        return self._items[position].key

    def position(self, key: str) -> int | None:
        """Where the line *key* stands."""
        return self._places.get(key)

    def row(self, position: int) -> Row:
        """The finished line; a day is written once."""
        one = self._items[position]
        repeated = position > 0 and self._items[position - 1].first == one.first
        quiet = "ink3" if one.look in {"past", "cancelled"} else "ink"
        glyph_ink = "caution" if one.look == "conflict" else "ink2"
        return Row(
            one.key,
            (
                Cell("" if repeated else day_words(one.first), "ink2", strong=not repeated, tip=one.tip),
                Cell(
                    one.times if one.first == one.last else f"{one.start:%H:%M} to {day_words(one.last)}", tip=one.tip
                ),
                Cell(one.title, quiet, glyph=GLYPHS[one.look], glyph_ink=glyph_ink, tip=one.tip),
                Cell(WORDS[one.occurrence.kind] + _more(one), "ink2"),
                Cell(length_words(one.occurrence.end - one.occurrence.start), "ink2"),
                Cell("; ".join(conflict.text for conflict in one.occurrence.conflicts), "caution", tip=one.tip),
            ),
        )


def _more(one: Item) -> str:
    return f", {one.look}" if one.look in {"past", "running", "cancelled", "tentative"} else ""
