"""How long after the start the first device is live on the map, against the first window of the same start.

The building runs already, as a real one does: 150 devices of the demo. Window and engine are started by the window.
"""

import json
import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks._processes import appeared, running, told
from tests.benchmarks.table import Row

DEVICES = 150
RUNS = 5


def run() -> list[Row]:
    """Start on a home of its own each time, then again on the one that is known already."""
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        file = Path(folder, "building.json")
        house = "-m", "heyzack_console", "--home", folder, "simulator"
        with running(Path(folder), *house, "--devices", str(DEVICES), "--description", str(file)):
            appeared(file)
            fresh = [_start(Path(folder, f"home{number}"), file) for number in range(RUNS + 1)][1:]
            again = [_start(Path(folder, f"home{number}"), file) for number in range(RUNS + 1)][1:]
    window = "first window of the same start"
    return [
        Row(f"first device live on the map, {DEVICES} devices", window, statistics.median(_ratios(again)), 3.0),
        Row("the same in a new home", window, statistics.median(_ratios(fresh)), None),
    ]


def _ratios(starts: list[tuple[float, float]]) -> list[float]:
    return [live / window for window, live in starts]


def _start(home: Path, description: Path) -> tuple[float, float]:
    begun = time.monotonic()
    said = told(home.parent, "-m", "tests.benchmarks._watched_window", "start", str(home), str(description))
    window, live = json.loads(said)
    return window - begun, live - begun
