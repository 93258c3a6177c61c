"""Child processes: the engine that a window starts, the simulator that a demo starts."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

log = logging.getLogger(__name__)

PATIENCE_S = 8.0

# Asyncio's own children die with its loop, so no event tells of an end; only starting and stopping wait for one.
LOOK_EVERY_S = 0.02


class ChildProcess:
    """One running program of ours; it outlives this process unless it is tied to it or stopped."""

    def __init__(self, name: str, process: subprocess.Popen[bytes]) -> None:
        self._name = name
        self._process = process

    @classmethod
    def start(
        cls, name: str, command: Sequence[str], output: Path, environment: Mapping[str, str], *, tied: bool = False
    ) -> Self:
        """Start *command* in a session of its own, so that a Ctrl+C in our terminal does not reach it.

        Args:
            output: the file that takes what it prints, replaced at each start.
            tied: keep its standard input open for as long as this process lives; it can await the end of that.

        Raises:
            OSError: the program could not be started.
        """
        with output.open("wb") as printed:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE if tied else subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                env=dict(environment),
                start_new_session=True,
            )
        log.info("started %s as process %d", name, process.pid)
        return cls(name, process)

    @property
    def pid(self) -> int:
        """Its process number."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    async def wait(self) -> int:
        """Wait for its end and return the exit code, negative for a signal."""
        while (code := self._process.poll()) is None:  # noqa: ASYNC110 - see LOOK_EVERY_S
            await asyncio.sleep(LOOK_EVERY_S)
        if self._process.stdin is not None:
            self._process.stdin.close()
        return code

    async def stop(self, patience_s: float = PATIENCE_S) -> int:
        """Ask it to end, and after *patience_s* end it; returns its exit code. Harmless when it has ended."""
        self._process.terminate()
        try:
            async with asyncio.timeout(patience_s):
                return await self.wait()
        except TimeoutError:
            log.warning("%s (process %d) did not end when asked; killing it", self._name, self.pid)
        self._process.kill()
        return await self.wait()


async def parent_gone() -> None:
    """Return when the process that started this one with *tied* has ended, however it ended; Unix only."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    try:
        await reader.read()
    finally:
        transport.close()
