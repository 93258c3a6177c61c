"""Exchanging the journal with another console by a sealed file, and deciding what stands against one another."""

import asyncio

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.exchange import Conflict, ExchangeReport
from heyzack_console.domain.identity import By
from heyzack_console.ports.engine.journal_exchange import (
    Conflicts,
    CorrectClock,
    DecideConflict,
    ExportJournal,
    ImportJournal,
    LookAtJournal,
)
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.exchange import ExchangeStore
from heyzack_console.ports.secrets import Sealer
from heyzack_console.services.reloading import Reloading


class ExchangeDesk:
    """A file leaves and enters only sealed; after an import everyone reads their records anew."""

    def __init__(self, store: ExchangeStore, sealer: Sealer, reloading: Reloading) -> None:
        self._store = store
        self._sealer = sealer
        self._reloading = reloading

    async def hand_out(self, query: ExportJournal) -> str:
        """Answer with a sealed file's text.

        Raises:
            InvalidInput: the passphrase is too short.
        """
        await self._reloading.settle()
        content, _ = await self._store.pack(query.console)
        return await asyncio.to_thread(self._sealer.seal, content, query.passphrase)

    async def look_at(self, query: LookAtJournal) -> ExchangeReport:
        """Answer with what an import would do.

        Raises:
            SecretsLocked: the passphrase is wrong, or the file was changed.
            InvalidInput: it is no journal file, or one of another site.
        """
        content = await asyncio.to_thread(self._sealer.unseal, query.text.strip(), query.passphrase)
        return await self._store.take_in(content, keep=False)

    async def take_in(self, command: ImportJournal, _by: By) -> Receipt:
        """Join a file's entries to the journal; raises as `look_at`, and then nothing was changed."""
        content = await asyncio.to_thread(self._sealer.unseal, command.text.strip(), command.passphrase)
        async with self._reloading.around():
            report = await self._store.take_in(content, keep=True)
        return Receipt(count=report.entries, text=said(report), notes=report.refused)

    async def conflicts(self, _query: Conflicts) -> tuple[Conflict, ...]:
        """Answer with what nobody has decided yet."""
        return await self._store.conflicts()

    async def decide(self, command: DecideConflict, by: By) -> Receipt:
        """Write the chosen value as a change that has seen both.

        Raises:
            NotFound: the record or the value is not there any more.
        """
        async with self._reloading.around():
            place = (command.table, command.key, command.group)
            entry = await self._store.decide(place, command.entry, by)
        return Receipt(entry, undoable=True, count=1, text="Decided. Other consoles take it over with your journal.")

    async def correct_clock(self, command: CorrectClock, by: By) -> Receipt:
        """Write by how much this console's clock was ahead; the other consoles hear it with its journal.

        Raises:
            InvalidInput: the time has no zone.
        """
        if command.now.tzinfo is None:
            raise InvalidInput("Say the time with its zone, for example 2026-11-25T14:00+01:00.", "now")
        async with self._reloading.around():
            entry = await self._store.correct_clock(command.now, by)
        text = "Earlier changes are set right." if entry else "The time is taken over; no change was too far ahead."
        return Receipt(entry or None, text=text)


def said(report: ExchangeReport) -> str:
    """The report in one line."""
    parts = [_counted(report.entries, "change") + " taken over" if report.entries else "Nothing new"]
    waiting = sum(count for _, count in report.waiting)
    if waiting:
        parts.append(f"{_counted(waiting, 'change')} waiting")
    if report.refused:
        parts.append(f"{_counted(len(report.refused), 'change')} refused")
    if report.conflicts:
        parts.append(f"{_counted(len(report.conflicts), 'conflict')} to decide")
    return ", ".join(parts) + "."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
