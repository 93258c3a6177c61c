"""Commands and queries about whom the console tells, and what it told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.identity import Permission
from heyzack_console.domain.notifications.book import NotificationBook
from heyzack_console.domain.notifications.notice import Notice
from heyzack_console.domain.notifications.people import Channel, ChannelId, Person, PersonId
from heyzack_console.domain.notifications.policies import Policy
from heyzack_console.domain.notifications.schedules import Schedule, ScheduleId, Shift
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class SaveChannel(Command):
    """Add a channel (an empty id) or change it. Its *address* goes to the secret store; empty leaves it as it is."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    channel: Channel
    address: str = ""


@dataclass(frozen=True)
class SavePerson(Command):
    """Add somebody who can be told (an empty id) or change them. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    person: Person


@dataclass(frozen=True)
class SaveSchedule(Command):
    """Add an on-call schedule (an empty id) or change it. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    schedule: Schedule


@dataclass(frozen=True)
class SavePolicy(Command):
    """Add an escalation policy (an empty id) or change it. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    policy: Policy


@dataclass(frozen=True)
class RemoveNotified(Command):
    """Remove a channel, person, schedule or policy that nothing else names. Can be undone; a channel's address not."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    item: str


@dataclass(frozen=True)
class TakeShift(Command):
    """Put *person* on call from now to the end of the shift of this moment; in a gap for a day at most."""

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    schedule: ScheduleId
    person: PersonId
    reason: str = ""


@dataclass(frozen=True)
class TestChannel(Command):
    """Send one message now and wait for the answer; NotDelivered says why it did not arrive."""

    __test__: ClassVar[bool] = False
    permission: ClassVar[Permission] = Permission.CONFIGURE
    channel: ChannelId


@dataclass(frozen=True)
class Notified(Query[NotificationBook]):
    """Channels without their addresses, people, schedules and policies."""

    answer: ClassVar[Any] = NotificationBook


@dataclass(frozen=True)
class OnCall(Query[tuple[Shift, ...]]):
    """Shifts and gaps of a schedule in [start, end), without an overlap or a hole."""

    answer: ClassVar[Any] = tuple[Shift, ...]
    schedule: ScheduleId
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Notices(Query[tuple[Notice, ...]]):
    """Who was told what, when and how, and why somebody was not; newest first."""

    answer: ClassVar[Any] = tuple[Notice, ...]
    alert: AlertId | None = None
    limit: int = 200
