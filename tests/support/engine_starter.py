"""Starts real engine processes for a home and keeps a port attached to whichever runs."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from heyzack_console.host.lock import read_owner
from heyzack_console.host.processes import ChildProcess
from heyzack_console.link.attachment import AttachmentState, EngineAttachment, Patience
from heyzack_console.link.endpoint import Endpoint

# Killing engines in a row is the purpose here, not a fault to slow down for.
EAGER = Patience(waits_s=(0.0,) * 50)


class EngineStarter:
    """Every engine of one home; *port* is attached to the one that runs."""

    def __init__(self, home: Path, demo: Path | None = None) -> None:
        self.home = home
        self.demo = demo
        self.started: list[ChildProcess] = []
        self.port = EngineAttachment(self._find, self._start, self._told, EAGER)
        self.lost = asyncio.Event()

    @property
    def running(self) -> ChildProcess:
        """The newest engine."""
        return self.started[-1]

    async def attached(self) -> None:
        """Wait until an engine has sent its picture."""
        changes = self.port.changes()
        await anext(changes)
        await changes.aclose()

    def start_another(self) -> ChildProcess:
        """Start an engine beside whatever runs."""
        return self._start()

    def _find(self) -> Endpoint | None:
        owner = read_owner(self.home / "engine.lock")
        return Endpoint.parse(owner.endpoint, owner.token) if owner is not None else None

    def _start(self) -> ChildProcess:
        command = [sys.executable, "-m", "heyzack_console", "--home", str(self.home), "engine"]
        if self.demo is not None:
            command += ["--demo-site", str(self.demo)]
        output = self.home / f"engine-{len(self.started)}.out"
        self.started.append(ChildProcess.start("engine", command, output, os.environ))
        return self.running

    def _told(self, state: AttachmentState, _sentence: str) -> None:
        if state is AttachmentState.LOST:
            self.lost.set()


@asynccontextmanager
async def engine_for(home: Path, demo: Path | None = None) -> AsyncIterator[EngineStarter]:
    """An attached engine process; all that were started are ended at the end of the block."""
    starter = EngineStarter(home, demo)
    async with asyncio.TaskGroup() as group:
        attachment = group.create_task(starter.port.run())
        try:
            async with asyncio.timeout(60):
                await starter.attached()
            yield starter
        finally:
            attachment.cancel()
            await asyncio.wait([attachment])
            for engine in starter.started:
                await engine.stop()
