"""Where proposals for a site's holidays come from."""

from collections.abc import Collection
from typing import Protocol

from heyzack_console.domain.holidays import Holiday, HolidayRegion


class PublicHolidays(Protocol):
    """Public holidays of the world; reading them may take a moment and happens in a thread."""

    def regions(self) -> tuple[HolidayRegion, ...]:
        """Every country that is known, by name."""

    def of(self, country: str, subdivision: str, years: Collection[int]) -> tuple[Holiday, ...]:
        """The holidays of whole *years*, by date; substitutes for those on a weekend are among them.

        Raises:
            InvalidInput: the country, its subdivision or a year is not known.
        """
