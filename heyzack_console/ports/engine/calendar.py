"""Commands and queries about the site's calendar."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.calendar import (
    CalendarEntry,
    CalendarId,
    CalendarKind,
    CalendarPicture,
    EntryDraft,
    Occurrence,
)
from heyzack_console.domain.identity import Permission
from heyzack_console.domain.sites import SiteId
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class AddEntry(Command):
    """Put something into the calendar; InvalidInput names the field that is wrong.

    The receipt's text names what planned work collides with; that hinders nobody.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    draft: EntryDraft


@dataclass(frozen=True)
class ChangeEntry(Command):
    """Say something else about an entry; of a recurring one about all that was not changed singly."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    entry: CalendarId
    draft: EntryDraft


@dataclass(frozen=True)
class MoveOccurrence(Command):
    """Let an occurrence start at *start* and end at *end* (both aware): moved, stretched or both.

    *by_rule* names the occurrence of a recurring entry, which then stands by itself; None moves the whole entry.
    NotFound when the entry does not take place then.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    entry: CalendarId
    start: datetime
    end: datetime
    by_rule: datetime | None = None


@dataclass(frozen=True)
class RemoveEntry(Command):
    """Take an entry out of the calendar, or with *by_rule* one occurrence of it."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    entry: CalendarId
    by_rule: datetime | None = None


@dataclass(frozen=True)
class CalendarSpan(Query[tuple[CalendarPicture, ...]]):
    """What takes place from *begin* up to *end* (aware), one picture a site; all sites where none is named.

    InvalidInput for a span of more than 400 days.
    """

    answer: ClassVar[Any] = tuple[CalendarPicture, ...]
    begin: datetime
    end: datetime
    sites: tuple[SiteId, ...] = ()


@dataclass(frozen=True)
class CalendarEntries(Query[tuple[CalendarEntry, ...]]):
    """The entries themselves, with their rules."""

    answer: ClassVar[Any] = tuple[CalendarEntry, ...]


@dataclass(frozen=True)
class FreeSlot(Query[Occurrence | None]):
    """The next place for work of that length within a window, collision-free; None within 90 days from *start*."""

    answer: ClassVar[Any] = Occurrence | None
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class CalendarImport:
    """What taking a file in would do: how many entries are new, changed or there already, and what cannot be kept."""

    fresh: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadCalendar(Query[CalendarImport]):
    """Look at an iCalendar file without changing anything; *kind* is what an event is that does not say so itself."""

    answer: ClassVar[Any] = CalendarImport
    text: str
    kind: CalendarKind = CalendarKind.EVENT


@dataclass(frozen=True)
class ImportCalendar(Command):
    """Take the events of an iCalendar file in; those that came before are changed, none is removed.

    InvalidInput when it is no iCalendar file or nothing of it can be kept; then nothing was changed.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    text: str
    kind: CalendarKind = CalendarKind.EVENT


@dataclass(frozen=True)
class ExportCalendar(Query[str]):
    """All entries as iCalendar text."""

    answer: ClassVar[Any] = str
