"""A line of writes before the store: done one after another, in the order in which they were wanted."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from heyzack_console.domain.errors import StoreError
from heyzack_console.services.troubles import Troubles

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Write:
    make: Callable[[], Awaitable[Any]]
    done: asyncio.Future[Any] | None = None


class WriteBehind:
    """What the console itself found is written behind and kept while the store refuses; what a person decided is
    waited for, and refused at once when the store refuses."""

    def __init__(self, cause: str, sentence: str, troubles: Troubles) -> None:
        self._cause = cause
        self._sentence = sentence
        self._troubles = troubles
        self._line: deque[_Write] = deque()
        self._wake = asyncio.Event()
        self._writing = asyncio.Lock()

    def soon(self, make: Callable[[], Awaitable[Any]]) -> None:
        """Write behind everything that waits; returns at once."""
        self._line.append(_Write(make))
        self._wake.set()

    async def durably(self, make: Callable[[], Awaitable[R]]) -> R:
        """Write behind everything that waits, and wait until it is on the disk.

        Raises:
            StoreError: it was not written and will not be.
        """
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._line.append(_Write(make, done))
        self._wake.set()
        return await done

    def tick(self, _now: datetime) -> None:
        """Try again what the store refused."""
        if self._line:
            self._wake.set()

    async def run(self) -> None:
        """Write whenever there is something to write."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            await self.flush()

    async def flush(self) -> None:
        """Write everything that waits, or find out that the store refuses.

        A write that has begun is carried through even if this call is cancelled, and is never begun twice.
        """
        async with self._writing:
            while self._line:
                write = self._line.popleft()
                try:
                    result = await asyncio.shield(write.make())
                except StoreError as problem:
                    self._line.appendleft(write)
                    self._refused(problem)
                    return
                if write.done is not None and not write.done.done():
                    write.done.set_result(result)
                self._troubles.went(self._cause)

    def _refused(self, problem: StoreError) -> None:
        self._troubles.came(self._cause, f"{self._sentence} {problem.text}")
        people = [write.done for write in self._line if write.done is not None]
        self._line = deque(write for write in self._line if write.done is None)
        for done in people:
            if not done.done():
                done.set_exception(problem)
