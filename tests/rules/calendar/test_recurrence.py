"""Recurrence rules: known lists, limits, and what is no rule."""

from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.calendar.recurrence import Recurrence
from tests.support.calendar_files import NEEDS_CALENDARS, vectors

MIDNIGHT = datetime(2026, 1, 1)  # noqa: DTZ001  (a local time)


def read(text):
    return datetime.strptime(text, "%Y%m%d" if len(text) == 8 else "%Y%m%dT%H%M%S")  # noqa: DTZ007


@NEEDS_CALENDARS
@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["id"])
def test_a_rule_gives_the_moments_it_is_known_to_give(vector):
    found = Recurrence(vector["rrule"], read(vector["dtstart"].removesuffix("Z")))
    known = [read(text.removesuffix("Z")) for text in vector["instances"]]
    assert list(islice(found, len(known))) == known


@given(
    st.sampled_from(
        ["DAILY", "WEEKLY;BYDAY=MO,TH", "HOURLY;BYMINUTE=5,50", "WEEKLY;BYDAY=TU,WE,SU;BYSETPOS=-1;WKST=SU"]
    ),
    st.integers(1, 9),
    st.datetimes(datetime(2001, 1, 1), datetime(2001, 12, 31)),  # noqa: DTZ001
    st.integers(1, 500),
)
def test_a_late_span_holds_what_counting_from_the_start_would_give(rule, interval, start, days):
    start = start.replace(microsecond=0)
    freq, _, rest = rule.partition(";")
    recurrence = Recurrence(f"FREQ={freq};INTERVAL={interval};{rest}", start)
    after, before = start + timedelta(days=days), start + timedelta(days=days + 30)
    counted = []
    for moment in recurrence:
        if moment > before:
            break
        if moment >= after:
            counted.append(moment)
    assert recurrence.between(after, before) == counted


def test_a_rule_on_an_aware_start_keeps_the_wall_clock_and_ends_at_a_moment_in_utc():
    berlin = ZoneInfo("Europe/Berlin")
    found = list(Recurrence("FREQ=WEEKLY;UNTIL=20260405T220000Z", datetime(2026, 3, 22, 0, tzinfo=berlin)))
    assert [moment.isoformat() for moment in found] == [
        "2026-03-22T00:00:00+01:00",
        "2026-03-29T00:00:00+01:00",
        "2026-04-05T00:00:00+02:00",
    ]


@pytest.mark.parametrize(
    "rule",
    ["", "DAILY", "FREQ=", "FREQ=OFTEN", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1",
     "FREQ=DAILY;UNTIL=tomorrow", "FREQ=DAILY;BYMONTH=x", "FREQ=MONTHLY;BYDAY=9XX", "FREQ=DAILY;ODD=1",
     "FREQ=YEARLY;BYYEARDAY=" + ",".join(["1"] * 401), "FREQ=DAILY;" + "X" * 2_000],
)  # fmt: skip
def test_what_is_no_rule_is_refused(rule):
    with pytest.raises(InvalidInput):
        Recurrence(rule, MIDNIGHT)


def test_a_rule_that_recurs_every_second_for_years_is_refused_before_it_is_counted_out():
    with pytest.raises(InvalidInput, match="shorter span"):
        Recurrence("FREQ=SECONDLY", MIDNIGHT).between(MIDNIGHT, MIDNIGHT + timedelta(days=2_000))
