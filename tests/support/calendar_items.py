"""Items of a calendar as tests need them."""

from zoneinfo import ZoneInfo

from heyzack_console.domain.calendar import CalendarId, CalendarKind, Occurrence
from heyzack_console.presentation.calendar.items import Item, item
from tests.support.calendar_entries import utc

NOW = utc("2026-07-23T12:32")


def occurrence(title: str, start: str, end: str, kind: CalendarKind = CalendarKind.WORK, **more: object) -> Occurrence:
    """One occurrence; times in UTC."""
    key = CalendarId(title.encode().hex().ljust(32, "0")[:32])
    return Occurrence(kind, (title,), utc(start), utc(end), (key,), **more)


def shown(title: str, start: str, end: str, kind: CalendarKind = CalendarKind.WORK, **more: object) -> Item:
    """The same as it is drawn, at a site in UTC."""
    return item(occurrence(title, start, end, kind, **more), ZoneInfo("UTC"), NOW)
