"""Why a row was called abnormal, in plain words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ROW_MINUTES = 5
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A season or level departure smaller than this part of the shape's own distance explains nothing.
WORTH_SAYING = 0.25


class Sign(StrEnum):
    """What can be strange about a row."""

    SHAPE = "shape"
    SEASON = "season"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The earlier stretch most like the new one; *distance* is the mean difference row by row, in the unit.

    *at* and *now_at* are when the last rows of the two were.
    """

    at: datetime
    distance: float
    then: tuple[float, ...]
    now: tuple[float, ...]
    now_at: datetime


@dataclass(frozen=True, slots=True)
class Explanation:
    """The facts behind a judgement.

    *remembered*: the rows compared with. *usual*: the mean of the hour. *level*: the running mean. Rests count rows.
    """

    sign: Sign
    at: datetime
    value: float
    remembered: int
    nearest: Nearest | None
    usual: float | None
    level: float
    rest: int
    longest_rest: int


def reasons(of: Explanation, unit: str = "") -> tuple[str, ...]:
    """Say why in short sentences, the strongest sign first; *unit* is put behind each number."""
    said = {Sign.SHAPE: _shape(of, unit), Sign.SEASON: _season(of, unit), Sign.STILL: _still(of)}
    first = said.pop(of.sign)
    others = [said[sign] for sign in (Sign.SHAPE, Sign.SEASON) if sign in said and of.sign is not Sign.STILL]
    return tuple(text for text in (first, *others, _level(of, unit)) if text)


def _shape(of: Explanation, unit: str) -> str:
    if of.nearest is None or not of.nearest.distance:
        return ""
    span = _span(len(of.nearest.now))
    nearest, away = _moment(of.nearest.at, of.at), _amount(of.nearest.distance, unit)
    return (
        f"The {span} up to {_moment(of.nearest.now_at)} resemble nothing in the {_span(of.remembered)} before; "
        f"nearest: {nearest}, {away} away on average."
    )


def _season(of: Explanation, unit: str) -> str:
    if of.usual is None or not _matters(of, of.value - of.usual):
        return ""
    kind = "weekend" if of.at.weekday() >= 5 else "weekday"
    return (
        f"{_amount(of.value, unit)} is {_departure(of.value - of.usual, unit)} the usual {kind} "
        f"{of.at:%H}:00 ({_amount(of.usual, unit)})."
    )


def _still(of: Explanation) -> str:
    return (
        f"The value has not moved for {_span(of.rest)}; its longest rest before was {_span(of.longest_rest)}. "
        "The sensor may be stuck."
    )


def _level(of: Explanation, unit: str) -> str:
    departure = of.value - of.level
    if of.sign is Sign.STILL or not _matters(of, departure):
        return ""
    level = _amount(of.level, unit)
    return f"{_amount(of.value, unit)} is {_departure(departure, unit)} its mean of the last weeks ({level})."


def _matters(of: Explanation, departure: float) -> bool:
    if not departure:
        return False
    return of.sign is not Sign.SHAPE or of.nearest is None or abs(departure) >= WORTH_SAYING * of.nearest.distance


def _departure(difference: float, unit: str) -> str:
    return f"{_amount(abs(difference), unit)} {'above' if difference > 0 else 'below'}"


def _amount(number: float, unit: str) -> str:
    size = abs(number)
    if size >= 1e9:
        text = f"{number:.3g}"
    elif size >= 100:
        text = f"{number:,.0f}"
    else:
        text = f"{number:.1f}" if size >= 10 else f"{number:.2g}"
    return f"{text} {unit}".rstrip()


def _span(rows: int) -> str:
    minutes = rows * ROW_MINUTES
    if minutes < 120:
        return f"{minutes} minutes"
    hours = minutes / 60
    return f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"


def _moment(at: datetime, seen_from: datetime | None = None) -> str:
    """A weekday and time; the date too when *seen_from* is a week or more later."""
    if seen_from is not None and (seen_from - at).days >= 6:
        return f"{WEEKDAYS[at.weekday()]} {at:%Y-%m-%d %H:%M}"
    return f"{WEEKDAYS[at.weekday()]} {at:%H:%M}"
