"""The history section: spans, zoom, comparison, states, files."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QToolButton, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.inspector.chart_frame import ChartFrame
from heyzack_console.desktop.panes.inspector.desk import InspectorDesk
from heyzack_console.desktop.panes.inspector.history_dialog import HistoryDialog
from heyzack_console.desktop.panes.inspector.state_strip import StateStrip
from heyzack_console.desktop.panes.inspector.trend import TrendChart
from heyzack_console.desktop.panes.inspector.trend_section import TrendSection
from heyzack_console.domain.telemetry import (
    NumberFigures,
    PointFigures,
    Series,
    Share,
    WordChange,
    WordSeries,
)
from heyzack_console.ports.engine.telemetry import Figures, History, Samples, WordHistory
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from tests.support.building import BOOK, THERMOSTAT, at
from tests.support.engine_port import SmallEngine

NOW = at(0)


def numbers(query) -> Series:
    start = int(query.start.timestamp() * 1000)
    times = tuple(range(start, start + 3_000_000, 60_000))
    values = tuple(20.0 + n / 10 for n in range(len(times)))
    return Series(query.device, query.code, "°C", 0, times, values, values, values)


def figures(query: Figures) -> PointFigures:
    if query.code == "switch":
        return PointFigures(query.device, query.code, None, (Share(True, 3), Share(False, 1)), 2)
    return PointFigures(query.device, query.code, NumberFigures(50, 20.0, 24.9, 22.61))


def words(query: WordHistory) -> WordSeries:
    changes = (WordChange(query.start, True), WordChange(query.start + timedelta(minutes=45), False))
    return WordSeries(query.device, query.code, changes)


class Bench:
    """A history section on a small engine."""

    def __init__(self, theme) -> None:
        self.mirror = Mirror(connected=True)
        self.mirror.show_book(BOOK)
        self.engine = SmallEngine()
        self.engine.answers = {History: numbers, Samples: numbers, Figures: figures, WordHistory: words}
        self.bridge = Bridge(
            lambda error: pytest.fail(error.text), lambda name, error: pytest.fail(f"{name}: {error!r}")
        )
        self.window = QWidget()
        times = SiteTime(lambda: NOW, self.mirror)
        desk = InspectorDesk(self.engine, self.bridge, theme, lambda: self.window, lambda: TrendChart(theme, times))
        self.section = TrendSection(theme, times, self.mirror, desk)
        self.section.setParent(self.window)
        self.section.resize(360, 320)
        self.window.resize(400, 360)
        self.window.show()

    async def show(self) -> None:
        self.section.show_device(THERMOSTAT)
        await self.bridge.idle()

    @property
    def frame(self) -> ChartFrame:
        return self.section.findChild(ChartFrame)

    @property
    def asked(self) -> History:
        return [query for query in self.engine.asked if isinstance(query, History)][-1]

    def said(self) -> str:
        return " | ".join(label.text() for label in self.section.findChildren(QLabel) if not label.isHidden())

    def button(self, word: str) -> QPushButton | QToolButton:
        kinds = (*self.section.findChildren(QPushButton), *self.section.findChildren(QToolButton))
        return next(button for button in kinds if button.text() == word)

    async def menu(self, word: str) -> None:
        actions = self.button("…").menu().actions()
        next(action for action in actions if action.text().startswith(word)).trigger()

    async def dialog(self, kind: type):
        for _ in range(200):
            if found := self.window.findChildren(kind):
                return found[0]
            await asyncio.sleep(0)
        raise AssertionError(f"no {kind.__name__} was opened")


@pytest.fixture
def bench(theme):
    made = Bench(theme)
    yield made
    made.window.close()
    made.window.deleteLater()


async def test_the_figures_of_the_span_stand_below_the_chart(bench: Bench):
    await bench.show()
    assert "mean 22.6" in bench.said()
    assert "50 values" in bench.said()


async def test_a_year_can_be_looked_at(bench: Bench):
    await bench.show()
    QTest.mouseClick(bench.button("1 y"), Qt.MouseButton.LeftButton)
    await bench.bridge.idle()
    assert bench.asked.end - bench.asked.start == timedelta(days=365)


async def test_drawing_across_the_chart_looks_closer_and_a_double_click_leads_back(bench: Bench):
    await bench.show()
    cover = bench.frame.childAt(QPoint(200, 60))
    QTest.mousePress(cover, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    QTest.mouseMove(cover, QPoint(250, 60))
    QTest.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=QPoint(250, 60))
    await bench.bridge.idle()
    closer = bench.asked
    assert NOW - timedelta(hours=1) < closer.start < closer.end < NOW
    assert timedelta(minutes=10) < closer.end - closer.start < timedelta(minutes=30)
    assert bench.button("Back to now").isVisible()
    assert " to " in bench.said()
    QTest.mouseDClick(cover, Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    await bench.bridge.idle()
    assert bench.asked.end == NOW
    assert not bench.button("Back to now").isVisible()


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (Qt.Key.Key_Plus, -45, -15),
        (Qt.Key.Key_Minus, -90, 0),
        (Qt.Key.Key_Left, -90, -30),
        (Qt.Key.Key_Right, -60, 0),
    ],
)
async def test_keys_zoom_and_move(bench: Bench, key, start, end):
    await bench.show()
    QTest.keyClick(bench.frame, key)
    await bench.bridge.idle()
    assert (bench.asked.start, bench.asked.end) == (at(start * 60), at(end * 60))
    QTest.keyClick(bench.frame, Qt.Key.Key_Home)
    await bench.bridge.idle()
    assert bench.asked.start == at(-3600)


async def test_a_window_of_the_past_is_not_asked_for_again_and_again(bench: Bench):
    await bench.show()
    QTest.keyClick(bench.frame, Qt.Key.Key_Left)
    await bench.bridge.idle()
    before = len(bench.engine.asked)
    bench.section.tick()
    await bench.bridge.idle()
    assert len(bench.engine.asked) == before


async def test_the_day_before_is_laid_under_with_its_own_figures(bench: Bench):
    await bench.show()
    await bench.menu("Range")
    dialog = await bench.dialog(HistoryDialog)
    dialog.findChild(QComboBox, "compare").setCurrentIndex(1)
    dialog.accept()
    await bench.bridge.idle()
    assert bench.asked.end == NOW - timedelta(days=1)
    assert "the day before: lowest" in bench.said()


async def test_another_point_of_the_same_unit_can_be_laid_under(bench: Bench):
    await bench.show()
    await bench.menu("Range")
    dialog = await bench.dialog(HistoryDialog)
    dialog.findChild(QComboBox, "compare").setCurrentIndex(4)
    offered = dialog.findChild(QComboBox, "point")
    assert [offered.itemText(n) for n in range(offered.count())] == [
        "Climate 1.02: Temperature, °C",
        "Thermostat 1.03: Set point, °C",
    ]
    dialog.accept()
    await bench.bridge.idle()
    assert (bench.asked.device, bench.asked.end) == ("gw1/climate", NOW)


async def test_an_own_range_waits_until_it_makes_sense(bench: Bench):
    await bench.show()
    await bench.menu("Range")
    dialog = await bench.dialog(HistoryDialog)
    start, end = dialog.findChild(QWidget, "start"), dialog.findChild(QWidget, "end")
    show = dialog.findChild(QPushButton, "show_it")
    start.setDateTime(end.dateTime().addDays(1))
    assert not show.isEnabled()
    start.setDateTime(end.dateTime().addDays(-2))
    assert show.isEnabled()
    dialog.accept()
    await bench.bridge.idle()
    assert (bench.asked.start, bench.asked.end) == (NOW - timedelta(days=2), NOW)


async def test_a_truth_is_drawn_as_stretches_with_their_shares(bench: Bench):
    await bench.show()
    points = bench.section.findChild(QComboBox)
    points.setCurrentIndex(points.findText("Power"))
    points.activated.emit(points.currentIndex())
    await bench.bridge.idle()
    strip = bench.section.findChild(StateStrip)
    assert strip.isVisible()
    assert strip.accessibleName() == "History of states, last off"
    assert "2 changes" in bench.said()
    assert strip.instant_at(strip.width() / 2) == at(-1800)


@pytest.mark.parametrize("kind", ["CSV", "Parquet"])
async def test_a_history_is_saved_where_a_person_says(bench: Bench, tmp_path: Path, kind: str):
    await bench.show()
    await bench.menu(f"Save as {kind}")
    dialog = await bench.dialog(QFileDialog)
    place = tmp_path / f"room.{kind.lower()}"
    dialog.fileSelected.emit(str(place))
    dialog.done(1)
    await bench.bridge.idle()
    assert place.stat().st_size > 100
