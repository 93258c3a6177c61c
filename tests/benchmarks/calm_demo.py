"""What the demo of 150 devices costs while nothing happens: the share of one core that window and engine take."""

import os
import tempfile
import time
from pathlib import Path

from tests.benchmarks._processes import LOOK_EVERY_S, PATIENCE_S, running
from tests.benchmarks.table import Row

SETTLE_S, WATCH_S = 60.0, 30.0


def run() -> list[Row]:
    """Watch from the end of the first minute on."""
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        command = "-m", "heyzack_console", "--home", folder, "demo"
        with running(Path(folder), *command) as window:
            engine = _child(window.pid, "engine")
            time.sleep(SETTLE_S)
            before, began = (_spent(window.pid), _spent(engine)), time.monotonic()
            time.sleep(WATCH_S)
            after, took = (_spent(window.pid), _spent(engine)), time.monotonic() - began
    core = "one core"
    return [
        Row(f"calm demo of 150 devices, CPU of the {name}", core, (end - start) / took * 100, aim, unit="%")
        for name, start, end, aim in zip(("window", "engine"), before, after, (10.0, 15.0), strict=True)
    ]


def _child(parent: int, word: str) -> int:
    """The child process of *parent* that has *word* on its command line, once it is there; Linux only."""
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        for entry in Path("/proc").iterdir():
            if entry.name.isdecimal() and _parent(entry) == parent and word.encode() in _words(entry):
                return int(entry.name)
        time.sleep(LOOK_EVERY_S)
    raise RuntimeError(f"no {word} was started")


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _words(entry: Path) -> list[bytes]:
    try:
        return (entry / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def _spent(process: int) -> float:
    """Seconds of CPU that *process* has used (proc(5), stat, fields 14 and 15)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
