"""Reading the journal, and taking back what one has done."""

from collections.abc import Sequence

from heyzack_console.domain.errors import PermissionDenied
from heyzack_console.domain.identity import By, Permission
from heyzack_console.domain.journal import EntryView, Verification
from heyzack_console.ports.engine.catalogue import COMMANDS
from heyzack_console.ports.engine.journal import JournalEntries, Undo, VerifyJournal
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import Journal
from heyzack_console.services.alerts.answering import AlertDesk
from heyzack_console.services.reloading import Reload

# Whose entry it is is looked up among so many; beyond them only an administrator may undo.
LOOK_BACK = 1_000
MOST_ENTRIES = 5_000

_NEEDS = {command.__name__: command.permission for command in COMMANDS}


class JournalDesk:
    """Undo needs the right to do it, not only the right to undo."""

    def __init__(self, journal: Journal, alerts: AlertDesk, books: Sequence[Reload]) -> None:
        """*books* are read again after an undo, in this order: those that others look into come first."""
        self._journal = journal
        self._alerts = alerts
        self._books = tuple(books)

    async def undo(self, command: Undo, by: By) -> Receipt:
        """Write the opposite of an entry.

        Raises:
            PermissionDenied: it is somebody else's, or its command is not allowed to the actor any more.
            NotFound: there is no such entry.
            IllegalTransition: nothing of it can be undone.
        """
        await self._check_right(command, by)
        answered = await self._alerts.undo(command.entry, by)
        if answered is not None:
            return answered
        done = await self._journal.undo(command.entry, by)
        for reload in self._books:
            await reload()
        left = f" Left because they were changed since: {', '.join(done.left)}." if done.left else ""
        return Receipt(done.ref, undoable=True, count=done.restored, text=f"Undone.{left}")

    async def entries(self, query: JournalEntries) -> tuple[EntryView, ...]:
        """Answer with the newest entries."""
        return await self._journal.entries(query.device, max(1, min(query.limit, MOST_ENTRIES)))

    async def verify(self, _query: VerifyJournal) -> Verification:
        """Answer with what reading all chains found."""
        return await self._journal.verify()

    async def _check_right(self, command: Undo, by: By) -> None:
        if by.actor.may(Permission.ADMINISTER):
            return
        entry = next((e for e in await self._journal.entries("", LOOK_BACK) if e.ref == command.entry), None)
        if entry is None or entry.actor != by.actor.name:
            raise PermissionDenied("Only an administrator may undo what somebody else did. Nothing was changed.")
        if not by.actor.may(_NEEDS.get(entry.command, Permission.ADMINISTER)):
            raise PermissionDenied("Your role does not allow this any more, so it cannot be undone either.")
