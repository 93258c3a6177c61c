"""The only crossing between coroutines and slots."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from heyzack_console.domain.errors import ConsoleError

log = logging.getLogger(__name__)

OnFailure = Callable[[ConsoleError], None]
OnCrash = Callable[[str, BaseException], None]


class Bridge:
    """Runs the work that slots begin, holds on to it, and brings every failure to a person.

    Args:
        on_failure: shows an expected failure, unless whoever started the work shows it himself.
        on_crash: reports anything else; takes the work's name and the exception.
    """

    def __init__(self, on_failure: OnFailure, on_crash: OnCrash) -> None:
        self._on_failure = on_failure
        self._on_crash = on_crash
        self._running: dict[asyncio.Task[None], OnFailure] = {}

    def start(self, work: Coroutine[Any, Any, None], name: str, on_failure: OnFailure | None = None) -> None:
        """Run *work* on the loop and return at once; needs a running loop."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._running[task] = on_failure or self._on_failure  # the loop itself holds tasks only weakly
        task.add_done_callback(self._finished)

    def renew(self, work: Coroutine[Any, Any, None], name: str, on_failure: OnFailure | None = None) -> None:
        """Run *work* in place of what still runs under the same *name*: the newest question is the one that counts."""
        self.stop(name)
        self.start(work, name, on_failure)

    def stop(self, name: str) -> None:
        """Cancel what runs under *name*."""
        for task in self._running:
            if task.get_name() == name:
                task.cancel()

    async def idle(self) -> None:
        """Wait until nothing that was started is running any more, work begun by work included."""
        while self._running:
            await asyncio.wait(tuple(self._running))
            await asyncio.sleep(0)

    async def close(self) -> None:
        """Cancel everything and wait for its end."""
        for task in tuple(self._running):
            task.cancel()
        await self.idle()

    def _finished(self, task: asyncio.Task[None]) -> None:
        on_failure = self._running.pop(task)
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, ConsoleError):
            log.info("%s was refused: %s", task.get_name(), type(error).__name__)
            on_failure(error)
        elif error is not None:
            self._on_crash(task.get_name(), error)
