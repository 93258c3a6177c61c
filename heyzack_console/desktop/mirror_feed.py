"""Follows the engine's changes into the window's mirror and tells the panes what each batch touched."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from heyzack_console.domain.errors import EngineLost
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.presentation.mirror import Mirror, Touched

log = logging.getLogger(__name__)

PAUSE_S = 0.1


class MirrorFeed(QObject):
    """Keeps the mirror current for as long as :meth:`run` runs.

    Args:
        reconnect: returns once the engine can be asked again; it may start the engine anew.
    """

    touched = Signal(object)
    """Carries a Touched."""
    connection_changed = Signal(bool)

    def __init__(
        self,
        engine: EnginePort,
        mirror: Mirror,
        reconnect: Callable[[], Awaitable[None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._mirror = mirror
        self._reconnect = reconnect
        self._first = asyncio.Event()

    async def ready(self) -> None:
        """Wait until the whole picture has been shown once."""
        await self._first.wait()

    async def run(self) -> None:
        """Follow until cancelled; while the engine is away the last picture stays, marked as such."""
        while True:
            try:
                await self._follow()
            except EngineLost:
                log.warning("the engine does not answer, the last picture stays")
            self._be_connected(connected=False)
            await asyncio.sleep(PAUSE_S)  # an engine that goes at once must not keep the window's loop from all else
            await self._reconnect()

    async def _follow(self) -> None:
        async for batch in self._engine.changes():
            if batch.complete or batch.book_changed:
                self.touched.emit(self._mirror.show_book(await self._engine.ask(SitePicture())))
            changed: Touched = self._mirror.apply(batch)
            self._be_connected(connected=True)
            self.touched.emit(changed)
            self._first.set()

    def _be_connected(self, *, connected: bool) -> None:
        if self._mirror.connected != connected:
            self._mirror.connected = connected
            self.connection_changed.emit(connected)
