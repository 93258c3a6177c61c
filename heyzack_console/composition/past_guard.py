"""Keeps orders and placing from being given while the map shows the past."""

from collections.abc import AsyncIterator, Callable
from typing import TypeVar

from heyzack_console.domain.errors import IllegalTransition
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.group_orders import OrderGroup
from heyzack_console.ports.engine.orders import SendOrder
from heyzack_console.ports.engine.port import Command, EnginePort, Query, Receipt
from heyzack_console.ports.engine.templates import ApplyTemplate

A = TypeVar("A")

OF_THE_PRESENT: tuple[type[Command], ...] = (
    SendOrder,
    OrderGroup,
    PlaceDevices,
    ChangeDependencies,
    ApplyTemplate,
)
"""What must not be done to the building while another moment of it is on the screen."""
REFUSED = "The map shows the past. Nothing was sent. Return it to now (Backspace on the map), then do this."


class PastGuard:
    """The engine's port as the window's panes see it; alerts are still answered, their queue is that of the present."""

    def __init__(self, port: EnginePort) -> None:
        self._port = port
        self._past: Callable[[], bool] = lambda: False

    def watch(self, past: Callable[[], bool]) -> None:
        """Ask *past* from now on whether a past moment is shown."""
        self._past = past

    async def do(self, command: Command) -> Receipt:
        """Carry out *command*, unless it acts on the present while the past is shown.

        Raises:
            IllegalTransition: nothing was done.
        """
        if isinstance(command, OF_THE_PRESENT) and self._past():
            raise IllegalTransition(REFUSED)
        return await self._port.do(command)

    async def ask(self, query: Query[A]) -> A:
        """Answer *query*."""
        return await self._port.ask(query)

    def changes(self) -> AsyncIterator[Batch]:
        """Yield what changed."""
        return self._port.changes()
