"""What naming and converting data points costs beside the parsing of the JSON that they came in."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from time import process_time

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Path
from heyzack_console.tuya.normalise import Normaliser
from heyzack_console.tuya.normalise_guess import guess_points
from tests.benchmarks.table import Row

STATUS = {1: True, 9: 0, 17: 100, 18: 2754, 19: 5935, 20: 2224, 26: 0, 38: "memory", 41: False}
ROUNDS, REPEATS = 7, 4000
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def run() -> list[Row]:
    """Measure a whole status of a metering plug, and a push of one value."""
    points = guess_points(Category.SOCKET, STATUS)
    normaliser = Normaliser(Device(DeviceId("plug"), "Plug", Category.SOCKET, points=points))
    return [
        _row("status of nine data points to readings", STATUS, normaliser),
        _row("push of one data point to a reading", {19: 5935}, normaliser),
    ]


def _row(path: str, dps: dict[int, object], normaliser: Normaliser) -> Row:
    text = json.dumps({"dps": dps, "t": 1700000000})
    ours = _cpu(lambda: normaliser.readings(dps, NOW, Path.LAN))
    theirs = _cpu(lambda: json.loads(text))
    return Row(path, "json.loads of the same message", ours / theirs, None)


def _cpu(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        for _ in range(REPEATS):
            work()
        times.append(process_time() - began)
    return median(times)
