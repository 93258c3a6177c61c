"""The product's window in a process of its own, with its map watched.

Started with a home and the description of a running building; prints one JSON value with what it saw.
"""

import asyncio
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

# What the command line loads before it knows that a window is wanted belongs to the start.
import heyzack_console.cli.app  # noqa: F401
from heyzack_console.composition.console import Console
from heyzack_console.composition.window import Run, show_window
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.host.home import open_home
from heyzack_console.presentation.mirror import Touched
from tests.benchmarks._large_site import COUNT

WIDE = (1920, 1080)
SETTLE_S, WATCH_S = 4.0, 15.0


class Paints(QObject):
    """Notes when a widget has been painted, and what was waiting for that."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.waiting: list[tuple[str, int]] = []
        self.seen: list[tuple[str, int, float]] = []
        self.painted = asyncio.Event()
        self._canvas = console.panes.map.stage.canvas
        self._canvas.installEventFilter(self)
        self._painting = False
        console.feed.touched.connect(self._take)

    def _take(self, touched: Touched) -> None:
        readings = self._console.mirror.readings
        self.waiting += [(d, int(readings[d][c].value or 0)) for d, c in touched.points if c == COUNT.code]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Paint or self._painting:
            return False
        self._canvas.event(event)
        at = time.monotonic()
        self.seen += [(device, count, at) for device, count in self.waiting]
        self.waiting.clear()
        self.painted.set()
        return True


async def until_connected(console: Console) -> None:
    """Return once every device of the book answers."""
    stirred = asyncio.Event()
    console.feed.touched.connect(lambda _: stirred.set())
    while not console.mirror.devices or _connected(console) < len(console.mirror.devices):
        stirred.clear()
        await stirred.wait()


def _connected(console: Console) -> int:
    return sum(any(p.state is PathState.CONNECTED for p in health.paths) for health in console.mirror.health.values())


async def marks(console: Console) -> None:
    """Tell when each counted value was on the map."""
    console.window.resize(*WIDE)
    paints = Paints(console)
    await until_connected(console)
    await asyncio.sleep(SETTLE_S)
    paints.seen.clear()
    await asyncio.sleep(WATCH_S)
    print(json.dumps(paints.seen), flush=True)


async def start(console: Console) -> None:
    """Tell when the window stood, and when the first device was live on the map."""
    console.window.repaint()
    shown = time.monotonic()
    paints = Paints(console)
    stirred = asyncio.Event()
    console.feed.touched.connect(lambda _: stirred.set())
    while not _live_here(console):
        stirred.clear()
        await stirred.wait()
    paints.painted.clear()
    console.panes.map.stage.canvas.update()
    await paints.painted.wait()
    print(json.dumps([shown, time.monotonic()]), flush=True)


def _live_here(console: Console) -> bool:
    floor = console.panes.map.floor
    return any(
        reading.quality is Quality.LIVE
        for device in console.mirror.devices.values()
        if floor is not None and device.place is not None and device.place.floor == floor
        for reading in console.mirror.readings.get(device.id, {}).values()
    )


if __name__ == "__main__":
    watch = {"marks": marks, "start": start}[sys.argv[1]]
    home = open_home(Path(sys.argv[2]), os.environ)
    sys.exit(show_window(Run(home, ("--demo-site", sys.argv[3]), during=watch)))
