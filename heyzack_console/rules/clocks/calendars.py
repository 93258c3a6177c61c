"""The hours of a clock, laid along the real time line.

An instant is open when the wall clock of the site shows an open time on an open date. So a date that a zone left out
has no hours, and an hour that comes twice counts twice.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from heyzack_console.domain.clocks import (
    MINUTES_A_DAY,
    Clock,
    Hours,
    LedgerLine,
    ServiceCalendar,
    Span,
    Week,
    Why,
)
from heyzack_console.domain.errors import InvalidInput

# Requirements 11.4 (support hours): Mon-Fri 08-18, Mon-Sat 07-21, at all times; local to the site.
WEEKS: dict[Clock, Week] = {
    Clock.BUSINESS: (*(Hours(8 * 60, 18 * 60),) * 5, None, None),
    Clock.EXTENDED: (*(Hours(7 * 60, 21 * 60),) * 6, None),
    Clock.ALWAYS: (Hours(0, MINUTES_A_DAY),) * 7,
}
BUSINESS_DAY = timedelta(hours=10)
"""A business day in a target is so much time on the business clock."""
HORIZON = timedelta(days=36_525)
"""How far ahead or back anything is looked for, so that nothing loops for ever."""


def calendar_of(clock: Clock, zone: tzinfo, holidays: Iterable[date] = ()) -> ServiceCalendar:
    """Return the hours of *clock* at a site; the round-the-clock one knows no holidays."""
    closed = frozenset[date]() if clock is Clock.ALWAYS else frozenset(holidays)
    return ServiceCalendar(WEEKS[clock], zone, closed)


def stretches(calendar: ServiceCalendar, limits: Span) -> Iterator[LedgerLine]:
    """Yield in order the open and closed stretches that fill *limits*; neighbours differ in their reason.

    Raises:
        InvalidInput: *limits* are longer than the horizon and the calendar ever closes, or leave the years 1 to 9999.
    """
    if calendar.never_closes:
        if limits.length:
            yield LedgerLine(limits, Why.COUNTED)
        return
    if limits.length > HORIZON:
        raise too_far()
    held: LedgerLine | None = None
    for piece in _pieces(calendar, limits):
        if held is not None and held.why is piece.why:
            held = LedgerLine(Span(held.span.start, piece.span.end), held.why)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def too_far() -> InvalidInput:
    """Return what is raised where the answer is beyond all that is looked at."""
    return InvalidInput(
        "This reaches over more than 100 years or outside the years 1 to 9999; check times and holidays."
    )


def _pieces(calendar: ServiceCalendar, limits: Span) -> Iterator[LedgerLine]:
    """Yield parts with one reason each; none crosses a change of the zone's offset."""
    cursor = limits.start
    while cursor < limits.end:
        try:
            offset = _offset(calendar.zone, cursor)
            why, wall_end = _state(calendar, cursor.replace(tzinfo=None) + offset)
            end = min((wall_end - offset).replace(tzinfo=UTC), limits.end)
            end = _before_change(calendar.zone, Span(cursor, end), offset)
        except (OverflowError, ValueError) as error:
            raise too_far() from error
        yield LedgerLine(Span(cursor, end), why)
        cursor = end


def _state(calendar: ServiceCalendar, wall: datetime) -> tuple[Why, datetime]:
    """Return what holds at *wall* (naive, local), and the wall time up to which it holds."""
    midnight = datetime.combine(wall.date(), time())
    tomorrow = midnight + timedelta(days=1)
    hours = calendar.week[wall.weekday()]
    if wall.date() in calendar.holidays:
        return Why.HOLIDAY, tomorrow
    if hours is None:
        return Why.WEEKEND, tomorrow
    opens, closes = (midnight + timedelta(minutes=minute) for minute in (hours.opens, hours.closes))
    if wall < opens:
        return Why.NIGHT, opens
    return (Why.COUNTED, closes) if wall < closes else (Why.NIGHT, tomorrow)


def _before_change(zone: tzinfo, span: Span, offset: timedelta) -> datetime:
    """Return the end of *span*, or the instant in it at which the zone's *offset* changes.

    No zone changes twice within a day, so both ends tell whether there is a change (a test reads all the data).
    """
    if _offset(zone, span.end) == offset:
        return span.end
    before, after = span.start, span.end
    while after - before > timedelta(microseconds=1):
        middle = before + (after - before) / 2
        if _offset(zone, middle) == offset:
            before = middle
        else:
            after = middle
    return after


def _offset(zone: tzinfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()
