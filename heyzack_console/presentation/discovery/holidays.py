"""The site's list of holidays as a person edits it: lines by date, what is new, and the change that it amounts to."""

from collections.abc import Collection, Iterable
from datetime import date

from heyzack_console.domain.holidays import Holiday
from heyzack_console.ports.engine.holidays import ChangeHolidays
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("day", "Date", 110, keeps=True),
    Column("weekday", "Weekday", 120, drops=1),
    Column("name", "Name", 0, least=120),
    Column("state", "State", 90),
)
LONGEST_NAME = 120


class HolidayDraft:
    """The lines of the table. Nothing is stored before the change is sent."""

    columns = COLUMNS

    def __init__(self, kept: Iterable[Holiday]) -> None:
        self._kept = {one.day: one.name for one in kept}
        self._days = dict(self._kept)
        self._order = sorted(self._days)

    def __len__(self) -> int:
        return len(self._order)

    def key(self, position: int) -> str:
        """The date at *position*, as ISO 8601."""
        return self._order[position].isoformat()

    def position(self, key: str) -> int | None:
        """Where the line *key* stands; None where it was taken off."""
        day = date.fromisoformat(key)
        return self._order.index(day) if day in self._days else None

    def row(self, position: int) -> Row:
        """The finished line."""
        day = self._order[position]
        name = self._days[day]
        state = "" if self._kept.get(day) == name else "renamed" if day in self._kept else "new"
        return Row(
            day.isoformat(),
            (Cell(day.isoformat()), Cell(f"{day:%A}", "ink2"), Cell(name, tip=name), Cell(state, strong=bool(state))),
        )

    def add(self, day: date, name: str) -> None:
        """Put *day* on the list, or give it another name."""
        self._days[day] = " ".join(name.split())
        self._order = sorted(self._days)

    def propose(self, proposed: Iterable[Holiday]) -> int:
        """Put on the list what is not on it and return how many that are; names that people gave stay."""
        fresh = [one for one in proposed if one.day not in self._days]
        for one in fresh:
            self.add(one.day, one.name)
        return len(fresh)

    def take_off(self, keys: Collection[str]) -> None:
        """Take the lines *keys* off the list."""
        for key in keys:
            self._days.pop(date.fromisoformat(key), None)
        self._order = sorted(self._days)

    @property
    def change(self) -> ChangeHolidays:
        """What has to be stored."""
        added = tuple(Holiday(day, self._days[day]) for day in self._order if self._kept.get(day) != self._days[day])
        return ChangeHolidays(added, tuple(day for day in sorted(self._kept) if day not in self._days))

    @property
    def changed(self) -> bool:
        """There is something to store."""
        return self._days != self._kept

    def summary(self) -> str:
        """How many days, in which years, and what is not stored yet."""
        if not self._days and not self.changed:
            return "No holidays: only weekends and nights are closed."
        parts = [_days(len(self._days))]
        if self._order:
            first, last = self._order[0].year, self._order[-1].year
            parts[0] += f" in {first}" if first == last else f" from {first} to {last}"
        change = self.change
        if change.added:
            parts.append(f"{len(change.added)} to store")
        if change.removed:
            parts.append(f"{len(change.removed)} to take off")
        return ", ".join(parts)


def name_fault(name: str) -> str:
    """What is wrong with a holiday's name; empty where nothing is."""
    name = " ".join(name.split())
    if not name:
        return "Give the day a name"
    if len(name) > LONGEST_NAME or not name.isprintable():
        return f"A name has at most {LONGEST_NAME} characters on one line"
    return ""


def proposed_words(fresh: int, known: int, year: int) -> str:
    """What a proposal brought."""
    if not known:
        return f"No public holidays are known for {year}."
    if not fresh:
        return f"All {_days(known)} of {year} are on the list already."
    return f"{_days(fresh)} of {year} proposed. Look through them: nothing is stored before you save."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
