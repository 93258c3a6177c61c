"""Rotations in a site's own time; the answers of the nights when clocks change were worked out by hand.

Berlin: on 29 March 2026 02:00 becomes 03:00, on 25 October 2026 03:00 becomes 02:00, both at 01:00 UTC.
"""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.notifications.people import PersonId, Quiet
from heyzack_console.domain.notifications.schedules import Layer, Turn
from heyzack_console.rules.oncall.rotations import layer_shifts

BERLIN = ZoneInfo("Europe/Berlin")
A, B, C = PersonId("a"), PersonId("b"), PersonId("c")


def utc(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def wall(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute)  # noqa: DTZ001


def told(layer: Layer, begin: datetime, end: datetime) -> list[tuple[datetime, datetime, str]]:
    return [(shift.start, shift.end, shift.person) for shift in layer_shifts(layer, BERLIN, begin, end)]


def test_a_daily_turn_has_23_hours_in_the_night_in_which_the_clocks_go_forward():
    layer = Layer("days", (A, B), wall(3, 28, 8), Turn.DAILY)
    assert told(layer, utc(3, 28, 7), utc(3, 30, 6)) == [
        (utc(3, 28, 7), utc(3, 29, 6), A),
        (utc(3, 29, 6), utc(3, 30, 6), B),
    ]


def test_a_daily_turn_has_25_hours_in_the_night_in_which_the_clocks_go_back():
    layer = Layer("days", (A, B), wall(10, 24, 8), Turn.DAILY)
    assert told(layer, utc(10, 24, 6), utc(10, 26, 7)) == [
        (utc(10, 24, 6), utc(10, 25, 7), A),
        (utc(10, 25, 7), utc(10, 26, 7), B),
    ]


def test_a_hand_over_at_an_hour_that_does_not_exist_takes_place_once_an_hour_later_on_the_wall():
    layer = Layer("nights", (A, B, C), wall(3, 28, 2, 30), Turn.DAILY)
    assert told(layer, utc(3, 28, 1, 30), utc(3, 31, 0, 30)) == [
        (utc(3, 28, 1, 30), utc(3, 29, 1, 30), A),
        (utc(3, 29, 1, 30), utc(3, 30, 0, 30), B),
        (utc(3, 30, 0, 30), utc(3, 31, 0, 30), C),
    ]


def test_a_hand_over_at_an_hour_that_exists_twice_takes_place_the_first_time():
    layer = Layer("nights", (A, B), wall(10, 24, 2, 30), Turn.DAILY)
    assert told(layer, utc(10, 24, 0, 30), utc(10, 26, 1, 30)) == [
        (utc(10, 24, 0, 30), utc(10, 25, 0, 30), A),
        (utc(10, 25, 0, 30), utc(10, 26, 1, 30), B),
    ]


def test_a_weekly_turn_keeps_its_hour_on_the_wall_over_the_change():
    layer = Layer("weeks", (A, B), wall(10, 19, 9), Turn.WEEKLY)
    assert told(layer, utc(10, 19), utc(11, 2, 8)) == [
        (utc(10, 19, 7), utc(10, 26, 8), A),
        (utc(10, 26, 8), utc(11, 2, 8), B),
    ]


def test_a_custom_rotation_is_handed_over_by_its_rule_and_stays_with_the_last_when_the_rule_ends():
    layer = Layer("custom", (A, B, C), wall(6, 1, 9), Turn.CUSTOM, rule="FREQ=WEEKLY;BYDAY=MO,FR;COUNT=4")
    assert told(layer, utc(6, 1), utc(6, 30)) == [
        (utc(6, 1, 7), utc(6, 5, 7), A),
        (utc(6, 5, 7), utc(6, 8, 7), B),
        (utc(6, 8, 7), utc(6, 12, 7), C),
        (utc(6, 12, 7), utc(6, 30), A),
    ]


def test_a_custom_rotation_without_a_rule_that_can_be_read_says_so():
    layer = Layer("custom", (A,), wall(6, 1, 9), Turn.CUSTOM, rule="FREQ=NEVER")
    with pytest.raises(InvalidInput, match="no recurrence rule"):
        layer_shifts(layer, BERLIN, utc(6, 1), utc(6, 2))


def test_nobody_is_on_duty_before_the_first_hand_over_nor_in_a_layer_without_people():
    layer = Layer("days", (A,), wall(6, 10, 8), Turn.DAILY)
    assert told(layer, utc(6, 1), utc(6, 10, 5)) == []
    assert told(Layer("empty", (), wall(6, 1), Turn.DAILY), utc(6, 1), utc(6, 3)) == []


def test_duty_at_night_alone_has_8_hours_in_spring_and_10_in_autumn():
    night = (Quiet(time(22), time(7)),)
    spring = Layer("nights", (A,), wall(3, 1, 8), Turn.WEEKLY, hours=night)
    assert told(spring, utc(3, 28, 12), utc(3, 29, 12)) == [(utc(3, 28, 21), utc(3, 29, 5), A)]
    autumn = Layer("nights", (A,), wall(10, 1, 8), Turn.WEEKLY, hours=night)
    assert told(autumn, utc(10, 24, 12), utc(10, 25, 12)) == [(utc(10, 24, 20), utc(10, 25, 6), A)]


def test_hours_of_which_the_change_leaves_nothing_do_not_take_place():
    gone = (Quiet(time(2, 15), time(2, 45)),)
    layer = Layer("short", (A,), wall(3, 1), Turn.WEEKLY, hours=gone)
    days = [start.date().day for start, _, _ in told(layer, utc(3, 28), utc(3, 31))]
    lengths = {end - start for start, end, _ in told(layer, utc(3, 28), utc(3, 31))}
    assert (days, lengths) == ([28, 29, 30], {timedelta(minutes=30)})
    backwards = Layer("none", (A,), wall(3, 1), Turn.WEEKLY, hours=(Quiet(time(2, 30), time(3, 15)),))
    assert [s.date().day for s, _, _ in told(backwards, utc(3, 28), utc(3, 31))] == [28, 30]


def test_hours_on_weekdays_belong_to_the_day_on_which_they_begin():
    friday = (Quiet(time(20), time(6), days=(4,)),)
    layer = Layer("friday nights", (A,), wall(6, 1), Turn.WEEKLY, hours=friday)
    assert told(layer, utc(6, 1), utc(6, 8)) == [(utc(6, 5, 18), utc(6, 6, 4), A)]


ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC", "Asia/Kathmandu"])
LAYERS = st.builds(
    Layer,
    st.just("any"),
    st.lists(st.sampled_from([A, B, C]), min_size=1, max_size=4).map(tuple),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1)),  # noqa: DTZ001
    st.sampled_from([Turn.DAILY, Turn.WEEKLY]),
    st.integers(1, 3),
    hours=st.lists(st.builds(Quiet, st.times(), st.times()), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(LAYERS, ZONES, st.integers(0, 360), st.integers(1, 20))
def test_no_moment_is_covered_twice_by_one_layer_and_a_part_of_a_span_has_the_parts_of_its_shifts(
    layer, zone, first, length
):
    begin = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=first)
    end = begin + timedelta(days=length)
    shifts = layer_shifts(layer, ZoneInfo(zone), begin, end)
    assert all(begin <= shift.start < shift.end <= end for shift in shifts)
    assert all(one.end <= other.start for one, other in pairwise(shifts))
    middle = begin + (end - begin) / 3
    halves = [*layer_shifts(layer, ZoneInfo(zone), begin, middle), *layer_shifts(layer, ZoneInfo(zone), middle, end)]
    assert sum((s.end - s.start for s in halves), timedelta(0)) == sum((s.end - s.start for s in shifts), timedelta(0))
    assert {s.person for s in halves} == {s.person for s in shifts}
