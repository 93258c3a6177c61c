"""What planned work collides with, and where there is room for it."""

from dataclasses import replace

from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, Occurrence
from heyzack_console.rules.calendar.conflicts import Surroundings, with_conflicts
from tests.support.calendar_entries import utc

NIGHT = Occurrence(CalendarKind.WINDOW, ("Weekly",), utc("2026-06-07T00:00"), utc("2026-06-07T04:00"))
NEXT = replace(NIGHT, start=utc("2026-06-14T00:00"), end=utc("2026-06-14T04:00"))
FREEZE = Occurrence(CalendarKind.FREEZE, ("Board week",), utc("2026-06-06T00:00"), utc("2026-06-07T01:00"))
FAIR = Occurrence(CalendarKind.EVENT, ("Open day",), utc("2026-06-07T02:00"), utc("2026-06-07T12:00"))
SLOT = utc("2026-06-07T00:30"), utc("2026-06-07T02:30")


def words(around, start, end):
    return [one.text for one in around.conflicts(start, end)]


def test_work_within_a_window_collides_with_nothing():
    assert words(Surroundings([NIGHT]), *SLOT) == []


def test_work_that_leaves_its_window_is_outside():
    assert words(Surroundings([NIGHT]), utc("2026-06-07T03:00"), utc("2026-06-07T04:01")) == [
        "Outside every maintenance window"
    ]


def test_each_collision_is_named():
    assert words(Surroundings([NIGHT, FREEZE, FAIR]), *SLOT) == ["Freeze: Board week", "Public event: Open day"]


def test_touching_is_no_collision_and_what_was_cancelled_stands_in_nobodys_way():
    cancelled = replace(FAIR, status=CalendarStatus.CANCELLED)
    assert words(Surroundings([NIGHT, FREEZE, cancelled]), utc("2026-06-07T01:00"), utc("2026-06-07T03:00")) == []


def test_the_free_slot_is_the_first_one_within_a_window_without_collision():
    around = Surroundings([NIGHT, FREEZE, FAIR, NEXT])
    assert around.free_slot(utc("2026-06-01"), utc("2026-06-01T01:00")) == (
        utc("2026-06-07T01:00"), utc("2026-06-07T02:00"),
    )  # fmt: skip
    assert around.free_slot(*SLOT) == (utc("2026-06-14T00:00"), utc("2026-06-14T02:00"))
    assert around.free_slot(utc("2026-06-01"), utc("2026-06-01T05:00")) is None


def test_only_planned_work_is_judged():
    work = Occurrence(CalendarKind.WORK, ("Filter",), *SLOT)
    done = replace(work, status=CalendarStatus.CANCELLED)
    judged = with_conflicts([work, done, FREEZE])
    assert [len(one.conflicts) for one in judged] == [2, 0, 0]
