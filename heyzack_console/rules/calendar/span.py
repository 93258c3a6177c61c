"""A span of time as people write it: two dates, local times, or times with an offset."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.errors import InvalidInput

FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Span:
    """From *begin* up to, but without, *end*.

    Both are aware, or both are local; a local one is read on the own clock of whatever it is compared with.
    """

    begin: datetime
    end: datetime


def span_between(begin: str, end: str) -> Span:
    """Read the two ends as ISO 8601; a date is its first moment.

    Raises:
        InvalidInput: one is no date or time, they are of two kinds, or the end is not after the beginning.
    """
    span = Span(_moment(begin, "from"), _moment(end, "to"))
    if (span.begin.tzinfo is None) != (span.end.tzinfo is None):
        raise InvalidInput("Write both ends of the span with an offset, or both without.", "to")
    if span.end <= span.begin:
        raise InvalidInput(f"The span ends with {end!r}, which is not after its beginning {begin!r}.", "to")
    return span


def _moment(text: str, field: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInput(
            f"{field}: {text!r} is no date or time. "
            "Write it like 2026-03-29, 2026-03-29T08:00 or 2026-03-29T08:00+01:00.",
            field,
        ) from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidInput(f"{field}: the year {moment.year} is outside {FIRST_YEAR} to {LAST_YEAR}.", field)
    return moment
