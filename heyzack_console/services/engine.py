"""The engine's port in this process: checks the permission, then lets the one handler do it."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import TypeVar, cast

from heyzack_console.domain.errors import PermissionDenied
from heyzack_console.domain.identity import Actor, By, Permission
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.port import Command, Query, Receipt
from heyzack_console.services.feed import Feed
from heyzack_console.services.handlers import CommandTable, QueryTable
from heyzack_console.services.identity import Identity

A = TypeVar("A")

_TO_DO = {
    Permission.VIEW: "see this",
    Permission.ACKNOWLEDGE: "acknowledge alerts",
    Permission.OPERATE: "operate devices",
    Permission.CONFIGURE: "change the configuration",
    Permission.ADMINISTER: "administer the console",
}


class Engine:
    """The three words of the port. No other place decides who may do what."""

    def __init__(
        self,
        commands: CommandTable,
        queries: QueryTable,
        identity: Identity,
        feed: Feed,
        picture: Callable[[], Batch],
    ) -> None:
        self._commands = commands
        self._queries = queries
        self._identity = identity
        self._feed = feed
        self._picture = picture

    async def do(self, command: Command) -> Receipt:
        """Carry out *command*; see EnginePort."""
        actor = self._identity.actor
        _check(actor, command.permission)
        reason = str(getattr(command, "reason", "") or getattr(command, "note", ""))
        receipt = await self._commands[type(command)](command, By(actor, reason, type(command).__name__))
        # A store that found nothing to change wrote no entry, so there is nothing to undo.
        return receipt if receipt.entry else replace(receipt, entry=None, undoable=False)

    async def ask(self, query: Query[A]) -> A:
        """Answer *query*; see EnginePort."""
        _check(self._identity.actor, query.permission)
        return cast("A", await self._queries[type(query)](query))

    def changes(self) -> AsyncIterator[Batch]:
        """Yield what changed; see EnginePort."""
        _check(self._identity.actor, Permission.VIEW)
        return self._feed.follow(self._picture)


def _check(actor: Actor, permission: Permission) -> None:
    if not actor.may(permission):
        role = actor.role.replace("_", " ")
        raise PermissionDenied(f"The role {role} may not {_TO_DO[permission]}. Nothing was done.")
