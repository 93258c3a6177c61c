"""Maintenance windows: wall-clock spans of a site, with the real length that the zone gives them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from heyzack_console.domain.clocks import Span
from heyzack_console.domain.errors import InvalidInput

SUNDAY = 6
QUARTER_ENDS = frozenset({3, 6, 9, 12})
MIDNIGHT = time()


class StandardWindow(StrEnum):
    """The windows that every site has; all start on a Sunday at 00:00."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


# Requirements, maintenance windows: wall-clock end of each.
_ENDS = {StandardWindow.WEEKLY: time(4), StandardWindow.MONTHLY: time(8), StandardWindow.QUARTERLY: time(12)}


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A window that has a place in time, with every name that it goes by."""

    names: tuple[str, ...]
    span: Span


def instant_of(zone: tzinfo, day: date, wall: time) -> datetime:
    """Return when the wall clock shows *wall* on *day*, in UTC.

    A time that does not exist is read with the offset before the gap, one that exists twice is the first
    (RFC 5545, 3.3.5).

    Raises:
        InvalidInput: outside the years 1 to 9999.
    """
    try:
        return datetime.combine(day, wall, tzinfo=zone).replace(fold=0).astimezone(UTC)
    except (OverflowError, ValueError) as error:
        raise _outside() from error


def standard_window(window: StandardWindow, zone: tzinfo, day: date) -> Span | None:
    """Return the window that starts on *day*, None if it does not."""
    if not _BEGINS[window](day):
        return None
    return Span(instant_of(zone, day, MIDNIGHT), instant_of(zone, day, _ENDS[window]))


def next_window(window: StandardWindow, zone: tzinfo, moment: datetime) -> Span:
    """Return the window that *moment* lies in, else the next one; its end is no longer inside.

    Raises:
        InvalidInput: outside the years 1 to 9999.
    """
    try:
        # A day earlier, in case that a window began on the date before and still goes on.
        day = moment.astimezone(zone).date() - timedelta(days=1)
        while True:
            found = standard_window(window, zone, day)
            if found is not None and found.end > moment:
                return found
            day += timedelta(days=1)
    except (OverflowError, ValueError) as error:
        raise _outside() from error


def own_window(zone: tzinfo, day: date, start: time, end: time) -> Span:
    """Return the span from *start* on *day* to *end*, which is on the next day where it is not after *start*.

    Raises:
        InvalidInput: the clocks go forward so that nothing is left of it, or outside the years 1 to 9999.
    """
    try:
        last_day = day if end > start else day + timedelta(days=1)
    except OverflowError as error:
        raise _outside() from error
    begins, ends = instant_of(zone, day, start), instant_of(zone, last_day, end)
    if ends <= begins:
        raise InvalidInput(
            "start_wall: the clocks go forward that day and nothing is left of this window. Choose other times.",
            "start_wall",
        )
    return Span(begins, ends)


def standard_windows(zone: tzinfo, day: date) -> NamedSpan | None:
    """Return the standard windows that start on *day* as one, None if none does."""
    found = [(window, standard_window(window, zone, day)) for window in StandardWindow]
    joined = coinciding(NamedSpan((window.value,), span) for window, span in found if span is not None)
    return joined[0] if joined else None


def coinciding(windows: Iterable[NamedSpan]) -> tuple[NamedSpan, ...]:
    """Return *windows* in order, those that overlap as one which keeps all names; touching is no overlap."""
    joined: list[NamedSpan] = []
    for window in sorted(windows, key=lambda window: window.span.start):
        if joined and window.span.start < joined[-1].span.end:
            last = joined[-1]
            names = tuple(dict.fromkeys((*last.names, *window.names)))
            joined[-1] = NamedSpan(names, Span(last.span.start, max(last.span.end, window.span.end)))
        else:
            joined.append(window)
    return tuple(joined)


def _weekly(day: date) -> bool:
    return day.weekday() == SUNDAY


def _monthly(day: date) -> bool:
    """The last Sunday of a month: a week later is another month (December 9999 has no week later)."""
    return _weekly(day) and (day.month, day.day) > (day.month, _days_in_month(day) - 7)


def _quarterly(day: date) -> bool:
    return day.month in QUARTER_ENDS and _monthly(day)


def _days_in_month(day: date) -> int:
    return 31 if day.month == 12 else (day.replace(month=day.month + 1, day=1) - timedelta(days=1)).day


_BEGINS: dict[StandardWindow, Callable[[date], bool]] = {
    StandardWindow.WEEKLY: _weekly,
    StandardWindow.MONTHLY: _monthly,
    StandardWindow.QUARTERLY: _quarterly,
}


def _outside() -> InvalidInput:
    return InvalidInput("The answer lies outside the years 1 to 9999.")
