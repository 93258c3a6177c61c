"""The days on which a site is closed: an explicit list that people keep."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Holiday:
    """A local date on which business and extended hours are closed."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class HolidayRegion:
    """A country whose public holidays are known; *subdivisions* have days of their own."""

    code: str
    name: str
    subdivisions: tuple[str, ...] = ()
