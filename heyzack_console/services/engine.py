"""The engine's port in this process: checks the permission, then lets the one handler do it."""

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import replace
from typing import TypeVar, cast

from heyzack_console.domain.identity import By, Permission
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.port import Command, Query, Receipt
from heyzack_console.services.access.gate import Gate
from heyzack_console.services.feed import Feed
from heyzack_console.services.handlers import CommandTable, QueryTable

A = TypeVar("A")


class Engine:
    """The three words of the port. The gate decides who may do what."""

    def __init__(
        self,
        commands: CommandTable,
        queries: QueryTable,
        gate: Gate,
        feed: Feed,
        picture: Callable[[], Batch],
    ) -> None:
        self._commands = commands
        self._queries = queries
        self._gate = gate
        self._feed = feed
        self._picture = picture

    async def do(self, command: Command) -> Receipt:
        """Carry out *command*; see EnginePort."""
        self._gate.let_in(command)
        reason = str(getattr(command, "reason", "") or getattr(command, "note", ""))
        receipt = await self._commands[type(command)](command, By(self._gate.actor, reason, type(command).__name__))
        # A store that found nothing to change wrote no entry, so there is nothing to undo.
        return receipt if receipt.entry else replace(receipt, entry=None, undoable=False)

    async def ask(self, query: Query[A]) -> A:
        """Answer *query*; see EnginePort."""
        self._gate.let_in(query)
        return self._gate.veiled(cast("A", await self._queries[type(query)](query)))

    def changes(self) -> AsyncIterator[Batch]:
        """Yield what changed; see EnginePort."""
        self._gate.check(Permission.VIEW)
        return self._veiled()

    async def _veiled(self) -> AsyncIterator[Batch]:
        """What may be seen; when that has become more or less, the whole picture anew."""
        shown = self._gate.hidden
        async with aclosing(self._feed.follow(self._picture)) as batches:
            async for batch in batches:
                hidden = self._gate.hidden
                fresh = batch if hidden == shown else replace(self._picture(), number=batch.number)
                shown = hidden
                yield self._gate.veiled(fresh)
