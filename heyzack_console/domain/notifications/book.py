"""Everything that says whom the console tells, and how."""

from dataclasses import dataclass

from heyzack_console.domain.notifications.people import Channel, Person
from heyzack_console.domain.notifications.policies import Policy
from heyzack_console.domain.notifications.schedules import Schedule

Item = Channel | Person | Schedule | Policy


@dataclass(frozen=True, slots=True)
class NotificationBook:
    """Channels, people, schedules and policies, each by name."""

    channels: tuple[Channel, ...] = ()
    people: tuple[Person, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    policies: tuple[Policy, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All of it in one."""
        return (*self.channels, *self.people, *self.schedules, *self.policies)
