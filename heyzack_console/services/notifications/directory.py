"""Channels, people, schedules and policies in memory, as the store has them."""

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.people import Channel, Person
from heyzack_console.domain.notifications.policies import Policy
from heyzack_console.domain.notifications.schedules import Schedule
from heyzack_console.ports.notice_store import NotificationStore


class Directory:
    """Read again after every change."""

    def __init__(self, store: NotificationStore) -> None:
        self._store = store
        self._items: dict[str, Item] = {}
        self.book = NotificationBook()

    async def load(self) -> None:
        """Read it from the store."""
        self.book = await self._store.load()
        self._items = {item.id: item for item in self.book.items}

    def channel(self, name: str) -> Channel | None:
        """One channel, None where it is not there."""
        found = self._items.get(name)
        return found if isinstance(found, Channel) else None

    def person(self, name: str) -> Person | None:
        """One person, None where they are not there."""
        found = self._items.get(name)
        return found if isinstance(found, Person) else None

    def schedule(self, name: str) -> Schedule | None:
        """One schedule, None where it is not there."""
        found = self._items.get(name)
        return found if isinstance(found, Schedule) else None

    def policies(self, priority: Priority) -> tuple[Policy, ...]:
        """The policies that alerts of *priority* go."""
        return tuple(policy for policy in self.book.policies if priority in policy.priorities)

    def known(self, name: str) -> Item:
        """Any of them.

        Raises:
            NotFound: it is not there.
        """
        found = self._items.get(name)
        if found is None:
            raise NotFound("It is not there (any more). Nothing was changed.")
        return found
