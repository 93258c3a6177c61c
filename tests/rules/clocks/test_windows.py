"""Maintenance windows: each odd night worked by hand, and twenty years in forty zones."""

import calendar
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.clocks import Span
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.zones import zone_called
from heyzack_console.rules.clocks.windows import (
    NamedSpan,
    StandardWindow,
    coinciding,
    instant_of,
    next_window,
    own_window,
    standard_windows,
)
from tests.rules.clocks.minutes import shown_at
from tests.rules.clocks.moments import FORTY_ZONES, at, moments, span, zones

WEEKLY, MONTHLY, QUARTERLY = StandardWindow
LAST_HOUR = {WEEKLY: 4, MONTHLY: 8, QUARTERLY: 12}
windows = st.sampled_from(StandardWindow)


@pytest.mark.parametrize(
    ("window", "zone", "after", "start", "end", "hours"),
    [
        # Berlin: 29 March 2026 at 02:00 to 03:00; 25 October 03:00 back to 02:00.
        (WEEKLY, "Europe/Berlin", "2026-03-25 00:00", "2026-03-28 23:00", "2026-03-29 02:00", 3),
        (MONTHLY, "Europe/Berlin", "2026-03-25 00:00", "2026-03-28 23:00", "2026-03-29 06:00", 7),
        (QUARTERLY, "Europe/Berlin", "2026-01-01 00:00", "2026-03-28 23:00", "2026-03-29 10:00", 11),
        (WEEKLY, "Europe/Berlin", "2026-10-20 00:00", "2026-10-24 22:00", "2026-10-25 03:00", 5),
        (MONTHLY, "Europe/Berlin", "2026-10-20 00:00", "2026-10-24 22:00", "2026-10-25 07:00", 9),
        (QUARTERLY, "Europe/Berlin", "2026-10-20 00:00", "2026-12-26 23:00", "2026-12-27 11:00", 12),
        # New York: 8 March and 1 November 2026.
        (WEEKLY, "America/New_York", "2026-03-05 00:00", "2026-03-08 05:00", "2026-03-08 08:00", 3),
        (WEEKLY, "America/New_York", "2026-10-30 00:00", "2026-11-01 04:00", "2026-11-01 09:00", 5),
        # Lord Howe moves by half an hour: 5 April back, 4 October forward.
        (WEEKLY, "Australia/Lord_Howe", "2026-04-02 00:00", "2026-04-04 13:00", "2026-04-04 17:30", 4.5),
        (WEEKLY, "Australia/Lord_Howe", "2026-10-01 00:00", "2026-10-03 13:30", "2026-10-03 17:00", 3.5),
        # Kathmandu is UTC+5:45 all year.
        (WEEKLY, "Asia/Kathmandu", "2026-02-25 00:00", "2026-02-28 18:15", "2026-02-28 22:15", 4),
        # Santiago leaves out the midnight of 6 September 2026: 00:00 -4 is 01:00 -3. On 5 April it comes once.
        (WEEKLY, "America/Santiago", "2026-09-03 00:00", "2026-09-06 04:00", "2026-09-06 07:00", 3),
        (WEEKLY, "America/Santiago", "2026-04-02 00:00", "2026-04-05 04:00", "2026-04-05 08:00", 4),
        # Beirut leaves out the midnight of 29 March 2026.
        (QUARTERLY, "Asia/Beirut", "2026-03-25 00:00", "2026-03-28 22:00", "2026-03-29 09:00", 11),
        # Asuncion left out the midnight of 1 October 2023, a Sunday.
        (WEEKLY, "America/Asuncion", "2023-09-28 00:00", "2023-10-01 04:00", "2023-10-01 07:00", 3),
        # Havana: midnight of 8 March 2026 is left out, that of 2 November 2025 comes twice: the first one is meant.
        (WEEKLY, "America/Havana", "2026-03-05 00:00", "2026-03-08 05:00", "2026-03-08 08:00", 3),
        (WEEKLY, "America/Havana", "2025-10-30 00:00", "2025-11-02 04:00", "2025-11-02 09:00", 5),
        (MONTHLY, "Atlantic/Azores", "2026-10-20 00:00", "2026-10-25 00:00", "2026-10-25 09:00", 9),
        # Samoa after its missing Friday; a quarter that ends on a Sunday; a leap day that is the last Sunday.
        (WEEKLY, "Pacific/Apia", "2011-12-29 00:00", "2011-12-31 10:00", "2011-12-31 14:00", 4),
        (QUARTERLY, "Europe/Berlin", "2024-06-01 00:00", "2024-06-29 22:00", "2024-06-30 10:00", 12),
        (MONTHLY, "Europe/Berlin", "2032-02-23 00:00", "2032-02-28 23:00", "2032-02-29 07:00", 8),
    ],
)
def test_windows_worked_by_hand(window, zone, after, start, end, hours):
    found = next_window(window, zone_called(zone), at(after))
    assert found == span(start, end)
    assert found.length == timedelta(hours=hours)


