"""Reads an iCalendar file and refuses what would be expanded wrongly."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import icalendar

from heyzack_console.domain.errors import InvalidInput

# What decides when an event takes place; a fault in any other property harms nobody.
WHEN = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "EXRULE"})
MOST_EVENTS = 20_000
MOST_FAULTS_TOLD = 3

# What the library raises for text that it did not expect.
UNREADABLE = (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError)


def calendars_in(content: bytes) -> list[icalendar.Calendar]:
    """The calendars of a file, each one checked.

    Raises:
        InvalidInput: it is no iCalendar text, or an event cannot be placed in time; the text names the event.
    """
    try:
        found = icalendar.Calendar.from_ical(_text(content), multiple=True)
    except UNREADABLE as error:
        raise InvalidInput(f"This is no iCalendar file: {_short(str(error))}.", "file") from error
    calendars = [part for part in found if isinstance(part, icalendar.Calendar)]
    _check(calendars)
    return calendars


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"This is no text in UTF-8: see byte {error.start:,}.", "file") from error
    if "BEGIN:VCALENDAR" not in text.upper():
        raise InvalidInput("This is no iCalendar file: there is no BEGIN:VCALENDAR.", "file")
    begun, ended = (len(re.findall(rf"(?im)^{word}:", text)) for word in ("BEGIN", "END"))
    if begun != ended:
        raise InvalidInput(f"The file is damaged or breaks off: {begun} parts begin in it and {ended} end.", "file")
    return text


def _check(calendars: list[icalendar.Calendar]) -> None:
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) > MOST_EVENTS:
        raise InvalidInput(f"The file holds {len(events):,} events; {MOST_EVENTS:,} are read.", "file")
    faults = [fault for event in events for fault in _faults(event)]
    if faults:
        more = f" And {len(faults) - MOST_FAULTS_TOLD} more." if len(faults) > MOST_FAULTS_TOLD else ""
        raise InvalidInput(" ".join(faults[:MOST_FAULTS_TOLD]) + more, "file")


def _faults(event: icalendar.Component) -> Iterator[str]:
    name = f"Event {_short(str(event.get('UID', 'without UID')))!r}"
    for found, reason in event.errors:
        if found is None or found.upper() in WHEN:
            yield f"{name}: {found or 'a line'} cannot be read ({_short(str(reason))})."
    told = {str(found).upper() for found, _ in event.errors}
    if "DTSTART" not in event and "DTSTART" not in told:
        yield f"{name} has no DTSTART."
    if "EXRULE" in event:
        yield f"{name}: exception rules (EXRULE) are no part of iCalendar any more; write the dates as EXDATE."
    for once in sorted({"DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"} - told):
        value = event.get(once)
        if isinstance(value, list):
            yield f"{name} has more than one {once}."
        elif value is not None and _zone_unknown(value):
            yield f"{name}: nobody knows the time zone {_short(value.params['TZID'])!r} of its {once}."


def _zone_unknown(value: Any) -> bool:
    moment = getattr(value, "dt", None)
    return isinstance(moment, datetime) and moment.tzinfo is None and "TZID" in value.params


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 120 else plain[:119] + "…"
