"""A month as weeks: nothing overlaps, nothing is lost, what has no room is counted."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.calendar import CalendarKind
from heyzack_console.presentation.calendar.month import month_weeks
from heyzack_console.presentation.calendar.pages import View, page_at
from tests.support.calendar_items import shown

JULY = page_at(View.MONTH, date(2026, 7, 1))
BEGINS = datetime(2026, 6, 29)  # noqa: DTZ001  (a wall clock)


def bars(week):
    return {bar.item.title: (bar.first, bar.last, bar.lane) for bar in week.bars}


def test_what_lasts_for_days_lies_across_them_and_goes_on_in_the_next_week():
    overhaul = shown("Overhaul", "2026-07-10T07:00", "2026-07-14T16:00")
    walk = shown("Walk", "2026-07-10T08:00", "2026-07-10T09:00")
    weeks = month_weeks(JULY, [walk, overhaul], 3)
    assert bars(weeks[1]) == {"Overhaul": (4, 6, 0), "Walk": (4, 4, 1)}
    assert bars(weeks[2]) == {"Overhaul": (0, 1, 0)}
    (before,), (after,) = ([bar for bar in week.bars if bar.item is overhaul] for week in weeks[1:3])
    assert (before.begins, before.ends, after.begins, after.ends) == (True, False, False, True)


def test_a_night_stands_on_the_day_on_which_it_begins():
    (week,) = (w for w in month_weeks(JULY, [shown("Night", "2026-07-07T22:00", "2026-07-08T04:00")], 3) if w.bars)
    assert bars(week) == {"Night": (1, 1, 0)}


def test_windows_stand_in_the_head_and_a_freeze_is_hatched_with_its_name_on_top():
    window = shown("Weekly window", "2026-07-12T00:00", "2026-07-12T04:00", CalendarKind.WINDOW)
    freeze = shown("Board week", "2026-07-08T00:00", "2026-07-11T00:00", CalendarKind.FREEZE)
    week = month_weeks(JULY, [window, freeze, shown("Walk", "2026-07-08T08:00", "2026-07-08T09:00")], 3)[1]
    assert [len(head) for head in week.windows] == [0, 0, 0, 0, 0, 0, 1]
    assert [(bar.first, bar.last) for bar in week.freezes] == [(2, 4)]
    assert bars(week) == {"Board week": (2, 4, 0), "Walk": (2, 2, 1)}


def test_what_has_no_room_is_counted_in_the_place_of_the_last_one():
    day = [shown(f"Round {n}", "2026-07-07T08:00", "2026-07-07T09:00") for n in range(5)]
    week = month_weeks(JULY, day, 3)[1]
    assert (len(week.bars), week.more) == (2, (0, 3, 0, 0, 0, 0, 0))
    assert month_weeks(JULY, day, 5)[1].more[1] == 0


spans = st.tuples(st.integers(0, 34), st.integers(0, 23), st.integers(1, 120))


@given(st.lists(spans, max_size=60), st.integers(1, 6))
def test_nothing_overlaps_and_nothing_is_lost(wanted, lanes):
    def at(days, hours):
        return (BEGINS + timedelta(days=days, hours=hours)).isoformat()

    found = [shown(f"{n}", at(d, h), at(d, h + length)) for n, (d, h, length) in enumerate(wanted)]
    for week in month_weeks(JULY, found, lanes):
        for column, day in enumerate(week.days):
            here = [bar for bar in week.bars if bar.first <= column <= bar.last]
            assert len({bar.lane for bar in here}) == len(here)
            assert all(bar.lane < lanes for bar in here)
            due = [one for one in found if one.first == day or (one.long and one.first <= day <= one.last)]
            assert len(here) + week.more[column] == len(due)
