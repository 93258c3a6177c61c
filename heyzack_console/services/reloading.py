"""Reading the records anew after something else than a command of their own has changed them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

Reload = Callable[[], Awaitable[None]]


class Reloading:
    """Everyone who keeps records in memory, in the order in which they build on one another."""

    def __init__(self, before: Sequence[Reload], after: Sequence[Reload]) -> None:
        """*before*: what has to be on the disk first; *after*: who reads anew."""
        self._before = tuple(before)
        self._after = tuple(after)

    async def settle(self) -> None:
        """Write what is still in memory."""
        for step in self._before:
            await step()

    @asynccontextmanager
    async def around(self) -> AsyncIterator[None]:
        """Settle, let the block change the records, then have them read anew."""
        await self.settle()
        yield
        for step in self._after:
            await step()
