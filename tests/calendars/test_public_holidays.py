"""Public holidays as they are proposed."""

from datetime import date

import pytest

from heyzack_console.calendars.public_holidays import LibraryHolidays
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.holidays import Holiday

PUBLIC = LibraryHolidays()


def test_a_part_of_a_country_has_days_of_its_own():
    bavaria, berlin = (set(PUBLIC.of("DE", part, [2026])) for part in ("BY", "BE"))
    assert Holiday(date(2026, 1, 6), "Epiphany") in bavaria - berlin
    assert Holiday(date(2026, 12, 25), "Christmas Day") in bavaria & berlin


def test_the_substitute_of_a_day_on_a_weekend_is_proposed_in_the_year_in_which_it_falls():
    # Boxing Day 2026 is a Saturday; New Year's Day 2028 is one too, and the Friday before is still in 2027.
    assert Holiday(date(2026, 12, 28), "Boxing Day (observed)") in PUBLIC.of("GB", "ENG", [2026])
    found = PUBLIC.of("US", "", [2027])
    assert found[-1] == Holiday(date(2027, 12, 31), "New Year's Day (observed)")
    assert {one.day.year for one in found} == {2027}


def test_days_come_by_date_and_once():
    days = [one.day for one in PUBLIC.of("AT", "", [2027, 2026])]
    assert days == sorted(set(days))
    assert (days[0], days[-1]) == (date(2026, 1, 1), date(2027, 12, 26))


def test_regions_come_by_name_with_their_parts():
    regions = {region.code: region for region in PUBLIC.regions()}
    assert [region.name for region in regions.values()] == sorted(region.name for region in regions.values())
    assert regions["DE"].name == "Germany"
    assert "BY" in regions["DE"].subdivisions
    assert regions["US"].name == "United States"


@pytest.mark.parametrize(
    ("country", "part", "years", "field"),
    [
        ("Atlantis", "", [2026], "country"),
        ("DEU", "", [2026], "country"),
        ("DE", "Atlantis", [2026], "subdivision"),
        ("DE", "", [], "years"),
        ("DE", "", range(2000, 2011), "years"),
        ("DE", "", [9999], "years"),
    ],
)
def test_what_is_not_known_is_refused_by_its_name(country, part, years, field):
    with pytest.raises(InvalidInput) as refused:
        PUBLIC.of(country, part, years)
    assert refused.value.field == field