def test_the_window_that_one_is_in_is_the_next_one_and_its_end_is_outside():
    berlin = zone_called("Europe/Berlin")
    first, second = span("2026-06-06 22:00", "2026-06-07 02:00"), span("2026-06-13 22:00", "2026-06-14 02:00")
    found = [
        next_window(WEEKLY, berlin, moment)
        for moment in (first.start, first.end - timedelta(microseconds=1), first.end, second.start)
    ]
    assert found == [first, first, second, second]


def test_windows_that_begin_together_are_one_with_all_names():
    berlin = zone_called("Europe/Berlin")
    found = {text: standard_windows(berlin, date.fromisoformat(text)) for text in ("2026-03-29", "2026-05-31")}
    assert found == {
        "2026-03-29": NamedSpan(("weekly", "monthly", "quarterly"), span("2026-03-28 23:00", "2026-03-29 10:00")),
        "2026-05-31": NamedSpan(("weekly", "monthly"), span("2026-05-30 22:00", "2026-05-31 06:00")),
    }
    assert standard_windows(berlin, date(2026, 6, 7)) == NamedSpan(
        ("weekly",), span("2026-06-06 22:00", "2026-06-07 02:00")
    )
    assert standard_windows(berlin, date(2026, 6, 8)) is None


def test_windows_join_where_they_overlap_and_not_where_they_touch():
    own = NamedSpan(("generator",), span("2026-06-07 01:00", "2026-06-07 05:00"))
    weekly = NamedSpan(("weekly",), span("2026-06-06 22:00", "2026-06-07 02:00"))
    after = NamedSpan(("roof",), span("2026-06-07 05:00", "2026-06-07 06:00"))
    whole = NamedSpan(("weekly", "generator"), span("2026-06-06 22:00", "2026-06-07 05:00"))
    assert coinciding([own, after, weekly]) == (whole, after)


@pytest.mark.parametrize(
    ("zone", "day", "start", "end", "expected", "hours"),
    [
        ("Europe/Berlin", "2026-06-01", "22:00", "02:00", ("2026-06-01 20:00", "2026-06-02 00:00"), 4),
        # The same wall time is a whole day: 23 and 25 hours at the changes.
        ("Europe/Berlin", "2026-03-28", "12:00", "12:00", ("2026-03-28 11:00", "2026-03-29 10:00"), 23),
        ("Europe/Berlin", "2026-10-24", "12:00", "12:00", ("2026-10-24 10:00", "2026-10-25 11:00"), 25),
        # 02:30 does not exist on 29 March: with the offset before, it is 01:30 UTC, shown as 03:30.
        ("Europe/Berlin", "2026-03-29", "02:30", "04:00", ("2026-03-29 01:30", "2026-03-29 02:00"), 0.5),
        ("Europe/Berlin", "2026-03-29", "02:10", "02:50", ("2026-03-29 01:10", "2026-03-29 01:50"), 2 / 3),
        # 02:30 comes twice on 25 October: the first one is meant, as a start and as an end.
        ("Europe/Berlin", "2026-10-25", "02:30", "04:00", ("2026-10-25 00:30", "2026-10-25 03:00"), 2.5),
        ("Europe/Berlin", "2026-10-25", "01:00", "02:30", ("2026-10-24 23:00", "2026-10-25 00:30"), 1.5),
        # Cairo leaves out the midnight of Friday 24 April 2026, Lord Howe half an hour of 4 October.
        ("Africa/Cairo", "2026-04-24", "00:00", "04:00", ("2026-04-23 22:00", "2026-04-24 01:00"), 3),
        ("Australia/Lord_Howe", "2026-10-04", "01:45", "02:45", ("2026-10-03 15:15", "2026-10-03 15:45"), 0.5),
        ("Europe/Berlin", "2028-02-28", "23:00", "01:00", ("2028-02-28 22:00", "2028-02-29 00:00"), 2),
    ],
)
def test_own_windows_worked_by_hand(zone, day, start, end, expected, hours):
    begins, ends = time.fromisoformat(start), time.fromisoformat(end)
    found = own_window(zone_called(zone), date.fromisoformat(day), begins, ends)
    assert found == span(*expected)
    assert found.length == timedelta(hours=hours)


