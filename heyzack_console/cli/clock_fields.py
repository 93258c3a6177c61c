"""Reading of one request of `clock`: strict about types, and every refusal names its field."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NoReturn, TypeVar
from zoneinfo import ZoneInfo

from heyzack_console.domain.clocks import Span
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.zones import zone_called

_Choice = TypeVar("_Choice", bound=StrEnum)

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(?:([Zz])|([+-]\d\d):?([0-5]\d)?)", re.ASCII
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WALL = re.compile(r"\d\d:\d\d(?::\d\d)?", re.ASCII)
_SHOWN = 60


class Fields:
    """The named values of one request."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def choice(self, name: str, choices: type[_Choice]) -> _Choice:
        """Return one of *choices*."""
        given = self._needed(name)
        if not isinstance(given, str) or given not in {choice.value for choice in choices}:
            refuse(name, given, f"is none of {', '.join(choices)}")
        return choices(given)

    def zone(self) -> ZoneInfo:
        """Return the zone named by ``tz``."""
        given = self._needed("tz")
        if not isinstance(given, str):
            refuse("tz", given, "is no IANA time zone. Write one like 'Europe/Berlin'")
        return zone_called(given)

    def moment(self, name: str) -> datetime:
        """Return an instant in UTC."""
        return _moment(name, self._needed(name))

    def day(self, name: str) -> date:
        """Return a local date."""
        return _day(name, self._needed(name))

    def wall(self, name: str, *, day_end: bool = False) -> time:
        """Return a time of day; with *day_end*, 24:00 may be written and is the next midnight."""
        given = self._needed(name)
        if day_end and given in ("24:00", "24:00:00"):
            return time()
        if not isinstance(given, str) or not _WALL.fullmatch(given):
            refuse(name, given, "is no time of day. Write HH:MM")
        try:
            return time.fromisoformat(given)
        except ValueError:
            refuse(name, given, "is no time of day. Write HH:MM")

    def holidays(self) -> frozenset[date]:
        """Return the local dates of ``holidays``; none where the field is missing."""
        return frozenset(_day("holidays", given) for given in self._several("holidays"))

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return a list of pairs of instants; none where the field is missing."""
        return tuple(_span(name, given) for given in self._several(name))

    def span(self, name: str) -> Span:
        """Return one pair of instants."""
        return _span(name, self._needed(name))

    def _needed(self, name: str) -> object:
        if name not in self._values:
            raise InvalidInput(f"{name} is missing.", name)
        return self._values[name]

    def _several(self, name: str) -> list[object]:
        given = self._values.get(name)
        if given is None:
            return []
        if not isinstance(given, list):
            refuse(name, given, "is no list")
        return given


def refuse(name: str, given: object, why: str) -> NoReturn:
    """Say that *given* does not fit the field *name*."""
    shown = json.dumps(given)
    raise InvalidInput(f"{name}: {shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '...'} {why}.", name)


def written(moment: datetime) -> str:
    """Return an instant as ISO 8601 with Z, with no more of a fraction than it has."""
    text = moment.astimezone(UTC).replace(tzinfo=None).isoformat()
    return (text.rstrip("0") if "." in text else text) + "Z"


def number(amount: Fraction) -> float | int:
    """Return *amount* as JSON writes it best: whole where it is whole."""
    return amount.numerator if amount.denominator == 1 else float(amount)


def in_units(length: timedelta, unit: timedelta) -> float | int:
    """Return how many *unit* are in *length*."""
    grain = timedelta(microseconds=1)
    return number(Fraction(length // grain, unit // grain))


def _moment(name: str, given: object) -> datetime:
    found = _MOMENT.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        refuse(name, given, "is no time with Z or offset. Write it like 2026-03-02T08:05:00Z")
    day, wall, _, hours, minutes = found.groups()
    offset = "+00:00" if hours is None else f"{hours}:{minutes or '00'}"
    try:
        return datetime.fromisoformat(f"{day}T{wall}{offset}").astimezone(UTC)
    except (ValueError, OverflowError):
        refuse(name, given, "is no time that the calendar knows")


def _day(name: str, given: object) -> date:
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        refuse(name, given, "is no date. Write it like 2026-12-25")
    try:
        return date.fromisoformat(given)
    except ValueError:
        refuse(name, given, "is no date that the calendar knows")


def _span(name: str, given: object) -> Span:
    if not isinstance(given, list) or len(given) != 2:
        refuse(name, given, "is no pair of start and end")
    start, end = (_moment(name, each) for each in given)
    if end < start:
        refuse(name, given, "ends before it starts")
    return Span(start, end)
