"""Kinds of field that rule files share: lengths of time, priorities, hours, scopes."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import Hours
from heyzack_console.domain.devices.categories import Category
from heyzack_console.rules.alerts.units import UNITS

LONGEST_S = 366 * 86_400.0
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(s|sec|min|h|d|days?|hours?|minutes?|seconds?)")
_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _seconds(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError("has to be a length of time such as 90 s, 5 min, 2 h or 1 d")
    if isinstance(value, int | float):
        return float(value)
    found = _LENGTH.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise ValueError("has to be a length of time such as 90 s, 5 min, 2 h or 1 d")
    return float(found.group(1)) * _SECONDS[found.group(2)[0]]


def _priority(value: Any) -> Any:
    if isinstance(value, str) and value.upper() in Priority.__members__:
        return Priority[value.upper()]
    raise ValueError("has to be P1, P2, P3 or P4")


def _unit(value: str) -> str:
    if value not in UNITS:
        raise ValueError(f"unknown unit {value!r}; known are {', '.join(sorted(UNITS, key=str.lower))}")
    return value


def _clock(value: Any) -> Any:
    if isinstance(value, time):
        return value
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("has to be a time of day in quotes, such as '08:00'")
    return time(int(found.group(1)), int(found.group(2)))


def _day(value: Any) -> Any:
    if isinstance(value, str) and value.lower()[:3] in _DAYS:
        return _DAYS.index(value.lower()[:3])
    raise ValueError(f"has to be a day: {', '.join(_DAYS)}")


def _date(value: Any) -> Any:
    try:
        return value if type(value) is date else date.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise ValueError("has to be a date such as 2026-12-24") from error


def _category(value: Any) -> Any:
    try:
        return Category(value)
    except ValueError as error:
        raise ValueError(f"unknown category; known are {', '.join(Category)}") from error


def _text(longest: int, *, empty: bool = False) -> Callable[[str], str]:
    def fits(value: str) -> str:
        if not value.strip() and not empty:
            raise ValueError("has to say something")
        if len(value) > longest:
            raise ValueError(f"has at most {longest} characters")
        return value.strip()

    return fits


Seconds = Annotated[float, BeforeValidator(_seconds), Field(ge=0, le=LONGEST_S)]
Urgency = Annotated[Priority, BeforeValidator(_priority)]
Unit = Annotated[str, AfterValidator(_unit)]
Clock = Annotated[time, BeforeValidator(_clock)]
Day = Annotated[int, BeforeValidator(_day)]
Closed = Annotated[date, BeforeValidator(_date)]
Kind = Annotated[Category, BeforeValidator(_category)]
Name = Annotated[str, AfterValidator(_text(80))]
Words = Annotated[str, AfterValidator(_text(200))]
Prose = Annotated[str, AfterValidator(_text(4_000, empty=True))]
Number = Annotated[float, Field(allow_inf_nan=False)]


class Strict(BaseModel):
    """Nothing that is not named, and no value of another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Scope(Strict):
    """Which devices; everything where nothing is said."""

    devices: list[Name] = Field(default_factory=list)
    categories: list[Kind] = Field(default_factory=list)
    zones: list[Name] = Field(default_factory=list)
    sites: list[Name] = Field(default_factory=list)


class When(Strict):
    """When the rule judges, in the site's time; from 18:00 to 06:00 goes over midnight."""

    days: list[Day] = Field(default_factory=list)
    start: Clock = Field(time(0), alias="from")
    end: Clock = Field(time(0), alias="to")
    closed: list[Closed] = Field(default_factory=list)

    def hours(self) -> Hours:
        """As rules have it."""
        return Hours(tuple(sorted(set(self.days))), self.start, self.end, tuple(sorted(set(self.closed))))