@pytest.mark.parametrize(("start", "end"), [("02:30", "03:15"), ("02:00", "03:00")])
def test_an_own_window_that_the_clocks_swallow_is_refused(start, end):
    with pytest.raises(InvalidInput, match="clocks go forward"):
        own_window(zone_called("Europe/Berlin"), date(2026, 3, 29), time.fromisoformat(start), time.fromisoformat(end))


def test_windows_at_the_ends_of_the_calendar_are_refused_in_words():
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    for zone in map(zone_called, ("Pacific/Kiritimati", "America/New_York")):
        with pytest.raises(InvalidInput, match="9999"):
            next_window(QUARTERLY, zone, last - timedelta(days=1))
        with pytest.raises(InvalidInput, match="9999"):
            next_window(WEEKLY, zone, first)
        with pytest.raises(InvalidInput, match="9999"):
            own_window(zone, date.max, time(23), time(22))


@pytest.mark.parametrize("zone", FORTY_ZONES)
def test_no_occurrence_is_lost_or_doubled_in_twenty_years(zone):
    place = zone_called(zone)
    for window in StandardWindow:
        expected = [
            Span(shown_at(place, day, 0), shown_at(place, day, LAST_HOUR[window]))
            for day in sundays(window, 2007, 2027)
        ]
        found, moment = [], at("2006-12-31 18:00")
        while len(found) < len(expected) + 1:
            found.append(next_window(window, place, moment))
            moment = found[-1].end
        assert [each for each in found if each.start.astimezone(place).year in range(2007, 2027)] == expected


def sundays(window, first_year, end_year):
    """Return the dates of a window as a wall calendar shows them."""
    found = []
    for year in range(first_year, end_year):
        for month in range(1, 13):
            days = [week[calendar.SUNDAY] for week in calendar.monthcalendar(year, month) if week[calendar.SUNDAY]]
            if window is WEEKLY:
                found += [date(year, month, day) for day in days]
            elif window is MONTHLY or month % 3 == 0:
                found.append(date(year, month, days[-1]))
    return found


@given(window=windows, zone=zones, moment=moments, later=st.timedeltas(timedelta(), timedelta(days=40)))
def test_the_next_window_ends_after_the_moment_and_never_comes_earlier_for_a_later_one(window, zone, moment, later):
    found = next_window(window, zone, moment)
    assert found.end > moment
    assert found.start < found.end
    assert next_window(window, zone, moment + later).start >= found.start
    assert next_window(window, zone, found.start) == found


@given(zone=zones, wall=st.datetimes(datetime(1995, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001  (a wall clock)
def test_wall_times_are_read_as_a_search_along_the_time_line_reads_them(zone, wall):
    wall = wall.replace(second=0, microsecond=0)
    assert instant_of(zone, wall.date(), wall.time()) == shown_at(zone, wall.date(), wall.hour, wall.minute)
