"""Escalation policies: whom to tell next, as long as nobody answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.alerts.priority import Priority

PolicyId = NewType("PolicyId", str)


class TargetKind(StrEnum):
    """Whom a step tells."""

    PERSON = "person"
    SCHEDULE = "schedule"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Target:
    """A person, whoever is on call by a schedule, or a channel; *id* is theirs."""

    kind: TargetKind
    id: str


@dataclass(frozen=True, slots=True)
class Step:
    """*after*: how long the alert has to call beyond the step before; the first step counts from the annunciation."""

    after: timedelta
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """Steps that are taken one after another while the alert is not acknowledged.

    Attributes:
        priorities: the alerts that go this way.
        since: when it was made; what called before begins its ladder here.
        repeat: so many times more the whole of it, each *pause* after the last step.
    """

    id: PolicyId
    name: str
    steps: tuple[Step, ...] = ()
    priorities: tuple[Priority, ...] = tuple(Priority)
    repeat: int = 0
    pause: timedelta = timedelta(minutes=15)
    since: datetime | None = None
