"""Careful reading of JSON members whose type nobody promises."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

Members = Mapping[str, Any]

_LONGEST_NAME = 128
# 10**11 ms is March 1973 and 10**11 s the year 5138: smaller numbers are seconds.
_MILLISECONDS_FROM = 10**11
_EARLIEST = 10**12
"""September 2001 in ms; a device that tells an earlier time has lost its clock."""
_LARGEST = 10**15
_TOLERATED_AHEAD = timedelta(minutes=1)


def members_of(data: bytes | str) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        ValueError: no JSON, no object, or nested too deeply.
    """
    try:
        value = msgspec.json.decode(data)
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply") from error
    if not isinstance(value, dict):
        raise ValueError("the JSON is no object")
    return value


def name_in(members: Members, *names: str) -> str:
    """The first of *names* that holds a short text; empty where none does."""
    for name in names:
        value = members.get(name)
        if isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME:
            return value
    return ""


def whole_in(members: Members, *names: str) -> int | None:
    """The first of *names* that holds a whole number, also as text."""
    for name in names:
        value = members.get(name)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
            return int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
    return None


def number_in(members: Members, *names: str) -> float | None:
    """The first of *names* that holds a finite number, also as text."""
    for name in names:
        value = members.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST:
            return float(value)
        if isinstance(value, str) and value.removeprefix("-").replace(".", "", 1).isdecimal():
            return float(value[:20])
    return None


def moment_in(members: Members, now: datetime, *names: str) -> datetime | None:
    """The first of *names* that holds a believable time (ms or s since 1970), never more than *now*.

    A time ahead of ours would win over every value to come, so it counts as now.
    """
    for name in names:
        number = whole_in({name: members.get(name)}, name)
        if number is None or number <= 0:
            continue
        milliseconds = number if number >= _MILLISECONDS_FROM else number * 1000
        if milliseconds < _EARLIEST:
            continue
        if milliseconds > (now + _TOLERATED_AHEAD).timestamp() * 1000:
            return now
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    return None
