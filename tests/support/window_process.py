"""A window as a process of its own: ``python -m tests.support.window_process HOME``; says "live" once it is."""

import asyncio
import sys
from pathlib import Path

from heyzack_console.composition.console import Console
from heyzack_console.composition.window import Run, show_window
from heyzack_console.host.home import open_home


async def _stay(console: Console) -> None:
    await console.feed.ready()
    sys.stdout.write("live\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    show_window(Run(open_home(Path(sys.argv[1]), {}), during=_stay))
