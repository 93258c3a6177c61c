"""The holidays of the site: what is proposed, and the list that decides."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from heyzack_console.domain.holidays import Holiday, HolidayRegion
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class ChangeHolidays(Command):
    """Add (or rename) and remove days of the site's list in one go; what is so already is left alone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    added: tuple[Holiday, ...] = ()
    removed: tuple[date, ...] = ()


@dataclass(frozen=True)
class HolidayRegions(Query[tuple[HolidayRegion, ...]]):
    """The countries for which days can be proposed, by name."""

    answer: ClassVar[Any] = tuple[HolidayRegion, ...]


@dataclass(frozen=True)
class ProposedHolidays(Query[tuple[Holiday, ...]]):
    """Public holidays of a country, or of its *subdivision*, in whole *years*; nothing is changed."""

    answer: ClassVar[Any] = tuple[Holiday, ...]
    country: str
    subdivision: str = ""
    years: tuple[int, ...] = ()
