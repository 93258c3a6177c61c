"""An event loop whose time skips idleness: sockets, threads and files are real, but nobody waits for a timer."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Executor
from selectors import DefaultSelector, SelectorKey
from typing import Any


class _Skipping(DefaultSelector):
    """Waits only for threads; with none at work and nothing to read, the wait counts as over."""

    def __init__(self) -> None:
        super().__init__()
        self.skipped = 0.0
        self.threads = 0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """What is ready."""
        if timeout is None or timeout <= 0 or self.threads:
            return super().select(timeout)
        # What one socket of this machine sends to another is there at once.
        ready = super().select(0)
        if not ready:
            self.skipped += timeout
        return ready


class SkippingLoop(asyncio.SelectorEventLoop):
    """Time passes at least as fast as it really does, and at once where nothing happens."""

    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        """Seconds."""
        return time.monotonic() + self._skipping.skipped

    def leap(self, seconds: float) -> None:
        """Let *seconds* be over at once, as for a computer that slept."""
        self._skipping.skipped += seconds

    def run_in_executor(self, executor: Executor | None, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        """As asyncio's; until it is done, time passes no faster than it does."""
        self._skipping.threads += 1
        work = super().run_in_executor(executor, func, *args)
        work.add_done_callback(self._came_back)
        return work

    def _came_back(self, _work: asyncio.Future[Any]) -> None:
        self._skipping.threads -= 1
