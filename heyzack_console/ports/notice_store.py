"""What services ask of the local store about notifications."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.notice import Notice


class NotificationStore(Protocol):
    """Channels without their addresses, people, schedules and policies."""

    async def load(self) -> NotificationBook:
        """Everything that was not removed, by name."""

    async def put(self, items: Sequence[Item], by: By) -> EntryRef:
        """Add items or change what differs, in one entry; an empty reference where nothing does."""

    async def remove(self, items: Sequence[Item], by: By) -> EntryRef:
        """Delete softly, in one entry; NotFound where one of them is not there."""


class NoticeStore(Protocol):
    """The outbox of this console; not journalled. All writes raise StoreError when nothing was written."""

    async def keep(self, notices: Sequence[Notice]) -> None:
        """Write *notices* over what is there under their ids."""

    async def lately(self, since: datetime) -> tuple[Notice, ...]:
        """All that are still to be sent, and those made at *since* or later, oldest first."""

    async def steps(self, annunciations: Collection[EventId]) -> frozenset[tuple[EventId, str]]:
        """Which steps of *annunciations* were taken, by annunciation and `step_of`."""

    async def notices(self, alert: AlertId | None, limit: int) -> tuple[Notice, ...]:
        """Of one alert or, without, of all; newest first."""

    async def forget(self, before: datetime) -> None:
        """Delete what is settled and was made before *before*."""
