"""Where the parts of a drawn month are."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from heyzack_console.presentation.calendar.month import Bar

GAP = 2


@dataclass(frozen=True, slots=True)
class MonthPlaces:
    """The geometry of a month of *rows* weeks on a canvas; *unit* is one design pixel at the user's text size."""

    width: float
    height: float
    rows: int
    unit: float

    @property
    def left(self) -> float:
        """Room for the numbers of weeks."""
        return 30 * self.unit

    @property
    def top(self) -> float:
        """Room for the names of days."""
        return 24 * self.unit

    @property
    def chip(self) -> float:
        """Height of an entry."""
        return 19 * self.unit

    @property
    def column(self) -> float:
        """Width of a day."""
        return (self.width - self.left) / 7

    @property
    def row(self) -> float:
        """Height of a day."""
        return (self.height - self.top) / max(self.rows, 1)

    @property
    def head(self) -> float:
        """Height of a day's head."""
        return 26 * self.unit

    @property
    def lanes(self) -> int:
        """So many entries have room in a day."""
        return max(1, int((self.row - self.head) // (self.chip + GAP)))

    def day(self, row: int, column: int) -> QRectF:
        """One day."""
        return QRectF(self.left + column * self.column, self.top + row * self.row, self.column, self.row)

    def days(self, row: int, bar: Bar) -> QRectF:
        """All days of a bar."""
        return self.day(row, bar.first).united(self.day(row, bar.last))

    def bar(self, row: int, bar: Bar) -> QRectF:
        """The plate of an entry."""
        days = self.days(row, bar)
        return QRectF(days.left() + 3, self._lane(days, bar.lane), days.width() - 6, self.chip)

    def window(self, row: int, column: int) -> QRectF:
        """The plate of a window in the head of a day."""
        day = self.day(row, column)
        room = day.width() - 32 * self.unit
        width = 104 * self.unit if room >= 98 * self.unit else 24 * self.unit
        width = min(width, room)
        return QRectF(day.right() - width - 3, day.top() + 3, width, self.chip)

    def more(self, row: int, column: int) -> QRectF:
        """Where the number of those without room stands."""
        day = self.day(row, column)
        return QRectF(day.left() + 3, self._lane(day, self.lanes - 1), day.width() - 6, self.chip)

    def _lane(self, day: QRectF, lane: int) -> float:
        return day.top() + self.head + lane * (self.chip + GAP)
