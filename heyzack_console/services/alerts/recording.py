"""Writes alert events to the journal, in the order in which they happened."""

from collections.abc import Sequence

from heyzack_console.domain.alerts.alert import AlertEvent
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.store import AlertStore
from heyzack_console.services.feed import Feed
from heyzack_console.services.write_behind import WriteBehind

# An entry holds at most 1,000 patches (journal section 3); half of it keeps one commit short.
EVENTS_PER_ENTRY = 500


class AlertRecorder:
    """Gathers what rules raise at one moment into one entry; what a person decides is an entry of its own."""

    def __init__(self, store: AlertStore, feed: Feed, line: WriteBehind) -> None:
        self._store = store
        self._feed = feed
        self._line = line
        self._open: list[AlertEvent] | None = None

    def soon(self, events: Sequence[AlertEvent], by: By) -> None:
        """Write what rules found, behind everything that waits; returns at once."""
        if self._open is not None and len(self._open) + len(events) <= EVENTS_PER_ENTRY:
            self._open.extend(events)
            return
        batch = self._open = list(events)
        self._line.soon(lambda: self._write(batch, by))

    async def durably(self, events: Sequence[AlertEvent], by: By) -> EntryRef:
        """Write a person's decision and wait until it is on the disk.

        Raises:
            StoreError: it was not written and will not be.
        """
        self._open = None
        return await self._line.durably(lambda: self._write(events, by))

    async def _write(self, events: Sequence[AlertEvent], by: By) -> EntryRef:
        if self._open is events:
            self._open = None
        entry = await self._store.append(events, by)
        self._feed.journal_changed()
        return entry
