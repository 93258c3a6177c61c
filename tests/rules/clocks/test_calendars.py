"""Which hours are open: worked by hand, and refused where there are none."""

import struct
from datetime import UTC, datetime, timedelta
from importlib import resources
from itertools import pairwise

import pytest

from heyzack_console.domain.clocks import Clock, Hours, ServiceCalendar, Span, Why
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.zones import TIME_ZONE_DATA, ZoneReleases, country_of, zone_called, zone_names
from heyzack_console.rules.clocks.calendars import HORIZON, calendar_of, stretches
from tests.rules.clocks.moments import at, days, span

BERLIN = zone_called("Europe/Berlin")


def told(clock, zone, limits, holidays=frozenset()):
    return [(line.span, line.why) for line in stretches(calendar_of(clock, zone_called(zone), holidays), limits)]


def test_a_business_week_has_nights_a_weekend_and_its_holidays():
    # Thursday 23 December 2026 is a working day; 24 December 12:00 local to Monday, 25 December on the list.
    assert told(Clock.BUSINESS, "Europe/Berlin", span("2026-12-24 11:00", "2026-12-28 08:00"), days("2026-12-25")) == [
        (span("2026-12-24 11:00", "2026-12-24 17:00"), Why.COUNTED),
        (span("2026-12-24 17:00", "2026-12-24 23:00"), Why.NIGHT),
        (span("2026-12-24 23:00", "2026-12-25 23:00"), Why.HOLIDAY),
        (span("2026-12-25 23:00", "2026-12-27 23:00"), Why.WEEKEND),
        (span("2026-12-27 23:00", "2026-12-28 07:00"), Why.NIGHT),
        (span("2026-12-28 07:00", "2026-12-28 08:00"), Why.COUNTED),
    ]


def test_the_extended_clock_is_open_on_saturday_from_seven_to_twenty_one_and_closed_on_holidays():
    saturday = span("2026-12-25 23:00", "2026-12-26 23:00")
    assert told(Clock.EXTENDED, "Europe/Berlin", saturday) == [
        (span("2026-12-25 23:00", "2026-12-26 06:00"), Why.NIGHT),
        (span("2026-12-26 06:00", "2026-12-26 20:00"), Why.COUNTED),
        (span("2026-12-26 20:00", "2026-12-26 23:00"), Why.NIGHT),
    ]
    assert told(Clock.EXTENDED, "Europe/Berlin", saturday, days("2026-12-26")) == [(saturday, Why.HOLIDAY)]


def test_round_the_clock_has_no_closed_moment_and_no_holiday():
    week = span("2026-03-25 00:00", "2026-04-01 00:00")
    assert told(Clock.ALWAYS, "Europe/Berlin", week, days("2026-03-28")) == [(week, Why.COUNTED)]


def test_a_day_that_the_zone_left_out_has_no_hours():
    # Samoa went from Thursday 29 December 2011 (UTC-10) straight to Saturday the 31st (UTC+14).
    assert told(Clock.BUSINESS, "Pacific/Apia", span("2011-12-29 22:00", "2012-01-01 20:00")) == [
        (span("2011-12-29 22:00", "2011-12-30 04:00"), Why.COUNTED),
        (span("2011-12-30 04:00", "2011-12-30 10:00"), Why.NIGHT),
        (span("2011-12-30 10:00", "2012-01-01 10:00"), Why.WEEKEND),
        (span("2012-01-01 10:00", "2012-01-01 18:00"), Why.NIGHT),
        (span("2012-01-01 18:00", "2012-01-01 20:00"), Why.COUNTED),
    ]


def test_open_hours_across_a_change_have_their_real_length():
    calendar = ServiceCalendar((Hours(0, 6 * 60),) * 7, BERLIN)
    nights = {
        "short": span("2026-03-28 22:00", "2026-03-29 21:00"),
        "long": span("2026-10-24 21:00", "2026-10-25 22:00"),
    }
    open_for = {
        name: sum((line.span.length for line in stretches(calendar, night) if line.counted), timedelta())
        for name, night in nights.items()
    }
    assert open_for == {"short": timedelta(hours=5), "long": timedelta(hours=7)}


@pytest.mark.parametrize(("opens", "closes"), [(600, 600), (600, 540), (-1, 60), (0, 1441)])
def test_hours_that_do_not_close_after_they_open_are_refused(opens, closes):
    with pytest.raises(InvalidInput, match="close after it opens"):
        Hours(opens, closes)


@pytest.mark.parametrize("week", [(None,) * 7, (), (Hours(1, 2),) * 6, (Hours(1, 2),) * 8])
def test_a_calendar_without_open_hours_or_without_seven_days_is_refused(week):
    with pytest.raises(InvalidInput, match="at least one"):
        ServiceCalendar(week, BERLIN)


def test_more_than_a_hundred_years_are_not_walked_unless_the_clock_never_closes():
    long = Span(at("2000-01-01 00:00"), at("2000-01-01 00:00") + HORIZON + timedelta(seconds=1))
    assert told(Clock.ALWAYS, "Europe/Berlin", long) == [(long, Why.COUNTED)]
    with pytest.raises(InvalidInput, match="100 years"):
        told(Clock.BUSINESS, "Europe/Berlin", long)


def test_the_ends_of_the_calendar_are_refused_in_words():
    last, first = datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)
    ends = {
        "Pacific/Kiritimati": Span(last - timedelta(days=3), last),
        "America/New_York": Span(first, first + timedelta(days=3)),
    }
    for zone, limits in ends.items():
        with pytest.raises(InvalidInput, match="years 1 to 9999"):
            told(Clock.BUSINESS, zone, limits)


@pytest.mark.parametrize("name", ["", "Berlin", "europe/berlin", "../zones", "/etc/localtime", "Europe/", "localtime"])
def test_only_names_of_the_bundled_data_are_zones(name):
    with pytest.raises(InvalidInput, match="no IANA time zone") as refused:
        zone_called(name)
    assert refused.value.field == "tz"


def changes_of(name):
    """Read the instants at which a zone changes from the bundled file (RFC 8536: the second header and its data)."""
    content = resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    counts = struct.unpack(">6l", content[20:44])
    utc, standard, leaps, times, kinds, letters = counts
    at_second = 44 + times * 5 + kinds * 6 + letters + leaps * 8 + standard + utc
    times = struct.unpack(">6l", content[at_second + 20 : at_second + 44])[3]
    return struct.unpack(f">{times}q", content[at_second + 44 : at_second + 44 + times * 8])


def test_every_bundled_zone_can_be_read_and_none_changes_twice_within_a_day():
    assert changes_of("Europe/Berlin")[0] == -2422054408  # 1 April 1893, when Germany gave up local mean times
    assert len(zone_names()) > 400
    for name in zone_names():
        assert zone_called(name).key == name
        changes = changes_of(name)
        assert all(later - earlier > 86_400 for earlier, later in pairwise(changes)), name


def test_a_zone_tells_its_country_where_it_has_one():
    assert [country_of(zone) for zone in ("Europe/Berlin", "Asia/Kathmandu", "Etc/UTC", "Nowhere")] == [
        "DE",
        "NP",
        "",
        "",
    ]


def test_zone_data_differs_only_from_another_release_that_the_system_tells():
    assert TIME_ZONE_DATA
    assert ZoneReleases("2026a", "2025b").differs
    assert not ZoneReleases("2026a", "2026a").differs
    assert not ZoneReleases("2026a").differs
