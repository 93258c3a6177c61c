"""The engine's port: three words, the same in-process, over the local socket and in tests."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from heyzack_console.domain.identity import Permission
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.engine.feed import Batch

A = TypeVar("A")


@dataclass(frozen=True)
class Command:
    """Something that a person wants done; a frozen, serialisable value. Each has one handler in services."""

    permission: ClassVar[Permission]


@dataclass(frozen=True)
class Query(Generic[A]):
    """Something that a person wants to know; *answer* is the type of the answer, for the link's decoder."""

    permission: ClassVar[Permission] = Permission.VIEW
    answer: ClassVar[Any]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A command was carried out and is on the disk; *entry* can be undone where *undoable*."""

    entry: EntryRef | None = None
    undoable: bool = False
    count: int = 0
    text: str = ""
    made: str = ""
    """Id of what was made (an order, a device), empty where nothing was."""
    notes: tuple[str, ...] = ()
    """What did not work or is doubtful, a line each, where *text* has no room for all of it."""


class EnginePort(Protocol):
    """What the window, the command line, a runbook and a test ask of the engine."""

    async def do(self, command: Command) -> Receipt:
        """Carry out *command*; returns when it is durable.

        Raises:
            ConsoleError: it was not done; the text says why and what still holds.
        """

    async def ask(self, query: Query[A]) -> A:
        """Answer *query* from what the engine holds.

        Raises:
            ConsoleError: the answer cannot be given; the text says why.
        """

    def changes(self) -> AsyncIterator[Batch]:
        """Yield what changed, at most one batch per display frame, coalesced by device and data point.

        The first batch is the whole present picture (*complete* is set). Raises EngineLost when the engine goes.
        """
