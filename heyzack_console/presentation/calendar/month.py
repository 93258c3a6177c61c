"""A month as weeks: which entry stands in which lane of which days, and how many found no room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from heyzack_console.domain.calendar import CalendarKind
from heyzack_console.presentation.calendar.items import Item
from heyzack_console.presentation.calendar.pages import Page

WEEK = 7
IN_THE_HEAD = frozenset({CalendarKind.WINDOW})


@dataclass(frozen=True, slots=True)
class Bar:
    """An item over the columns *first* to *last* of a week; *begins* and *ends* tell whether its own ends are there."""

    item: Item
    first: int
    last: int
    lane: int
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Week:
    """One row of a month.

    Attributes:
        bars: what has room.
        more: by day how many items have none.
        windows: by day what stands in its head.
        freezes: what is hatched besides; each is a bar as well.
    """

    days: tuple[date, ...]
    bars: tuple[Bar, ...]
    more: tuple[int, ...]
    windows: tuple[tuple[Item, ...], ...]
    freezes: tuple[Bar, ...]

    @property
    def number(self) -> int:
        """The ISO week."""
        return self.days[0].isocalendar().week


def month_weeks(page: Page, found: Iterable[Item], lanes: int) -> tuple[Week, ...]:
    """The weeks of *page*, each day with room for *lanes* entries."""
    known, days = tuple(found), page.days
    return tuple(_week(days[at : at + WEEK], known, lanes) for at in range(0, len(days), WEEK))


def _week(days: tuple[date, ...], found: Sequence[Item], lanes: int) -> Week:
    here = [one for one in found if one.first <= days[-1] and _until(one) >= days[0]]
    windows = tuple(
        tuple(one for one in here if one.occurrence.kind in IN_THE_HEAD and one.first == day) for day in days
    )
    freezes = tuple(_bar(one, days, 0) for one in here if one.occurrence.kind is CalendarKind.FREEZE)
    placed = _placed([one for one in here if one.occurrence.kind not in IN_THE_HEAD], days)
    room = [_room(placed, column, lanes) for column in range(len(days))]
    shown = tuple(bar for bar in placed if all(bar.lane < room[column] for column in range(bar.first, bar.last + 1)))
    more = tuple(
        sum(bar.first <= column <= bar.last for bar in placed) - sum(bar.first <= column <= bar.last for bar in shown)
        for column in range(len(days))
    )
    return Week(days, shown, more, windows, freezes)


def _placed(plain: Sequence[Item], days: tuple[date, ...]) -> list[Bar]:
    """Each item in the first lane that is free on all its days, long ones first."""
    taken: list[set[int]] = [set() for _ in days]
    placed = []
    for one in sorted(plain, key=lambda one: (one.look != "freeze", not one.long, one.start, one.title)):
        bar = _bar(one, days, 0)
        columns = range(bar.first, bar.last + 1)
        lane = next(n for n in range(len(plain) + 1) if all(n not in taken[column] for column in columns))
        for column in columns:
            taken[column].add(lane)
        placed.append(Bar(one, bar.first, bar.last, lane, bar.begins, bar.ends))
    return placed


def _room(placed: Sequence[Bar], column: int, lanes: int) -> int:
    """One lane less where the number of those without room has to stand."""
    crowded = any(bar.lane >= lanes for bar in placed if bar.first <= column <= bar.last)
    return lanes - 1 if crowded else lanes


def _bar(one: Item, days: tuple[date, ...], lane: int) -> Bar:
    begins, ends = one.first >= days[0], _until(one) <= days[-1]
    first = (one.first - days[0]).days if begins else 0
    last = (_until(one) - days[0]).days if ends else len(days) - 1
    return Bar(one, first, last, lane, begins, ends)


def _until(one: Item) -> date:
    """What is shorter than a day stands on the day on which it begins, also when it goes on past midnight."""
    return one.last if one.long or one.occurrence.kind is CalendarKind.FREEZE else one.first
