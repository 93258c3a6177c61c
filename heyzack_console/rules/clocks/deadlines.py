"""When promised time is used up, how much of it has run, and why."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from heyzack_console.domain.clocks import Commitment, Deadline, LedgerLine, Objective, ServiceCalendar, Span, Why
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.clocks.calendars import HORIZON, calendar_of, stretches, too_far
from heyzack_console.rules.clocks.spans import merged, total

LAST = datetime.max.replace(tzinfo=UTC)


def deadline(calendar: ServiceCalendar, target: timedelta, start: datetime, pauses: Iterable[Span] = ()) -> Deadline:
    """Return the earliest instant at which *target* has been counted since *start*.

    Used up exactly at closing time, it is due at that closing time. A pause delays only by its part in open hours.

    Raises:
        InvalidInput: *target* is not positive, or the deadline lies beyond the horizon.
    """
    if target <= timedelta():
        raise InvalidInput("target: a promise needs some time.", "target")
    left = target
    ledger: list[LedgerLine] = []
    for line in _lines(calendar, Span(start, _horizon(start)), pauses):
        if not line.counted:
            ledger.append(line)
        elif line.span.length < left:
            ledger.append(line)
            left -= line.span.length
        else:
            due = line.span.start + left
            return Deadline(due, (*ledger, LedgerLine(Span(line.span.start, due), Why.COUNTED)))
    raise too_far()


def elapsed(calendar: ServiceCalendar, span: Span, pauses: Iterable[Span] = ()) -> timedelta:
    """Return how much service time ran in *span*.

    Raises:
        InvalidInput: *span* is longer than the horizon.
    """
    return total(line.span for line in _lines(calendar, span, pauses) if line.counted)


def due(commitment: Commitment, zone: tzinfo, holidays: Iterable[date] = ()) -> Deadline:
    """Return when *commitment* falls due at a site.

    Raises:
        InvalidInput: beyond the horizon.
    """
    objective = commitment.objective
    calendar = calendar_of(objective.clock, zone, holidays)
    return deadline(calendar, objective.target, commitment.start, commitment.pauses)


def met(objective: Objective, due_at: datetime, done: datetime) -> bool:
    """Tell whether what was *done* kept the promise: before *due_at* where strict, else also exactly at it."""
    return done < due_at if objective.strict else done <= due_at


def latest_start(calendar: ServiceCalendar, target: timedelta, end: datetime) -> datetime:
    """Return the latest instant from which *target* still runs until *end*.

    Where that amount begins with an opening, it is the opening and not the closing time before it.

    Raises:
        InvalidInput: *target* is not positive, or the instant lies beyond the horizon.
    """
    if target <= timedelta():
        raise InvalidInput("target: a notice needs some time.", "target")
    left = target
    # A week at a time: calendars are laid out forwards only.
    reach = timedelta(days=7)
    stop = end
    while end - stop < HORIZON:
        try:
            begin = stop - reach
        except OverflowError as error:
            raise too_far() from error
        for line in reversed([line for line in stretches(calendar, Span(begin, stop)) if line.counted]):
            if line.span.length >= left:
                return line.span.end - left
            left -= line.span.length
        stop = begin
    raise too_far()


def _horizon(start: datetime) -> datetime:
    return min(start, LAST - HORIZON) + HORIZON


def _lines(calendar: ServiceCalendar, span: Span, pauses: Iterable[Span]) -> Iterator[LedgerLine]:
    """Yield the stretches of *span*, the open ones parted by *pauses*.

    Where the calendar is closed, a pause changes nothing and is not told.
    """
    stops = merged(pauses)
    first = 0
    for line in stretches(calendar, span):
        if not line.counted:
            yield line
            continue
        cursor, end = line.span.start, line.span.end
        while first < len(stops) and stops[first].start < end:
            stop = stops[first]
            if stop.end > cursor:
                if stop.start > cursor:
                    yield LedgerLine(Span(cursor, stop.start), Why.COUNTED)
                yield LedgerLine(Span(max(cursor, stop.start), min(stop.end, end)), Why.PAUSED)
                cursor = min(stop.end, end)
            if stop.end >= end:
                break
            first += 1
        if cursor < end:
            yield LedgerLine(Span(cursor, end), Why.COUNTED)
