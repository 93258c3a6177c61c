"""Availability of a period: worked by hand, and the borders of each plan."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.clocks import Plan, Span
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.zones import zone_called
from heyzack_console.rules.clocks.availability import availability, month_of_service
from heyzack_console.rules.clocks.spans import merged, total, within, without
from tests.rules.clocks.moments import at, span

JUNE = span("2026-06-01 00:00", "2026-07-01 00:00")
SECOND = timedelta(seconds=1)


def test_downtime_in_planned_work_and_outside_the_period_does_not_count():
    planned = [span("2026-06-07 00:00", "2026-06-07 04:00"), span("2026-06-07 02:00", "2026-06-07 05:00")]
    down = [
        span("2026-06-07 04:30", "2026-06-07 05:10"),
        span("2026-06-07 05:05", "2026-06-07 05:20"),
        span("2026-05-31 23:00", "2026-06-01 00:01"),
        span("2026-06-30 23:59:30", "2026-07-02 00:00"),
    ]
    found = availability(Plan.STANDARD, JUNE, planned, down)
    assert found.maintenance == timedelta(hours=5)
    assert found.measured == timedelta(days=30) - timedelta(hours=5)
    assert found.down == timedelta(minutes=20 + 1, seconds=30)
    assert found.share == 1 - Fraction(1290, 2_574_000)
    assert found.allowed_seconds == 2574
    assert found.met


@pytest.mark.parametrize(
    ("plan", "allowed"),
    # 8.76 h, 4.38 h and 52.56 min of a year of 365 days.
    [(Plan.STANDARD, 31_536), (Plan.EXTENDED, 15_768), (Plan.PREMIUM, Fraction("3153.6"))],
)
def test_exactly_the_allowed_downtime_still_keeps_the_promise(plan, allowed):
    year = span("2026-01-01 00:00", "2027-01-01 00:00")
    used = timedelta(seconds=float(allowed))
    exact = availability(plan, year, [], [Span(year.start, year.start + used)])
    over = availability(plan, year, [], [Span(year.start, year.start + used + timedelta(microseconds=1))])
    assert exact.allowed_seconds == over.allowed_seconds == allowed
    assert [exact.met, over.met] == [True, False]


def test_a_period_of_planned_work_alone_has_no_figure():
    found = availability(Plan.PREMIUM, JUNE, [JUNE], [JUNE])
    assert (found.share, found.met, found.down, found.allowed_seconds) == (None, None, timedelta(), 0)
    with pytest.raises(InvalidInput, match="period_utc"):
        availability(Plan.PREMIUM, Span(JUNE.start, JUNE.start), [], [])


def test_a_month_is_local_and_begins_with_the_service():
    berlin = zone_called("Europe/Berlin")
    assert month_of_service(berlin, date(2026, 3, 1)) == span("2026-02-28 23:00", "2026-03-31 22:00")
    assert month_of_service(berlin, date(2026, 12, 1)) == span("2026-11-30 23:00", "2026-12-31 23:00")
    assert month_of_service(berlin, date(2028, 2, 1)).length == timedelta(days=29)
    assert month_of_service(berlin, date(2026, 3, 1), at("2026-03-16 12:00")).start == at("2026-03-16 12:00")
    for first, since in ((date(2026, 3, 2), None), (date(2026, 3, 1), at("2026-04-01 00:00")), (date.max, None)):
        with pytest.raises(InvalidInput):
            month_of_service(berlin, first, since)


marks = st.lists(st.tuples(st.integers(-20, 80), st.integers(0, 30)), max_size=8).map(
    lambda pairs: [Span(JUNE.start + begin * SECOND, JUNE.start + (begin + length) * SECOND) for begin, length in pairs]
)


@given(planned=marks, down=marks)
def test_every_second_is_counted_once(planned, down):
    period = Span(JUNE.start, JUNE.start + 60 * SECOND)
    seconds = [period.start + number * SECOND for number in range(60)]
    in_work = {second for second in seconds if any(each.start <= second < each.end for each in planned)}
    lost = {second for second in seconds if any(each.start <= second < each.end for each in down)} - in_work
    found = availability(Plan.STANDARD, period, planned, down)
    assert (found.maintenance, found.down) == (len(in_work) * SECOND, len(lost) * SECOND)


@given(some=marks, taken=marks)
def test_merged_spans_neither_touch_nor_overlap_and_parts_make_the_whole(some, taken):
    joined = merged(some)
    assert all(one.end < other.start for one, other in pairwise(joined))
    cut = [part for hole in merged(taken) for part in within(some, hole)]
    assert total(cut) + total(without(some, taken)) == total(joined)
