"""What services ask of the store when journals of several consoles meet."""

from datetime import datetime
from typing import Protocol

from heyzack_console.domain.exchange import Conflict, ExchangeReport
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class ExchangeStore(Protocol):
    """Journals as files. All writes raise StoreError when nothing was written."""

    async def pack(self, console: str = "") -> tuple[bytes, int]:
        """The content of a file and how many entries it has: all, or what *console* lacked when it last wrote."""

    async def take_in(self, content: bytes, *, keep: bool) -> ExchangeReport:
        """Join the entries of a file to the journal; without *keep* only say what would come of it.

        Raises:
            InvalidInput: it is no journal file, or one of another site. Nothing was changed.
        """

    async def conflicts(self) -> tuple[Conflict, ...]:
        """What nobody has decided yet."""

    async def decide(self, conflict: tuple[str, str, str], entry: EntryRef, by: By) -> EntryRef:
        """Settle what stands against one another in a (table, key, group): the value that *entry* wrote.

        Raises:
            NotFound: the record or the value is not there any more.
        """

    async def correct_clock(self, now: datetime, by: By) -> EntryRef:
        """Take *now* for the true time; set right what this console wrote more than ten minutes ahead of it.

        The reference is empty where nothing had to be set right.
        """
