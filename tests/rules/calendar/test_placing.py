"""When entries take place: real lengths, skipped and doubled times, series with exceptions, merged windows."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarKind, Wall
from heyzack_console.rules.calendar.placing import instants, merged, occurrences, standard
from tests.support.calendar_entries import BERLIN, draft, local, utc

SERIES = CalendarId("a" * 32)
WINDOW = CalendarKind.WINDOW
# Zones that change their clocks at midnight, by half an hour, at odd hours, never, or across the date line.
NAMES = """
    Europe/Berlin Europe/London Europe/Dublin Europe/Lisbon Europe/Moscow Europe/Istanbul Atlantic/Azores
    America/New_York America/Los_Angeles America/St_Johns America/Sao_Paulo America/Asuncion America/Santiago
    America/Havana America/Bogota America/Caracas America/Mexico_City America/Nuuk America/Scoresbysund
    Africa/Cairo Africa/Casablanca Africa/Lagos Africa/Johannesburg Asia/Amman Asia/Beirut Asia/Damascus
    Asia/Gaza Asia/Tehran Asia/Kabul Asia/Kolkata Asia/Kathmandu Asia/Tokyo Asia/Shanghai
    Australia/Adelaide Australia/Lord_Howe Australia/Sydney Pacific/Apia Pacific/Auckland Pacific/Chatham UTC
"""
ZONES = NAMES.split()


def series(start, end, rule="", zone=BERLIN, **more):
    return CalendarEntry(SERIES, draft("Gate", start, end, rule=rule, zone=zone), **more)


def placed(*entries, begin="2026-01-01", end="2027-01-01"):
    return occurrences(entries, utc(begin), utc(end))


@pytest.mark.parametrize(("day", "hours"), [("2026-03-22", 4), ("2026-03-29", 3), ("2026-10-18", 4), ("2026-10-25", 5)])
def test_a_window_has_the_length_that_its_night_has(day, hours):
    begins, ends = instants(Wall(local(f"{day}T00:00"), local(f"{day}T04:00"), BERLIN))
    assert ends - begins == timedelta(hours=hours)


def test_half_an_hour_is_lost_where_clocks_change_by_half_an_hour():
    begins, ends = instants(Wall(local("2026-10-04T00:00"), local("2026-10-04T04:00"), "Australia/Lord_Howe"))
    assert ends - begins == timedelta(hours=3, minutes=30)


def test_a_midnight_that_does_not_exist_is_the_moment_when_the_day_begins():
    begins, _ = instants(Wall(local("2018-11-04T00:00"), local("2018-11-04T04:00"), "America/Sao_Paulo"))
    assert begins.astimezone(ZoneInfo("America/Sao_Paulo")).isoformat() == "2018-11-04T01:00:00-02:00"


def test_a_time_that_exists_twice_is_the_first():
    begins, _ = instants(Wall(local("2026-10-25T02:30"), local("2026-10-25T05:00"), BERLIN))
    assert begins == utc("2026-10-25T00:30")


def test_what_a_gap_would_swallow_keeps_the_length_of_its_wall_clock():
    begins, ends = instants(Wall(local("2026-03-29T02:30"), local("2026-03-29T03:00"), BERLIN))
    assert (begins, ends - begins) == (utc("2026-03-29T01:30"), timedelta(minutes=30))


def test_leap_days_come_every_fourth_year():
    yearly = series("2024-02-29T08:00", "2024-02-29T09:00", "FREQ=YEARLY")
    found = placed(yearly, begin="2024-01-01", end="2033-01-01")
    assert [one.start.year for one in found] == [2024, 2028, 2032]


def test_an_occurrence_that_was_moved_stands_once_and_one_left_out_not_at_all():
    weekly = series(
        "2026-06-07T00:00", "2026-06-07T04:00", "FREQ=WEEKLY;COUNT=4", left_out=(local("2026-06-21T00:00"),)
    )
    single = CalendarEntry(
        CalendarId("b" * 32), draft("Gate, later", "2026-06-15T22:00", "2026-06-16T02:00"),
        series=SERIES, instead_of=local("2026-06-14T00:00"),
    )  # fmt: skip
    found = placed(weekly, single)
    assert [(one.title, one.start.day) for one in found] == [("Gate", 6), ("Gate, later", 15), ("Gate", 27)]
    assert [one.by_rule for one in found] == [local(f"2026-06-{day}T00:00") for day in ("07", "14", "28")]


def test_the_end_of_a_span_is_no_part_of_it_and_what_reaches_into_it_is():
    day = series("2026-06-07T00:00", "2026-06-07T04:00", zone="UTC")
    assert placed(day, begin="2026-06-07T03:59", end="2026-06-08")
    assert not placed(day, begin="2026-06-07T04:00", end="2026-06-08")
    assert not placed(day, begin="2026-06-06", end="2026-06-07T00:00")


def test_windows_that_coincide_are_one_with_all_names_and_touching_ones_stay_two():
    def window(key, title, start, end):
        return CalendarEntry(CalendarId(key * 32), draft(title, start, end, WINDOW))

    found = placed(
        window("1", "Weekly", "2026-06-28T00:00", "2026-06-28T04:00"),
        window("2", "Monthly", "2026-06-28T00:00", "2026-06-28T08:00"),
        window("3", "Lift", "2026-06-28T08:00", "2026-06-28T09:00"),
    )
    assert [(one.names, len(one.entries)) for one in merged(found)] == [(("Weekly", "Monthly"), 2), (("Lift",), 1)]


def test_standard_windows_stand_on_their_sundays_with_all_their_names():
    found = standard(ZoneInfo(BERLIN), utc("2026-03-20"), utc("2026-04-06"))
    assert [(one.names, (one.end - one.start).total_seconds() / 3600) for one in found] == [
        (("Weekly window",), 4),
        (("Weekly window", "Monthly window", "Quarterly window"), 11),
        (("Weekly window",), 4),
    ]


@settings(max_examples=40)
@given(st.sampled_from(ZONES), st.integers(0, 23), st.sampled_from([0, 15, 30, 45]), st.integers(1, 20))
def test_no_day_is_lost_or_doubled_over_twenty_years(zone, hour, minute, hours):
    begin = local("2010-01-01T00:00").replace(hour=hour, minute=minute)
    daily = CalendarEntry(
        SERIES,
        draft("Round", begin.isoformat(), (begin + timedelta(hours=hours)).isoformat(), rule="FREQ=DAILY", zone=zone),
    )
    seen = []
    for year in range(2010, 2030):
        span = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
        found = occurrences([daily], *span)
        assert all(one.end > one.start for one in found)
        seen += [one.by_rule for one in found if span[0] <= one.start < span[1]]
    days = [moment.date() for moment in seen]
    first, last = days[0], days[-1]
    assert days == [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert (last - first).days + 1 in (7304, 7305)


@pytest.mark.parametrize("zone", ZONES)
def test_no_week_is_lost_or_doubled_over_twenty_years(zone):
    weekly = series("2010-01-03T00:00", "2010-01-03T04:00", "FREQ=WEEKLY", zone=zone)
    found = placed(weekly, begin="2010-01-02T00:00", end="2030-01-10T00:00")
    days = [one.by_rule.date() for one in found]
    assert days[0].isoformat() == "2010-01-03"
    assert {(later - earlier).days for earlier, later in pairwise(days)} == {7}
    assert len(days) >= 1045
