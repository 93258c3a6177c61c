"""Calendar entries as tests need them."""

from datetime import UTC, datetime

from heyzack_console.domain.calendar import CalendarKind, EntryDraft, Wall

BERLIN = "Europe/Berlin"


def local(text: str) -> datetime:
    """A time on the wall clock."""
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    """A time in UTC, written without offset."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def draft(
    title: str, start: str, end: str, kind: CalendarKind = CalendarKind.WORK, rule: str = "", zone: str = BERLIN
) -> EntryDraft:
    """What a person says about an entry."""
    return EntryDraft(kind, title, Wall(local(start), local(end), zone), rule)
