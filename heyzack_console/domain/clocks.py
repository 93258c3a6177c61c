"""Service clocks: the hours in which promised time runs, what is promised, and how a deadline explains itself.

Instants are timezone-aware UTC. Hours are wall clock in the calendar's zone; holidays are local dates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from heyzack_console.domain.errors import InvalidInput

MINUTES_A_DAY = 24 * 60


class Clock(StrEnum):
    """Which hours count."""

    BUSINESS = "business"
    EXTENDED = "extended"
    ALWAYS = "24x7"


@dataclass(frozen=True, slots=True)
class Hours:
    """The part of a local day that is open, in minutes since midnight: *opens* counts, *closes* (at most 1440) not.

    Raises:
        InvalidInput: it closes no later than it opens, or is not within one day.
    """

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= MINUTES_A_DAY:
            raise InvalidInput("hours: a day has to close after it opens, both between 00:00 and 24:00.", "hours")


Week = tuple[Hours | None, ...]
"""Hours of Monday to Sunday; None: closed all day."""


@dataclass(frozen=True, slots=True)
class ServiceCalendar:
    """The hours of one clock at one site.

    Raises:
        InvalidInput: a week has not seven days, or none of them has hours.
    """

    week: Week
    zone: tzinfo
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if len(self.week) != 7 or not any(self.week):
            raise InvalidInput("hours: a calendar needs seven days, at least one of them with open hours.", "hours")

    @property
    def never_closes(self) -> bool:
        """Tell whether every second counts."""
        return not self.holidays and all(day == Hours(0, MINUTES_A_DAY) for day in self.week)


@dataclass(frozen=True, slots=True)
class Span:
    """From *start* (included) to *end* (excluded).

    Raises:
        InvalidInput: it ends before it starts.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidInput("A span of time has to end no earlier than it starts.", "span")

    @property
    def length(self) -> timedelta:
        """The real time between both ends."""
        return self.end - self.start


class Why(StrEnum):
    """Why a part of the time counts or does not."""

    COUNTED = "counted"
    PAUSED = "paused"
    NIGHT = "closed: night"
    WEEKEND = "closed: weekend"
    HOLIDAY = "closed: holiday"


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One part of the time between start and deadline."""

    span: Span
    why: Why

    @property
    def counted(self) -> bool:
        """Tell whether the clock ran."""
        return self.why is Why.COUNTED


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a promised time is used up, and the ledger that covers all from start to *due* without a gap."""

    due: datetime
    ledger: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """A promise: so much time on that clock. With *strict*, done exactly at the deadline is too late."""

    target: timedelta
    clock: Clock
    strict: bool


class Metric(StrEnum):
    """What is promised."""

    RESPONSE = "response"
    RESOLUTION = "resolution"


class IncidentPriority(StrEnum):
    """Urgency of an incident."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


class Plan(StrEnum):
    """What a customer of the support has bought."""

    STANDARD = "standard"
    EXTENDED = "extended"
    PREMIUM = "premium"


class SupportPriority(StrEnum):
    """Urgency of a support ticket."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A running promise. Another priority is another *objective*: start and pauses stay (``dataclasses.replace``)."""

    objective: Objective
    start: datetime
    pauses: Sequence[Span] = ()
