"""Deadlines: worked by hand, against a count minute by minute, and as properties."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.clocks import (
    Clock,
    Commitment,
    IncidentPriority,
    Metric,
    Plan,
    Span,
    SupportPriority,
    Why,
)
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.zones import zone_called
from heyzack_console.rules.clocks.calendars import BUSINESS_DAY, calendar_of
from heyzack_console.rules.clocks.deadlines import deadline, due, elapsed, latest_start, met
from heyzack_console.rules.clocks.objectives import incident_objective, support_objective
from tests.rules.clocks import minutes as by_minute
from tests.rules.clocks.moments import at, days, holidays, minutes, moments, pauses_near, span, targets, zones

BERLIN = zone_called("Europe/Berlin")
HOUR = timedelta(hours=1)
clocks = st.sampled_from(Clock)


def due_at(clock, zone, target, start, pauses=(), closed=frozenset()):
    return deadline(calendar_of(clock, zone_called(zone), closed), target, at(start), pauses).due


@pytest.mark.parametrize(
    ("zone", "target", "start", "expected"),
    [
        # Summer time begins in Berlin on 29 March 2026: Friday 16:00 +1, two hours, then Monday 10:00 +2.
        ("Europe/Berlin", 4 * HOUR, "2026-03-27 15:00", "2026-03-30 08:00"),
        # One business day keeps the wall time: Friday 12:00 to Monday 12:00, 71 and 73 real hours.
        ("Europe/Berlin", BUSINESS_DAY, "2026-03-27 11:00", "2026-03-30 10:00"),
        ("Europe/Berlin", BUSINESS_DAY, "2026-10-23 10:00", "2026-10-26 11:00"),
        # New York, Friday 30 October 09:00 -4 to Monday 09:00 -5.
        ("America/New_York", BUSINESS_DAY, "2026-10-30 13:00", "2026-11-02 14:00"),
        # Lord Howe goes back by half an hour on Sunday 5 April 2026: Friday 08:00 +11 to Monday 08:00 +10:30 and 1 h.
        ("Australia/Lord_Howe", BUSINESS_DAY + HOUR, "2026-04-02 21:00", "2026-04-05 22:30"),
        # Kathmandu opens at 02:15 UTC.
        ("Asia/Kathmandu", HOUR, "2026-06-01 00:00", "2026-06-01 03:15"),
        # Samoa had no Friday 30 December 2011: Thursday 12:00 -10 six hours, then Monday 08:00 +14 four hours.
        ("Pacific/Apia", BUSINESS_DAY, "2011-12-29 22:00", "2012-01-01 22:00"),
        # 29 February 2028 is a Tuesday.
        ("Europe/Berlin", 2 * BUSINESS_DAY, "2028-02-28 11:00", "2028-03-01 11:00"),
        # Used up exactly at closing time: due then, not on the next morning.
        ("Europe/Berlin", 2 * HOUR, "2026-06-01 14:00", "2026-06-01 16:00"),
        # Exactly at opening is inside, exactly at closing is outside, and a closed start ends at the Nth closing.
        ("Europe/Berlin", HOUR, "2026-06-01 06:00", "2026-06-01 07:00"),
        ("Europe/Berlin", HOUR, "2026-06-01 16:00", "2026-06-02 07:00"),
        ("Europe/Berlin", 3 * BUSINESS_DAY, "2026-06-06 10:00", "2026-06-10 16:00"),
        ("Europe/Berlin", HOUR, "2026-06-01 15:59:59.5", "2026-06-02 06:59:59.5"),
    ],
)
def test_business_deadlines_worked_by_hand(zone, target, start, expected):
    assert due_at(Clock.BUSINESS, zone, target, start) == at(expected)


def test_extended_hours_worked_by_hand():
    # Thursday 12:00 -10 nine hours until 21:00; the next day that Samoa had was Saturday, open from 07:00 +14.
    assert due_at(Clock.EXTENDED, "Pacific/Apia", 12 * HOUR, "2011-12-29 22:00") == at("2011-12-30 20:00")
    # Saturday 20:00 +1 one hour, Sunday closed, Monday 07:00 +2 one hour.
    assert due_at(Clock.EXTENDED, "Europe/Berlin", 2 * HOUR, "2026-03-28 19:00") == at("2026-03-30 06:00")


def test_round_the_clock_counts_real_hours_whatever_the_wall_clock_shows():
    assert due_at(Clock.ALWAYS, "Europe/Berlin", 4 * HOUR, "2026-03-29 00:30") == at("2026-03-29 04:30")
    assert due_at(Clock.ALWAYS, "Pacific/Apia", 48 * HOUR, "2011-12-29 22:00") == at("2011-12-31 22:00")


def test_a_holiday_is_a_local_date():
    closed = days("2026-06-02")
    assert due_at(Clock.BUSINESS, "Asia/Tokyo", 11 * HOUR, "2026-05-31 23:00", closed=closed) == at("2026-06-03 00:00")


def test_only_the_part_of_a_pause_in_open_hours_delays():
    # Paused on Monday from 17:30 until Tuesday 08:15 local: half an hour and a quarter count.
    pause = span("2026-06-01 15:30", "2026-06-02 06:15")
    assert due_at(Clock.BUSINESS, "Europe/Berlin", 4 * HOUR, "2026-06-01 13:00", [pause]) == at("2026-06-02 07:45")
    night = span("2026-06-01 16:00", "2026-06-02 06:00")
    assert due_at(Clock.BUSINESS, "Europe/Berlin", 4 * HOUR, "2026-06-01 13:00", [night]) == at("2026-06-02 07:00")


def test_pauses_that_overlap_nest_or_come_in_any_order_count_once_and_keep_their_seconds():
    pauses = [
        span("2026-06-01 09:00:10", "2026-06-01 09:30:00"),
        span("2026-06-01 07:00:00", "2026-06-01 07:00:07"),
        span("2026-06-01 09:05:00", "2026-06-01 09:06:00"),
        span("2026-06-01 09:20:00", "2026-06-01 09:40:11"),
        span("2026-05-01 00:00:00", "2026-06-01 06:00:01"),
    ]
    # Opened at 06:00; paused 1 s, 7 s, and 40 min 1 s.
    assert due_at(Clock.BUSINESS, "Europe/Berlin", 4 * HOUR, "2026-06-01 06:00:00", pauses) == at("2026-06-01 10:40:09")


def test_a_pause_that_begins_when_the_time_is_used_up_delays_nothing():
    pause = span("2026-06-01 10:00", "2026-06-01 11:00")
    assert due_at(Clock.ALWAYS, "Europe/Berlin", HOUR, "2026-06-01 09:00", [pause]) == at("2026-06-01 10:00")


def test_the_ledger_tells_what_counted_and_why_the_rest_did_not():
    calendar = calendar_of(Clock.BUSINESS, BERLIN, days("2026-06-02"))
    found = deadline(calendar, 2 * HOUR, at("2026-06-01 15:00"), [span("2026-06-03 06:15", "2026-06-03 06:45")])
    assert [(line.span, line.why) for line in found.ledger] == [
        (span("2026-06-01 15:00", "2026-06-01 16:00"), Why.COUNTED),
        (span("2026-06-01 16:00", "2026-06-01 22:00"), Why.NIGHT),
        (span("2026-06-01 22:00", "2026-06-02 22:00"), Why.HOLIDAY),
        (span("2026-06-02 22:00", "2026-06-03 06:00"), Why.NIGHT),
        (span("2026-06-03 06:00", "2026-06-03 06:15"), Why.COUNTED),
        (span("2026-06-03 06:15", "2026-06-03 06:45"), Why.PAUSED),
        (span("2026-06-03 06:45", "2026-06-03 07:30"), Why.COUNTED),
    ]


def test_another_priority_is_computed_from_the_original_start_and_keeps_the_pauses():
    pause = span("2026-06-01 10:00", "2026-06-01 11:00")
    objective = incident_objective(IncidentPriority.P3, Metric.RESPONSE)
    running = Commitment(objective, at("2026-06-01 09:00"), (pause,))
    assert due(running, BERLIN).due == at("2026-06-01 14:00")
    raised = replace(running, objective=incident_objective(IncidentPriority.P2, Metric.RESOLUTION))
    assert due(raised, BERLIN).due == at("2026-06-01 18:00")


def test_done_exactly_at_the_deadline_breaks_an_incident_objective_and_keeps_a_support_plan():
    moment, earlier = at("2026-06-01 10:00"), at("2026-06-01 09:59:59.999999")
    incident = incident_objective(IncidentPriority.P1, Metric.RESPONSE)
    support = support_objective(Plan.PREMIUM, SupportPriority.CRITICAL, Metric.RESPONSE)
    assert [met(incident, moment, earlier), met(incident, moment, moment)] == [True, False]
    assert [met(support, moment, moment), met(support, earlier, moment)] == [True, False]


def test_a_target_of_nothing_is_refused():
    for target in (timedelta(), timedelta(seconds=-1)):
        with pytest.raises(InvalidInput, match="target"):
            due_at(Clock.ALWAYS, "Europe/Berlin", target, "2026-06-01 10:00")


def test_ten_years_of_holidays_are_waited_for_and_a_hundred_are_refused():
    start = at("2026-06-01 06:00").date()
    ten, hundred = (frozenset(start + timedelta(days=day) for day in range(years)) for years in (3653, 36_600))
    assert due_at(Clock.BUSINESS, "Europe/Berlin", HOUR, "2026-06-01 06:00", closed=ten) == at("2036-06-02 07:00")
    with pytest.raises(InvalidInput, match="100 years"):
        due_at(Clock.BUSINESS, "Europe/Berlin", HOUR, "2026-06-01 06:00", closed=hundred)
    with pytest.raises(InvalidInput, match="100 years"):
        latest_start(calendar_of(Clock.BUSINESS, BERLIN, hundred), HOUR, at("2126-06-01 06:00"))


def test_a_deadline_after_the_last_year_is_refused():
    for clock in Clock:
        with pytest.raises(InvalidInput, match="9999"):
            due_at(clock, "Europe/Berlin", BUSINESS_DAY, "9999-12-31 20:00")


@settings(max_examples=60, deadline=None)
@given(clock=clocks, zone=zones, start=minutes, closed=holidays, amount=st.integers(1, 60 * 60), data=st.data())
def test_a_deadline_is_where_counting_minute_by_minute_ends(clock, zone, start, closed, amount, data):
    pauses = [
        Span(start + timedelta(minutes=begin), start + timedelta(minutes=begin + length))
        for begin, length in data.draw(st.lists(st.tuples(st.integers(-900, 9000), st.integers(0, 3000)), max_size=4))
    ]
    plain = [(pause.start, pause.end) for pause in pauses]
    found = deadline(calendar_of(clock, zone, closed), timedelta(minutes=amount), start, pauses)
    assert found.due == by_minute.due(clock.value, zone, closed, start, amount, plain)


@settings(max_examples=60, deadline=None)
@given(clock=clocks, zone=zones, start=minutes, closed=holidays, length=st.integers(0, 15 * 24 * 60))
def test_service_time_is_what_counting_minute_by_minute_gives(clock, zone, start, closed, length):
    end = start + timedelta(minutes=length)
    found = elapsed(calendar_of(clock, zone, closed), Span(start, end))
    assert found == timedelta(minutes=by_minute.counted(clock.value, zone, closed, start, end))


@given(clock=clocks, zone=zones, start=moments, closed=holidays, target=targets, data=st.data())
def test_the_ledger_covers_all_from_start_to_deadline_and_counts_the_target(clock, zone, start, closed, target, data):
    pauses = data.draw(pauses_near(start))
    calendar = calendar_of(clock, zone, closed)
    found = deadline(calendar, target, start, pauses)
    edges = [line.span.start for line in found.ledger] + [found.due]
    assert edges[0] == start
    assert edges == sorted(edges)
    assert [line.span.end for line in found.ledger] == edges[1:]
    assert all(line.span.length for line in found.ledger)
    assert all(one.why is not other.why for one, other in pairwise(found.ledger))
    assert sum((line.span.length for line in found.ledger if line.counted), timedelta()) == target
    assert elapsed(calendar, Span(start, found.due), pauses) == target


@given(clock=clocks, zone=zones, start=moments, closed=holidays, target=targets, data=st.data())
def test_a_later_start_a_longer_target_and_another_pause_never_bring_a_deadline_forward(
    clock, zone, start, closed, target, data
):
    pauses = data.draw(pauses_near(start))
    calendar = calendar_of(clock, zone, closed)
    found = deadline(calendar, target, start, pauses).due
    later = start + data.draw(st.timedeltas(timedelta(), timedelta(days=9)))
    assert deadline(calendar, target, later, pauses).due >= found
    longer = target + data.draw(st.timedeltas(timedelta(microseconds=1), timedelta(hours=40)))
    assert deadline(calendar, longer, start, pauses).due > found
    more = data.draw(pauses_near(start))
    assert deadline(calendar, target, start, pauses + more).due >= found


@given(clock=clocks, zone=zones, cuts=st.lists(moments, min_size=3, max_size=3), closed=holidays)
def test_service_time_adds_up(clock, zone, cuts, closed):
    first, second, third = sorted(cuts)
    calendar = calendar_of(clock, zone, closed)
    middle = min(second, first + timedelta(days=900))
    last = min(third, middle + timedelta(days=900))
    parts = elapsed(calendar, Span(first, middle)) + elapsed(calendar, Span(middle, last))
    assert elapsed(calendar, Span(first, last)) == parts


@given(clock=clocks, zone=zones, end=moments, closed=holidays, target=targets)
def test_the_latest_start_leaves_the_target_and_a_moment_later_no_longer_does(clock, zone, end, closed, target):
    calendar = calendar_of(clock, zone, closed)
    found = latest_start(calendar, target, end)
    assert elapsed(calendar, Span(found, end)) == target
    assert elapsed(calendar, Span(found + timedelta(microseconds=1), end)) < target
