"""Whom the console tells, and what it told, in memory."""

from collections.abc import Collection, Sequence
from datetime import datetime

from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.notice import Notice, step_of
from heyzack_console.domain.notifications.people import Channel, Person
from heyzack_console.domain.notifications.policies import Policy
from heyzack_console.domain.notifications.schedules import Schedule


class MemoryNotifications:
    """Keeps them on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk

    async def load(self) -> NotificationBook:
        of = {kind: [] for kind in (Channel, Person, Schedule, Policy)}
        for item in sorted(self.disk.notified.values(), key=lambda item: item.name):
            of[type(item)].append(item)
        return NotificationBook(*(tuple(items) for items in of.values()))

    async def put(self, items: Sequence[Item], by: By) -> EntryRef:
        ref = self.disk.write(by)
        self.disk.notified |= {item.id: item for item in items}
        return ref

    async def remove(self, items: Sequence[Item], by: By) -> EntryRef:
        ref = self.disk.write(by)
        for item in items:
            del self.disk.notified[item.id]
        return ref


class MemoryNotices:
    """Keeps them on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk

    async def keep(self, notices: Sequence[Notice]) -> None:
        self.disk.check()
        self.disk.notices.update({notice.id: notice for notice in notices})

    async def lately(self, since: datetime) -> tuple[Notice, ...]:
        return tuple(n for n in self.disk.notices.values() if n.state.open or n.made_at >= since)

    async def steps(self, annunciations: Collection[EventId]) -> frozenset[tuple[EventId, str]]:
        known = [n for n in self.disk.notices.values() if n.annunciation in annunciations]
        return frozenset((n.annunciation, step_of(n.policy, n.step)) for n in known)

    async def notices(self, alert: AlertId | None, limit: int) -> tuple[Notice, ...]:
        wanted = [n for n in self.disk.notices.values() if alert in {None, n.alert}]
        return tuple(sorted(wanted, key=lambda n: n.made_at, reverse=True)[:limit])

    async def forget(self, before: datetime) -> None:
        gone = [n.id for n in self.disk.notices.values() if not n.state.open and n.made_at < before]
        for name in gone:
            del self.disk.notices[name]
