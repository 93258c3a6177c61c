"""Limits how many connections are being set up at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class ConnectGate:
    """Lets so many attempts through at a time, of which devices that failed before may take only a part.

    So a building full of dead addresses does not keep a healthy device waiting.
    """

    def __init__(self, slots: int = 32, for_repeaters: int = 20) -> None:
        self._slots = asyncio.Semaphore(slots)
        self._repeaters = asyncio.Semaphore(for_repeaters)

    @asynccontextmanager
    async def attempt(self, *, repeated: bool) -> AsyncIterator[None]:
        """Hold one slot while connecting; *repeated*: the attempt before this one failed."""
        if repeated:
            async with self._repeaters, self._slots:
                yield
        else:
            async with self._slots:
                yield
