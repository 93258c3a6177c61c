"""The exchange of a journal that is only in memory."""

from datetime import datetime

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.exchange import Conflict, ExchangeReport
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class MemoryExchange:
    """A journal in memory has nothing to exchange."""

    async def pack(self, console: str = "") -> tuple[bytes, int]:
        return b"", 0

    async def take_in(self, content: bytes, *, keep: bool) -> ExchangeReport:
        return ExchangeReport(keep, 0, 0)

    async def conflicts(self) -> tuple[Conflict, ...]:
        return ()

    async def correct_clock(self, now: datetime, by: By) -> EntryRef:
        return EntryRef("")

    async def decide(self, conflict: tuple[str, str, str], entry: EntryRef, by: By) -> EntryRef:
        raise NotFound("What stood against one another is not there any more. Nothing was changed.")
