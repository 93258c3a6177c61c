"""What stands in a site's calendar: windows, freezes, public events and planned work.

Times are those of the wall clock in the entry's zone; the zone decides when that is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

CalendarId = NewType("CalendarId", str)
"""UUID as 32 hex digits."""


class CalendarKind(StrEnum):
    """What an entry means for planned work."""

    WORK = "work"
    WINDOW = "window"
    FREEZE = "freeze"
    EVENT = "event"


class CalendarStatus(StrEnum):
    """How certain an entry is; the words of iCalendar (RFC 5545, 3.8.1.11)."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Wall:
    """From *start* up to, but without, *end* as the wall clock of *zone* shows them; both without an offset."""

    start: datetime
    end: datetime
    zone: str
    all_day: bool = False

    @property
    def length(self) -> timedelta:
        """As the wall clock counts it."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What a person says about an entry.

    Attributes:
        rule: recurrence rule of RFC 5545 without ``RRULE:``; empty where it takes place once.
    """

    kind: CalendarKind
    title: str
    wall: Wall
    rule: str = ""
    note: str = ""
    status: CalendarStatus = CalendarStatus.CONFIRMED


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry, or one occurrence of another entry that was moved or changed.

    Attributes:
        left_out: starts by the rule that do not take place.
        added: starts that take place besides the rule's.
        series: the entry that this one stands for, at *instead_of*, its start by the rule.
        uid: how other calendars call it; empty where it was made here and never left.
        foreign: lines of iCalendar that mean nothing here and are handed back as they came.
    """

    id: CalendarId
    draft: EntryDraft
    left_out: tuple[datetime, ...] = ()
    added: tuple[datetime, ...] = ()
    series: CalendarId | None = None
    instead_of: datetime | None = None
    uid: str = ""
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why planned work should not stand where it stands, in words; *kind* is what it collides with."""

    kind: CalendarKind
    text: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something takes place, with the length that the zone gives it.

    Attributes:
        start: aware, UTC; *end* is the first moment after it.
        names: all that it goes by: windows that coincide are one.
        entries: what it comes from; empty for a standard window.
        by_rule: its start by the rule on the wall clock, which names it in its entry; None where it is the only one.
    """

    kind: CalendarKind
    names: tuple[str, ...]
    start: datetime
    end: datetime
    entries: tuple[CalendarId, ...] = ()
    by_rule: datetime | None = None
    all_day: bool = False
    status: CalendarStatus = CalendarStatus.CONFIRMED
    note: str = ""
    conflicts: tuple[Conflict, ...] = ()

    @property
    def title(self) -> str:
        """All names in one line."""
        return ", ".join(self.names)


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """What takes place in a span of one site, by start; *zone* is the site's."""

    zone: str
    occurrences: tuple[Occurrence, ...] = ()
