"""Days as columns of hours: overlaps stand side by side, crowds are counted."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.calendar import CalendarKind
from heyzack_console.presentation.calendar.hours import DAY_MINUTES, hour_columns
from heyzack_console.presentation.calendar.pages import View, page_at
from tests.support.calendar_items import shown

DAY = page_at(View.DAY, date(2026, 7, 23))
WEEK = page_at(View.WEEK, date(2026, 7, 23))
BEGINS = datetime(2026, 7, 23)  # noqa: DTZ001  (a wall clock)


def test_what_overlaps_stands_side_by_side_and_what_touches_does_not():
    first, second, third = (
        shown(name, f"2026-07-23T{start}:00", f"2026-07-23T{end}:00")
        for name, start, end in (("a", "08", "10"), ("b", "09", "11"), ("c", "11", "12"))
    )
    (column,) = hour_columns(DAY, [third, second, first], 4)
    assert [(b.item.title, b.top, b.bottom, b.lane, b.lanes) for b in column.blocks] == [
        ("a", 480, 600, 0, 2),
        ("b", 540, 660, 1, 2),
        ("c", 660, 720, 0, 1),
    ]


def test_a_night_is_drawn_on_both_its_days_and_windows_and_freezes_behind():
    night = shown("Night", "2026-07-21T22:00", "2026-07-22T04:00")
    window = shown("Window", "2026-07-21T00:00", "2026-07-21T04:00", CalendarKind.WINDOW)
    columns = hour_columns(WEEK, [night, window], 4)
    assert [[(b.top, b.bottom) for b in column.blocks] for column in columns[1:3]] == [[(1320, 1440)], [(0, 240)]]
    assert [(b.top, b.bottom) for b in columns[1].ground] == [(0, 240)]


def test_a_crowd_is_counted_where_it_has_no_room():
    crowd = [shown(f"{n}", "2026-07-23T08:00", "2026-07-23T09:00") for n in range(20)]
    (column,) = hour_columns(DAY, crowd, 3)
    assert len(column.blocks) == 2
    assert [(c.count, c.top, c.bottom, c.lanes) for c in column.crowds] == [(18, 480, 540, 3)]


@given(st.lists(st.tuples(st.integers(0, 1430), st.integers(1, 300)), max_size=50), st.integers(1, 8))
def test_nothing_overlaps_and_nothing_is_lost(wanted, most):
    def at(minutes):
        return (BEGINS + timedelta(minutes=minutes)).isoformat()

    found = [shown(f"{n}", at(start), at(start + length)) for n, (start, length) in enumerate(wanted)]
    (column,) = hour_columns(DAY, found, most)
    assert len(column.blocks) + sum(crowd.count for crowd in column.crowds) == len(found)
    assert all(0 <= b.top < b.bottom <= DAY_MINUTES and b.lane < b.lanes <= most for b in column.blocks)
    for lane in range(most):
        placed = sorted((b.top, b.bottom) for b in column.blocks if b.lane == lane)
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(placed))
