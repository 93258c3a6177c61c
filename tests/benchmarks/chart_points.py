"""The inspector's chart over 1,000,000 stored points, pushed along and drawn anew, against the same without points."""

import asyncio
import math
import os
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.panes.inspector.trend import TrendChart
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.telemetry import Series
from heyzack_console.presentation.inspector.trend import TrendMarks
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from heyzack_console.storage.samples.store import SampleStore
from tests.benchmarks.table import Row

POINTS, PORTION = 1_000_000, 50_000
APART = timedelta(seconds=2)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
DEVICE, CODE = DeviceId("d"), "va_temperature"
WIDTH = 340
"""Pixels of the chart in the inspector."""
FRAMES = 40
NOTHING = Series(DEVICE, CODE, "°C", 0, (), (), (), ())
SPANS = {"all of it": APART * POINTS * 0.98, "a day of it": timedelta(days=1), "an hour of it": timedelta(hours=1)}


def run() -> list[Row]:
    """Push spans of three lengths along; the window pays the drawing only, the engine what the store takes."""
    app = QApplication.instance() or QApplication([])
    theme = Theme(app)
    chart = TrendChart(theme, SiteTime(lambda: BEGIN, Mirror()))
    chart.resize(WIDTH, chart.height())
    chart.show()
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(_measure(Path(folder), chart))
    chart.close()
    chart.deleteLater()
    return rows


async def _measure(folder: Path, chart: TrendChart) -> list[Row]:
    store = SampleStore(folder / "samples.db")
    for first in range(0, POINTS, PORTION):
        await store.write([_reading(number) for number in range(first, first + PORTION)])
    rows = []
    for words, span in SPANS.items():
        empty, drawn, whole = [], [], []
        for frame in range(FRAMES):
            start = BEGIN + span * 0.0005 * frame
            empty.append(_draw(chart, NOTHING, start, span))
            begun = time.perf_counter()
            series = await store.series(DEVICE, CODE, start, start + span, WIDTH)
            drawn.append(_draw(chart, series, start, span))
            whole.append(time.perf_counter() - begun)
        yardstick = statistics.median(empty)
        path = f"chart of 1,000,000 points, {words}, pan"
        rows.append(Row(f"{path}, drawing", "the empty chart", statistics.median(drawn) / yardstick, 4.0))
        rows.append(
            Row(f"{path}, with the store's part", "the empty chart", statistics.median(whole) / yardstick, None)
        )
    await store.close()
    return rows


def _reading(number: int) -> Reading:
    """A room's temperature: the day's wave with a tenth of a degree of noise on it."""
    wave = 3 * math.sin(number * APART / timedelta(days=1) * 2 * math.pi)
    return Reading(DEVICE, CODE, 22 + wave + number * 7919 % 100 / 1000, "°C", BEGIN + APART * number)


def _draw(chart: TrendChart, series: Series, start: datetime, span: timedelta) -> float:
    begun = time.perf_counter()
    chart.show_series(series, start, start + span, TrendMarks())
    QApplication.processEvents()
    return time.perf_counter() - begun
