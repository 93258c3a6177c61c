"""On-call schedules: who is on duty when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.notifications.people import PersonId, Quiet

ScheduleId = NewType("ScheduleId", str)
OverrideId = NewType("OverrideId", str)


class Turn(StrEnum):
    """What a rotation counts in."""

    DAILY = "daily"
    WEEKLY = "weekly"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Layer:
    """People who take turns.

    Attributes:
        first: when the first person begins, on the wall clock of the schedule's zone.
        every: so many days or weeks each.
        rule: for a custom rotation the recurrence rule (RFC 5545) by which the duty is handed over.
        hours: when there is duty at all; empty means always.
    """

    name: str
    people: tuple[PersonId, ...]
    first: datetime
    turn: Turn = Turn.WEEKLY
    every: int = 1
    rule: str = ""
    hours: tuple[Quiet, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """*person* is on call in [start, end) whoever else would be; of several the one that was made last holds."""

    id: OverrideId
    person: PersonId
    start: datetime
    end: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Layers, of which a later one lies over the earlier, and over them the overrides in the order they were made."""

    id: ScheduleId
    name: str
    zone: str
    layers: tuple[Layer, ...] = ()
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """[start, end) in UTC in which *person* is on call; a gap where it is None. *source* says by which layer."""

    start: datetime
    end: datetime
    person: PersonId | None = None
    source: str = ""
