"""One notification to one target, and how it fared."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.notifications.people import ChannelId, PersonId
from heyzack_console.domain.notifications.policies import PolicyId

NOBODY = PersonId("")
NO_CHANNEL = ChannelId("")
NoticeId = NewType("NoticeId", str)
"""Made of annunciation, step, person and channel: the same step never makes the same notice twice."""


class NoticeState(StrEnum):
    """How far a notice came."""

    WAITING = "waiting"
    RETRYING = "retrying"
    SENT = "sent"
    GIVEN_UP = "given up"
    NOT_SENT = "not sent"

    @property
    def open(self) -> bool:
        """It is still to be sent."""
        return self in {NoticeState.WAITING, NoticeState.RETRYING}


@dataclass(frozen=True, slots=True)
class Notice:
    """One way of one step to one target.

    Attributes:
        step: counts through all rounds of the *policy* from 0.
        channel: empty where a step found nobody; *state* is then NOT_SENT.
        reason: why it waits, failed or was not sent, in words; never the address.
        next_at: when it goes out, or is tried again.
        gathered: it may go out in one with others of the same person and channel.
    """

    id: NoticeId
    alert: AlertId
    annunciation: EventId
    priority: Priority
    policy: PolicyId
    step: int
    made_at: datetime
    next_at: datetime
    person: PersonId = NOBODY
    channel: ChannelId = NO_CHANNEL
    target: str = ""
    state: NoticeState = NoticeState.WAITING
    reason: str = ""
    attempts: int = 0
    settled_at: datetime | None = None
    title: str = ""
    text: str = ""
    gathered: bool = False


def step_of(policy: PolicyId, number: int) -> str:
    """How a step of a policy is called among those that were taken."""
    return f"{policy}/{number}"


@dataclass(frozen=True, slots=True)
class Message:
    """What a channel carries."""

    title: str
    text: str
    priority: Priority = Priority.P3
