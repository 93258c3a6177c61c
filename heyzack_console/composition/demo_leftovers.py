"""What a demo leaves running when its window is killed: the building and the engine on it."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heyzack_console.domain.errors import ConsoleError, HomeInUse
from heyzack_console.host.home import Home
from heyzack_console.host.lock import HomeLock, end_owner
from heyzack_console.simulator.control import DemoControl
from heyzack_console.simulator.description import read_description

log = logging.getLogger(__name__)


@contextmanager
def only_demo(home: Home) -> Iterator[None]:
    """Keep other demos away from *home* for the length of the block.

    Raises:
        HomeInUse: another demo runs there; it goes on undisturbed.
    """
    lock = HomeLock(home.root / "demo.lock")
    try:
        lock.take()
    except HomeInUse as taken:
        raise HomeInUse(
            f"A demo already runs for {home.root}. It goes on undisturbed. "
            "Close its window first, or choose another folder with --home."
        ) from taken
    try:
        yield
    finally:
        lock.release()


async def end_leftovers(home: Home, description: Path) -> None:
    """End the building that *description* tells of and the engine of *home*; harmless where there is no such building.

    An engine without a building is left alone: it may be another one than that of the demo.

    Raises:
        HomeInUse: the engine does not end.
    """
    try:
        told = read_description(await asyncio.to_thread(description.read_bytes))
        await DemoControl(told.control, told.scenarios).stop()
    except (OSError, ConsoleError):
        return
    log.info("a building was left from a demo whose window was killed; it and its engine are ended")
    await end_owner(home.lock)
