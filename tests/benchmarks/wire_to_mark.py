"""From a value on the wire to its mark on the screen: 1,000 simulated devices, engine and window, each a process.

Sender and window read the same monotonic clock. The newest state of a device stands for those it replaced on the way.
"""

import json
import tempfile
from pathlib import Path

from tests.benchmarks._processes import appeared, running, told
from tests.benchmarks.table import Row

DEVICES, REPORTS_PER_S = 1000, 500
DISPLAY_FRAME_S = 1 / 60


def run() -> list[Row]:
    """Measure for a quarter of a minute, after every device is connected."""
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        latencies = sorted(_latencies(Path(folder)))
    path = f"value on the wire to mark repainted, {DEVICES:,} devices, {REPORTS_PER_S} reports/s"
    frame = "one display frame (16.7 ms)"
    return [
        Row(f"{path}, p95", frame, latencies[int(len(latencies) * 0.95)] / DISPLAY_FRAME_S, 6.0),
        Row(f"{path}, median", frame, latencies[len(latencies) // 2] / DISPLAY_FRAME_S, None),
    ]


def _latencies(folder: Path) -> list[float]:
    description, notes = folder / "building.json", folder / "sent.json"
    numbers = str(DEVICES), str(REPORTS_PER_S)
    with running(folder, "-m", "tests.benchmarks._pushing_lan", str(description), str(notes), *numbers):
        appeared(description)
        seen = told(folder, "-m", "tests.benchmarks._watched_window", "marks", str(folder / "home"), str(description))
    sent = {(device, count): at for device, count, at in json.loads(notes.read_text())}
    return [at - sent[device, count] for device, count, at in json.loads(seen) if (device, count) in sent]
