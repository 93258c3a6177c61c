"""Expands an iCalendar file into the occurrences of a span."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import icalendar
import recurring_ical_events
from recurring_ical_events.selection.name import ComponentsWithName

from heyzack_console.calendars.reading import UNREADABLE, calendars_in
from heyzack_console.calendars.series import Event, EventSeries, Happening
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.calendars import FileOccurrence
from heyzack_console.rules.calendar.span import Span

MOST_OCCURRENCES = 50_000


def expand(content: bytes, span: Span) -> list[FileOccurrence]:
    """What takes place within *span*, by start; what only reaches into it belongs to it.

    Raises:
        InvalidInput: the file cannot be read, or gives more than anybody can look at.
    """
    found: list[tuple[datetime, FileOccurrence]] = []
    for calendar in calendars_in(content):
        for occurrence in _occurrences(calendar, span):
            found.append(_written(occurrence))
            if len(found) > MOST_OCCURRENCES:
                raise InvalidInput(
                    f"There are more than {MOST_OCCURRENCES:,} occurrences in this span. Ask for a shorter one.", "to"
                )
    return [written for _, written in sorted(found, key=_order)]


def _occurrences(calendar: icalendar.Calendar, span: Span) -> Iterator[Happening]:
    events = ComponentsWithName("VEVENT", Event, EventSeries)
    try:
        for series in recurring_ical_events.of(calendar, components=[events]).series:
            yield from series.between(span.begin, span.end)
    except UNREADABLE as error:
        raise InvalidInput(f"The events cannot be expanded: {error}.", "file") from error


def _written(occurrence: Happening) -> tuple[datetime, FileOccurrence]:
    event, start, end = occurrence.event, occurrence.start, occurrence.end
    return _instant(start), FileOccurrence(
        _words(event.get("UID")), _iso(start), _iso(end), _words(event.get("SUMMARY")), _words(event.get("STATUS"))
    )


def _order(found: tuple[datetime, FileOccurrence]) -> tuple[datetime, str, str, str]:
    begins, one = found
    return begins, one.end, one.uid or "", one.summary or ""


def _instant(moment: date) -> datetime:
    """A local time is sorted as if it were UTC; nobody knows better."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _iso(moment: date) -> str:
    """A time that the clocks skip is written as the one they show at that moment."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(UTC).astimezone(moment.tzinfo).isoformat()
    return moment.isoformat()


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return None if value is None else str(value)
