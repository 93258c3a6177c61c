"""How late the window's event loop is while an engine feeds it, and while that engine is busy with one long call.

The yardstick is the same window with its map painted 30 times a second and its engine standing still. An update is one
new value of one data point.
"""

import json
import statistics
import tempfile
from pathlib import Path

from tests.benchmarks._processes import told
from tests.benchmarks.table import Row

DEVICES = 3000
ALONE = "the same window without an engine"


def run() -> list[Row]:
    """Measure all of it in one window."""
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        said = json.loads(told(Path(folder), "-m", "tests.benchmarks._timed_window", f"{folder}/home", str(DEVICES)))
    late = {name: sorted(beat[0] for beat in beats) for name, beats in said["lateness"].items()}
    worked = {name: sorted(beat[1] for beat in beats) for name, beats in said["lateness"].items()}
    alone, call = _p99(late["alone"]), statistics.median(said["calls"])
    return [
        Row("Qt loop lateness at 2,000 updates/s, p99", ALONE, _p99(late["2000"]) / alone, 2.0),
        Row("Qt loop lateness at 10,000 updates/s, p99", ALONE, _p99(late["10000"]) / alone, 4.0),
        Row("Qt loop lateness while the engine parses 3 MB, maximum", "that call", late["parsing"][-1] / call, 0.25),
        Row("Qt loop lateness without an engine, p99", "-", alone * 1000, None, unit="ms"),
        *(
            Row(f"work of the Qt thread between two beats, {name}, p99", "-", _p99(beats) * 1000, None, unit="ms")
            for name, beats in worked.items()
        ),
    ]


def _p99(values: list[float]) -> float:
    return values[int(len(values) * 0.99)]
