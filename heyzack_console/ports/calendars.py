"""What services ask of iCalendar files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from heyzack_console.domain.calendar import CalendarEntry, CalendarKind, EntryDraft


@dataclass(frozen=True, slots=True)
class FileOccurrence:
    """One occurrence of an event in a file.

    Attributes:
        start: ISO 8601: a date for a whole day, a local time, or a time with its offset.
        end: the first moment after it, in the same kind.
        status: as it stands there, such as CONFIRMED; None where nothing is said.
    """

    uid: str | None
    start: str
    end: str
    summary: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One event of a file as the site's calendar would keep it; the parts are those of a CalendarEntry."""

    draft: EntryDraft
    left_out: tuple[datetime, ...] = ()
    added: tuple[datetime, ...] = ()
    uid: str = ""
    instead_of: datetime | None = None
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileEntries:
    """What a file holds, and in words what of it cannot be kept."""

    entries: tuple[FileEntry, ...] = ()
    refused: tuple[str, ...] = ()


class CalendarFiles(Protocol):
    """Reads and writes iCalendar text."""

    async def read(self, text: str, zone: str, kind: CalendarKind) -> FileEntries:
        """The events of *text*; InvalidInput when it is no iCalendar text, or takes too long.

        Args:
            zone: the site's, for whole days and local times.
            kind: what an event is that does not say so itself.
        """

    def write(self, entries: Sequence[CalendarEntry], now: datetime) -> str:
        """All of them as one calendar."""
