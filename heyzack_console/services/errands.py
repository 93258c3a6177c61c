"""Work that takes its time, done one after another beside everything else."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from heyzack_console.domain.errors import ConsoleError

log = logging.getLogger(__name__)


class Errands:
    """A line of errands by name; one that waits already is not wanted twice. An errand that fails is logged."""

    def __init__(self) -> None:
        self._waiting: dict[str, Callable[[], Awaitable[None]]] = {}
        self._wake = asyncio.Event()

    def add(self, name: str, make: Callable[[], Awaitable[None]]) -> None:
        """Do *make* after everything that waits, unless *name* waits already."""
        self._waiting.setdefault(name, make)
        self._wake.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            await self.flush()

    async def flush(self) -> None:
        """Do everything that waits."""
        while self._waiting:
            name = next(iter(self._waiting))
            make = self._waiting.pop(name)
            try:
                await make()
            except ConsoleError as problem:
                log.warning("%s came to nothing: %s", name, problem.text)
