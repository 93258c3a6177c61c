"""The inspector follows the selection, sends orders from controls and asks before physical effects."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QScrollArea, QSlider, QVBoxLayout, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import ConfirmDialog
from heyzack_console.desktop.panes.inspector.desk import InspectorDesk
from heyzack_console.desktop.panes.inspector.key_dialog import KeyDialog
from heyzack_console.desktop.panes.inspector.pane import InspectorPane
from heyzack_console.desktop.panes.inspector.switch import Switch
from heyzack_console.desktop.panes.inspector.trend import TrendChart
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, FrameRecord, PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.errors import ConfirmationNeeded, ConsoleError, InvalidInput
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.domain.telemetry import NumberFigures, PointFigures, Series, WordChange, WordSeries
from heyzack_console.ports.engine.alerts import AlertHistory, AlertRules
from heyzack_console.ports.engine.devices import RecentFrames, ReleaseSession, SetLocalKey
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.notes import DeviceNotes
from heyzack_console.ports.engine.orders import CancelOrder, Orders, SendOrder
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.replacing import Predecessors
from heyzack_console.ports.engine.telemetry import Figures, History, WordHistory
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime
from tests.support.building import BOOK, T0, THERMOSTAT, VALVE, at, reading
from tests.support.engine_port import SmallEngine

NARROW = 316
"""Design width of the inspector in a narrow window."""
NOTHING_TOLD = dict.fromkeys((Orders, AlertHistory, DeviceNotes, Predecessors), lambda _query: ())


@dataclass
class Bench:
    """An inspector on a small engine."""

    pane: InspectorPane
    mirror: Mirror
    engine: SmallEngine
    board: SelectionBoard
    bridge: Bridge
    window: QWidget
    failures: list[ConsoleError]

    def select(self, device: Device) -> None:
        self.board.choose(Selection((device.id,), ()))

    def hear(self, *readings: Reading) -> None:
        self.pane.take(self.mirror.apply(Batch(2, at(5), readings=readings)))

    def words(self) -> str:
        return " | ".join(label.text() for label in self.pane.findChildren(QLabel) if label.isVisible())

    async def dialog(self, kind: type) -> ConfirmDialog | KeyDialog:
        for _ in range(100):
            if found := self.window.findChildren(kind):
                return found[0]
            await asyncio.sleep(0)
        raise AssertionError(f"no {kind.__name__} was opened")


def history(query: History) -> Series:
    start = int(query.start.timestamp() * 1000)
    times = tuple(range(start, start + 600_000, 60_000))
    values = tuple(20.0 + n / 10 for n in range(len(times)))
    return Series(query.device, query.code, "°C", 0, times, values, values, values)


@pytest.fixture
def bench(theme: Theme, marks: Markers) -> Iterator[Bench]:
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    engine = SmallEngine()
    engine.answers = {
        AlertRules: lambda _: (),
        Figures: lambda query: PointFigures(query.device, query.code, NumberFigures(10, 20.0, 20.9, 20.45)),
        History: history,
        RecentFrames: lambda _: (),
        WordHistory: lambda query: WordSeries(query.device, query.code, (WordChange(at(-600), True),)),
    }
    failures: list[ConsoleError] = []
    bridge = Bridge(failures.append, lambda name, error: pytest.fail(f"{name}: {error!r}"))
    board = SelectionBoard()
    window = QWidget()
    times = SiteTime(lambda: at(10), mirror)
    desk = InspectorDesk(engine, bridge, theme, lambda: window, lambda: TrendChart(theme, times))
    pane = InspectorPane(theme, marks, board, mirror, times, desk)
    column = QVBoxLayout(window)
    column.addWidget(pane.bar)
    column.addWidget(pane)
    window.resize(400, 1200)
    window.show()
    yield Bench(pane, mirror, engine, board, bridge, window, failures)
    window.close()
    window.deleteLater()


async def test_without_a_selection_it_says_what_to_do(bench: Bench):
    assert "No device selected" in bench.words()


async def test_it_shows_the_selected_device_with_every_point(bench: Bench):
    bench.hear(reading(THERMOSTAT, "temp_current", 21.5, 4), reading(THERMOSTAT, "mode", "auto", 4))
    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    words = bench.words()
    for expected in ("Thermostat 1.03", "Set point", "21.5", "auto", "Temperature"):
        assert expected in words


@pytest.mark.parametrize("percent", [100, 150, 200])
async def test_nothing_is_wider_than_the_narrow_pane(bench: Bench, theme: Theme, percent: int):
    theme.wear(replace(theme.look, text_percent=percent))
    known = {"advice": "Fetch the key again.", "version": "3.4", "address": "192.168.104.217:6668"}
    way = PathHealth(Path.LAN, PathState.UNREACHABLE, at(0), Stage.KEY, **known)
    bench.hear(reading(THERMOSTAT, "temp_current", 21.5, 4), reading(THERMOSTAT, "temp_set", 21.5, 4))
    bench.pane.take(bench.mirror.apply(Batch(3, at(6), health=(DeviceHealth(THERMOSTAT.id, (way,)),))))
    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    (area,) = bench.pane.findChildren(QScrollArea, "device_page")
    assert area.widget().minimumSizeHint().width() <= theme.px(NARROW)


async def test_in_a_pane_too_narrow_for_its_text_everything_can_be_scrolled_to(bench: Bench, theme: Theme):
    theme.wear(replace(theme.look, text_percent=200))
    bench.hear(reading(THERMOSTAT, "temp_current", 21.5, 4))
    bench.select(THERMOSTAT)
    bench.window.setFixedWidth(NARROW)
    await bench.bridge.idle()
    (area,) = bench.pane.findChildren(QScrollArea, "device_page")
    across = area.horizontalScrollBar()
    assert across.isVisible()
    assert across.maximum() >= area.widget().minimumSizeHint().width() - area.viewport().width() > 0


async def test_a_value_that_arrives_is_shown_at_once(bench: Bench):
    bench.select(THERMOSTAT)
    bench.hear(reading(THERMOSTAT, "temp_current", 19.0, 4))
    assert "19.0" in bench.words()
    await bench.bridge.idle()


async def test_a_switch_sends_an_order(bench: Bench):
    bench.hear(reading(THERMOSTAT, "switch", False, 1))
    bench.select(THERMOSTAT)
    QTest.mouseClick(bench.pane.findChildren(Switch)[0], Qt.MouseButton.LeftButton)
    await bench.bridge.idle()
    assert SendOrder(THERMOSTAT.id, {"switch": True}) in bench.engine.done


async def test_a_slider_sends_where_it_was_let_go(bench: Bench):
    bench.hear(reading(THERMOSTAT, "temp_set", 20.0, 1))
    bench.select(THERMOSTAT)
    slider = bench.pane.findChildren(QSlider)[0]
    slider.setSliderDown(True)
    slider.setSliderPosition(33)
    bench.hear(reading(THERMOSTAT, "temp_set", 20.5, 2))
    assert slider.value() == 33
    slider.setSliderDown(False)
    await bench.bridge.idle()
    assert [c.values for c in bench.engine.done if isinstance(c, SendOrder)] == [{"temp_set": 21.5}]


async def test_a_choice_sends_the_products_word(bench: Bench):
    bench.hear(reading(THERMOSTAT, "mode", "auto", 1))
    bench.select(THERMOSTAT)
    choice = next(c for c in bench.pane.findChildren(QComboBox) if c.accessibleName() == "Set Mode")
    choice.activated.emit(1)
    await bench.bridge.idle()
    assert SendOrder(THERMOSTAT.id, {"mode": "manual"}) in bench.engine.done


def _asks_first(command: SendOrder) -> Receipt:
    if not command.confirmed:
        raise ConfirmationNeeded("This cuts the water.")
    return Receipt()


async def test_a_safety_point_is_sent_only_after_the_question(bench: Bench):
    bench.engine.answers[SendOrder] = _asks_first
    bench.hear(reading(VALVE, "switch_1", True, 1))
    bench.select(VALVE)
    QTest.mouseClick(bench.pane.findChildren(Switch)[0], Qt.MouseButton.LeftButton)
    dialog = await bench.dialog(ConfirmDialog)
    dialog.accept()
    await bench.bridge.idle()
    assert [c.confirmed for c in bench.engine.done] == [False, True]


async def test_a_question_that_is_cancelled_sends_nothing_and_puts_the_switch_back(bench: Bench):
    bench.engine.answers[SendOrder] = _asks_first
    bench.hear(reading(VALVE, "switch_1", True, 1))
    bench.select(VALVE)
    switch = bench.pane.findChildren(Switch)[0]
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()
    dialog = await bench.dialog(ConfirmDialog)
    dialog.reject()
    await bench.bridge.idle()
    assert [c.confirmed for c in bench.engine.done] == [False]
    assert switch.isChecked()


async def test_a_refused_order_is_told_and_the_control_goes_back(bench: Bench):
    def refuse(_: SendOrder) -> Receipt:
        raise InvalidInput("Mode is auto or manual.")

    bench.engine.answers[SendOrder] = refuse
    bench.hear(reading(THERMOSTAT, "switch", True, 1))
    bench.select(THERMOSTAT)
    switch = bench.pane.findChildren(Switch)[0]
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    await bench.bridge.idle()
    assert [str(f.text) for f in bench.failures] == ["Mode is auto or manual."]
    assert switch.isChecked()


def health(state: PathState, stage: Stage = Stage.OK) -> DeviceHealth:
    return DeviceHealth(THERMOSTAT.id, (PathHealth(Path.LAN, state, T0, stage, "It proves another key."),))


def link(bench: Bench, word: str) -> QPushButton:
    return next(b for b in bench.pane.findChildren(QPushButton) if b.text().startswith(word) and not b.isHidden())


async def test_a_session_can_be_released_from_its_path(bench: Bench):
    bench.mirror.apply(Batch(2, at(1), health=(health(PathState.CONNECTED),)))
    bench.select(THERMOSTAT)
    QTest.mouseClick(link(bench, "Release"), Qt.MouseButton.LeftButton)
    await bench.bridge.idle()
    assert ReleaseSession(THERMOSTAT.id) in bench.engine.done


async def test_a_wrong_key_asks_for_the_new_one_and_takes_only_a_whole_key(bench: Bench):
    bench.mirror.apply(Batch(2, at(1), health=(health(PathState.UNREACHABLE, Stage.KEY),)))
    bench.select(THERMOSTAT)
    QTest.mouseClick(link(bench, "Enter key"), Qt.MouseButton.LeftButton)
    dialog = await bench.dialog(KeyDialog)
    field = next(w for w in dialog.children() if w.objectName() == "key")
    save = next(w for w in dialog.children() if w.objectName() == "save")
    field.setText("0123456789abcde")
    assert not save.isEnabled()
    field.setText("0123456789abcdef")
    save.click()
    await bench.bridge.idle()
    assert SetLocalKey(THERMOSTAT.id, "0123456789abcdef") in bench.engine.done


async def test_frames_are_asked_for_only_when_they_are_wanted(bench: Bench):
    frame = FrameRecord(at(1), True, "DP_QUERY", 3, '{"gwId":"th1"}')
    bench.engine.answers[RecentFrames] = lambda _: (frame,)
    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    assert not any(isinstance(q, RecentFrames) for q in bench.engine.asked)
    QTest.mouseClick(link(bench, "Show frames"), Qt.MouseButton.LeftButton)
    await bench.bridge.idle()
    assert RecentFrames(THERMOSTAT.id) in bench.engine.asked


async def test_the_trend_asks_for_the_main_number_of_the_last_hour(bench: Bench):
    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    (query,) = [q for q in bench.engine.asked if isinstance(q, History)]
    assert query.code == "temp_current"
    assert (query.end - query.start).total_seconds() == 3600
    assert bench.pane.findChildren(TrendChart)[0].accessibleName().startswith("Trend from 20")


async def test_a_stretch_from_the_cloud_s_log_is_hatched_and_named_under_the_trend(bench: Bench, theme: Theme):
    def pixels() -> tuple[int, ...]:
        picture = bench.pane.findChildren(TrendChart)[0].grab().toImage()
        return tuple(picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height()))

    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    plain = pixels()
    assert "Hatched" not in bench.words()
    end = int(at(10).timestamp() * 1000)
    stretch = (end - 2_400_000, end - 1_200_000)
    bench.engine.answers[History] = lambda query: replace(history(query), filled=(stretch,))
    bench.select(VALVE)
    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    assert "Hatched: filled from the cloud's log, 08:20 to 08:40" in bench.words()
    assert bench.pane.findChildren(TrendChart)[0].accessibleName().endswith("08:20 to 08:40")
    assert sum(one != other for one, other in zip(plain, pixels(), strict=True)) > 200


async def test_an_order_that_waits_can_be_cancelled_and_a_sent_one_cannot(bench: Bench):
    def order(name: str, state: OrderState) -> Order:
        return Order(OrderId(name), THERMOSTAT.id, {"temp_set": 21.0}, at(1), at(300), "Ines", state, at(1))

    bench.select(THERMOSTAT)
    bench.pane.take(bench.mirror.apply(Batch(2, at(2), orders=(order("sent", OrderState.SENT),))))
    assert not [b for b in bench.pane.findChildren(QPushButton) if b.text() == "Cancel" and not b.isHidden()]
    bench.pane.take(bench.mirror.apply(Batch(3, at(2), orders=(order("waits", OrderState.WAITING),))))
    QTest.mouseClick(link(bench, "Cancel"), Qt.MouseButton.LeftButton)
    await bench.bridge.idle()
    assert CancelOrder(OrderId("waits")) in bench.engine.done


async def test_the_work_history_is_asked_for_only_when_it_is_wanted(bench: Bench):
    made = Order(OrderId("a"), THERMOSTAT.id, {"temp_set": 21.0}, at(1), at(300), "Ines", OrderState.CONFIRMED, at(1))
    bench.engine.answers |= {
        Orders: lambda _: (made,),
        AlertHistory: lambda _: (),
        DeviceNotes: lambda _: (),
        Predecessors: lambda _: (),
    }
    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    assert not [query for query in bench.engine.asked if isinstance(query, Orders)]
    QTest.mouseClick(link(bench, "Show work history"), Qt.MouseButton.LeftButton)
    await bench.bridge.idle()
    assert "Set point 21.0\N{NO-BREAK SPACE}°C: confirmed" in bench.words()
    bench.select(VALVE)
    await bench.bridge.idle()
    assert "Set point 21.0\N{NO-BREAK SPACE}°C: confirmed" not in bench.words()


async def test_a_passport_is_saved_where_a_person_says(bench: Bench, tmp_path):
    bench.engine.answers |= {
        Orders: lambda _: (),
        AlertHistory: lambda _: (),
        DeviceNotes: lambda _: (),
        Predecessors: lambda _: (),
    }
    bench.select(THERMOSTAT)
    await bench.bridge.idle()
    QTest.mouseClick(link(bench, "Save passport"), Qt.MouseButton.LeftButton)
    dialog = await bench.dialog(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "paper"))
    dialog.done(1)
    await bench.bridge.idle()
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
