"""Handing over to the next shift: each moment one journal entry that can be undone."""

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.hand_overs import HandOverId, HandOverNote
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.hand_overs import HandOver, HandOvers
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import HandOverStore
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key

LONGEST = 2_000
MOST = 500


class HandOverDesk:
    """Records hand-overs and lists them; the list is read at each question, so that undo need not tell it."""

    def __init__(self, store: HandOverStore, feed: Feed, clock: Clock) -> None:
        self._store = store
        self._feed = feed
        self._clock = clock

    async def hand_over(self, command: HandOver, by: By) -> Receipt:
        """Record that the building is handed over now.

        Raises:
            InvalidInput: the note is too long.
            NotFound: there is no site.
        """
        note = command.note.strip()
        if len(note) > LONGEST:
            raise InvalidInput(f"A note has at most {LONGEST:,} characters, this one {len(note):,}.", "note")
        now = self._clock.now()
        made = HandOverNote(HandOverId(new_key(now)), now, by.actor.name, note)
        entry = await self._store.put(made, by)
        self._feed.journal_changed()
        return Receipt(entry, undoable=True, count=1, text="Handed over.", made=made.id)

    async def hand_overs(self, query: HandOvers) -> tuple[HandOverNote, ...]:
        """Answer with the last ones, the newest first."""
        return await self._store.newest(min(max(query.limit, 1), MOST))
