"""When rules judge, in local time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.alerts.rule import Hours
from heyzack_console.rules.alerts.hours import within

MONDAY = datetime(2026, 3, 2)  # noqa: DTZ001  (local time is what hours are about)
QUARTERS = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
DAYS = st.sets(st.integers(0, 6)).map(tuple)


@given(QUARTERS, QUARTERS, DAYS, st.integers(0, 7 * 96))
def test_a_moment_lies_within_when_walking_forward_from_an_opening_reaches_it(start, end, days, quarter):
    hours = Hours(days, start, end, (date(2026, 3, 4),))
    moment = MONDAY + timedelta(minutes=15 * quarter)
    inside = False
    for back in (0, 1):
        day = moment.date() - timedelta(days=back)
        opens = datetime.combine(day, start)
        length = timedelta(hours=end.hour - start.hour, minutes=end.minute - start.minute)
        closes = opens + (length if length > timedelta(0) else length + timedelta(days=1))
        open_day = (not days or day.weekday() in days) and day != date(2026, 3, 4)
        inside = inside or (open_day and opens <= moment < closes)
    assert within(hours, moment) is inside


def test_a_rule_without_hours_always_judges():
    assert within(None, MONDAY)


@pytest.mark.parametrize(
    ("utc", "inside"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), True),  # 01:59 CET
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), False),  # 03:00 CEST: 02:30 does not exist that night
        (datetime(2026, 10, 25, 0, 15, tzinfo=UTC), True),  # 02:15 CEST
        (datetime(2026, 10, 25, 1, 15, tzinfo=UTC), True),  # 02:15 CET, the second time
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), False),
    ],
)
def test_nights_with_a_change_of_the_clock_follow_the_wall(utc, inside):
    hours = Hours((), time(1), time(2, 30))
    assert within(hours, utc.astimezone(ZoneInfo("Europe/Berlin"))) is inside
