"""The product's window on a fed engine, with the lateness of its event loop measured; prints one JSON value.

Started with a home and how many devices the building has.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from heyzack_console.composition.console import Console
from heyzack_console.composition.window import Run, show_window
from heyzack_console.host.home import open_home
from heyzack_console.host.lock import read_owner
from heyzack_console.presentation.selection import Selection
from tests.benchmarks._processes import CHECKOUT, LOOK_EVERY_S

WIDE = (1920, 1080)
INTERVAL_MS, PAINT_MS = 5, 33
SETTLE_S, WATCH_S = 1.5, 8.0


class Lateness:
    """How late each beat of a precise 5 ms timer was, and how long this thread worked since the last, in seconds."""

    def __init__(self) -> None:
        self.found: list[tuple[float, float]] = []
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._beat)

    async def watched(self) -> list[tuple[float, float]]:
        """Watch for a while, and tell."""
        await asyncio.sleep(SETTLE_S)
        self._timer.start()
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self.found = []
        await asyncio.sleep(WATCH_S)
        self._timer.stop()
        return self.found

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.found.append((max(0.0, now - self._last - INTERVAL_MS / 1000), worked - self._worked))
        self._last, self._worked = now, worked


class Timed:
    """Takes the window through its paces while the engine at the other end of *engine* is told what to do."""

    def __init__(self, engine: "subprocess.Popen[str]") -> None:
        self._engine = engine
        self.found: dict[str, list[tuple[float, float]]] = {}

    async def act(self, console: Console) -> None:
        """Measure: without an engine, at both paces, and while the engine parses."""
        console.window.resize(*WIDE)
        await console.feed.ready()
        console.board.choose(Selection((next(iter(console.mirror.devices)),), ()))
        lateness = Lateness()
        await self._alone(console, lateness)
        for name, rate, parsing in (("2000", 2000, False), ("10000", 10_000, False), ("parsing", 2000, True)):
            self._tell(rate, parsing=parsing)
            self.found[name] = await lateness.watched()
        self._tell(0, parsing=False)

    async def _alone(self, console: Console, lateness: Lateness) -> None:
        """The yardstick: nothing comes from an engine, and the map is painted 30 times a second."""
        painting = QTimer()
        painting.setTimerType(Qt.TimerType.PreciseTimer)
        painting.setInterval(PAINT_MS)
        painting.timeout.connect(console.panes.map.stage.canvas.update)
        await asyncio.sleep(SETTLE_S)
        self._engine.send_signal(signal.SIGSTOP)
        painting.start()
        self.found["alone"] = await lateness.watched()
        painting.stop()
        self._engine.send_signal(signal.SIGCONT)

    def _tell(self, rate: float, *, parsing: bool) -> None:
        assert self._engine.stdin is not None
        self._engine.stdin.write(json.dumps([rate, parsing]) + "\n")
        self._engine.stdin.flush()


def measure(folder: Path, devices: str) -> None:
    """Start the engine, run the window, and print what both found."""
    home = open_home(folder, os.environ)
    command = [sys.executable, "-m", "tests.benchmarks._feeding_engine", str(folder), devices]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=CHECKOUT) as engine:
        while (owner := read_owner(home.lock)) is None or not owner.endpoint:
            if engine.poll() is not None:
                raise RuntimeError("the engine did not stay up")
            time.sleep(LOOK_EVERY_S)
        timed = Timed(engine)
        show_window(Run(home, during=timed.act))
        said, _ = engine.communicate()
    calls, fed = json.loads(said)
    print(json.dumps({"lateness": timed.found, "calls": calls, "fed": fed}))


if __name__ == "__main__":
    measure(Path(sys.argv[1]), sys.argv[2])
