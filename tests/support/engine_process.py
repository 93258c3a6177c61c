"""A small engine as a process of its own: ``python -m tests.support.engine_process HOME SOCKET [crash]``.

It owns the home's lock, offers a SmallEngine and ends on SIGTERM; with ``crash`` it ends before it listens.
"""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from heyzack_console.domain.errors import HomeInUse
from heyzack_console.host.lock import HomeLock
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.server import LinkServer
from heyzack_console.ports.engine.feed import Batch, EngineStatus
from heyzack_console.ports.engine.sites import Status
from tests.support.engine_port import SmallEngine

IN_USE = 17


async def serve(home: Path, path: Path) -> None:
    """Offer the engine until the signal comes; its status names the process as the site."""
    asked_to_end = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked_to_end.set)
    status = EngineStatus(site=str(os.getpid()))
    engine = SmallEngine(Batch(0, datetime(2026, 3, 1, tzinfo=UTC), complete=True, status=status))
    engine.answers[Status] = lambda _: status
    with HomeLock(home / "engine.lock") as lock:
        async with LinkServer(engine, Endpoint(path=path, token=str(os.getpid()) * 8)) as server:
            lock.publish(str(server.endpoint), server.endpoint.token)
            await asked_to_end.wait()


def main() -> None:
    """Serve, or say by the exit code that the home belongs to another."""
    home, path, *crash = sys.argv[1:]
    if crash:
        sys.exit(3)
    try:
        asyncio.run(serve(Path(home), Path(path)))
    except HomeInUse:
        sys.exit(IN_USE)


if __name__ == "__main__":
    main()
