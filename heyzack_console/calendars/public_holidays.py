"""Public holidays of the world, from the library."""

from collections.abc import Collection
from datetime import date

import holidays
from holidays.registry import COUNTRIES

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.holidays import Holiday, HolidayRegion

ENGLISH = "en_US"
FIRST_YEAR, LAST_YEAR, MOST_YEARS = 1900, 2100, 10
LONGEST_NAME = 120


class LibraryHolidays:
    """Implements ports.holidays.PublicHolidays. Names are English where the library has them."""

    def regions(self) -> tuple[HolidayRegion, ...]:
        """Every country that is known, by name."""
        known = holidays.list_supported_countries(include_aliases=False)
        words = {names[1]: module.replace("_", " ").title() for module, names in COUNTRIES.items()}
        found = [HolidayRegion(code, words.get(code, code), tuple(parts)) for code, parts in known.items()]
        return tuple(sorted(found, key=lambda region: region.name))

    def of(self, country: str, subdivision: str, years: Collection[int]) -> tuple[Holiday, ...]:
        """The holidays of whole *years*, by date; substitutes for those on a weekend are among them.

        Raises:
            InvalidInput: the country, its subdivision or a year is not known.
        """
        if not 0 < len(years) <= MOST_YEARS or not all(FIRST_YEAR <= year <= LAST_YEAR for year in years):
            raise InvalidInput(f"Ask for 1 to {MOST_YEARS} years from {FIRST_YEAR} to {LAST_YEAR}.", "years")
        if country not in {names[1] for names in COUNTRIES.values()}:
            raise InvalidInput(f"{country[:20]!r} is no country whose holidays are known.", "country")
        try:
            # A day may be kept in the year before or after: the list is cut to what was asked for.
            known = holidays.country_holidays(
                country, subdiv=subdivision or None, years=sorted(years), language=_language(country)
            )
        except NotImplementedError as error:
            raise InvalidInput(f"{subdivision[:40]!r} is no part of {country}.", "subdivision") from error
        days: dict[date, str] = {day: name for day, name in known.items() if day.year in years}
        return tuple(Holiday(day, days[day][:LONGEST_NAME]) for day in sorted(days))


def _language(country: str) -> str | None:
    return ENGLISH if ENGLISH in holidays.country_holidays(country).supported_languages else None
