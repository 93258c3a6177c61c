"""The main window as a whole."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.feed import EngineStatus
from heyzack_console.presentation.frame.header import Mode, header_state
from heyzack_console.presentation.frame.look import Look, ThemeChoice
from heyzack_console.presentation.selection import Selection
from tests.support.straw_panes import StrawFrame

NOW = datetime(2026, 7, 23, 12, 32, 7, tzinfo=UTC)
STATUS = EngineStatus(
    site="Harbour House",
    devices=2000,
    floors=14,
    lan_devices=2000,
    lan_online=1998,
    newest_at=NOW - timedelta(seconds=1),
    unsent=12,
    unacknowledged=(12, 34, 56, 78),
    shelved=3,
    suppressed=15,
    out_of_service=1,
    actor="Ines Keller",
    role="facility_manager",
)
LOST = EngineStatus(
    site="Harbour House", devices=2000, floors=14, lan_devices=2000, newest_at=NOW - timedelta(hours=30)
)


@pytest.fixture
def frame(qtbot, theme: Theme, tmp_path: Path):
    frame = StrawFrame(theme, tmp_path)
    qtbot.addWidget(frame.window)
    open_at(frame, 1920, 1080)
    yield frame
    frame.window.close()
    frame.sound.stop()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def open_at(frame: StrawFrame, width: int, height: int) -> None:
    frame.window.resize(width, height)
    frame.window.show()
    frame.window.activateWindow()
    settle()
    if not frame.window.arrangement.opened_any:
        frame.window.arrangement.open("overview")
    frame.window.show_state(header_state(STATUS, Mode(), NOW, UTC))
    settle()


def press(frame: StrawFrame, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(frame.window.focusWidget() or frame.window, key, modifier)
    settle()


@pytest.mark.parametrize("status", [STATUS, LOST], ids=["busy", "lost"])
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_the_header_shows_every_cell_whole_and_none_over_another(frame, theme, size, percent, status):
    theme.wear(Look(theme=ThemeChoice.LIGHT, text_percent=percent))
    open_at(frame, *size)
    frame.window.show_state(header_state(status, Mode(), NOW, UTC))
    settle()
    header = frame.window.header
    cells = [cell for cell in header.findChildren(QAbstractButton) if cell.isVisible()]
    assert len(cells) == 11
    for number, cell in enumerate(cells):
        assert header.rect().contains(cell.geometry()), cell.accessibleName()
        assert not [other for other in cells[number + 1 :] if cell.geometry().intersects(other.geometry())]
    assert all(cell.width() >= cell.sizeHint().width() for cell in header.cells)


@pytest.mark.parametrize(("percent", "size"), [(100, (1366, 768)), (200, (1366, 768)), (200, (1920, 1080))])
def test_frame_and_docks_stay_within_the_window(frame, theme, percent, size):
    theme.wear(Look(theme=ThemeChoice.DARK, text_percent=percent))
    open_at(frame, *size)
    window = frame.window
    assert window.size().toTuple() == size
    for part in (window.header, window.rail, window.docks):
        corner = part.mapTo(window, QPoint(part.width() - 1, part.height() - 1))
        assert window.rect().contains(corner)


def test_every_button_of_the_frame_has_a_name_for_those_who_cannot_see_it(frame):
    window = frame.window
    buttons = [*window.header.findChildren(QAbstractButton), *window.rail.findChildren(QAbstractButton)]
    assert all(button.accessibleName() for button in buttons)


def test_a_mode_puts_a_band_under_the_header_and_a_word_into_the_title(frame):
    frame.window.show_state(header_state(STATUS, Mode(connected=False, lost_at=NOW), NOW, UTC))
    assert frame.window.band.isVisible()
    assert frame.window.windowTitle().startswith("DISCONNECTED")
    frame.window.show_state(header_state(STATUS, Mode(), NOW, UTC))
    assert not frame.window.band.isVisible()


def test_the_layout_is_there_again_after_a_restart(qtbot, theme, tmp_path):
    first = StrawFrame(theme, tmp_path)
    qtbot.addWidget(first.window)
    open_at(first, 1920, 1080)
    first.window.arrangement.open("field")
    first.window.docks.dock("inspector").pane.bar.close_wanted.emit()
    settle()
    first.window.close()

    second = StrawFrame(theme, tmp_path)
    qtbot.addWidget(second.window)
    assert second.window.arrangement.perspective == "field"
    second.window.resize(1920, 1080)  # the screen of these tests is smaller than the window was
    second.window.show()
    second.window.arrangement.open(second.window.arrangement.perspective)
    settle()
    shown = {dock.pane.name for dock in second.window.docks.docks if dock.isVisible()}
    assert shown == {"devices", "map", "work"}
    second.window.close()


def test_each_perspective_keeps_what_people_made_of_it(frame):
    arrangement, docks = frame.window.arrangement, frame.window.docks
    docks.dock("devices").pane.bar.close_wanted.emit()
    arrangement.open("alerts")
    settle()
    arrangement.open("overview")
    settle()
    assert docks.dock("devices").isHidden()
    arrangement.reset()
    settle()
    assert docks.dock("devices").isVisible()


def test_a_narrow_window_has_an_arrangement_of_its_own(frame, theme):
    docks = frame.window.docks
    assert not docks.tabifiedDockWidgets(docks.dock("alerts"))
    open_at(frame, 1366, 768)
    assert docks.tabifiedDockWidgets(docks.dock("alerts")) == [docks.dock("devices")]
    assert theme.density.value == "compact"
    open_at(frame, 1920, 1080)
    assert not docks.tabifiedDockWidgets(docks.dock("alerts"))


def test_the_keyboard_stays_where_it_is_when_the_window_becomes_narrow(frame):
    frame.pane("alerts").enter()
    open_at(frame, 1366, 768)
    assert frame.window.focus.pane is frame.pane("alerts")


def test_f6_walks_the_panes_in_reading_order_and_back(frame):
    walked = []
    for _ in range(5):
        walked.append(frame.window.focus.pane.name)
        press(frame, Qt.Key.Key_F6)
    assert walked == ["map", "inspector", "alerts", "devices", "map"]
    press(frame, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert frame.window.focus.pane.name == "map"


def test_ctrl_and_a_digit_goes_to_a_pane(frame):
    press(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert frame.window.focus.pane.name == "alerts"


def test_only_the_pane_with_the_keyboard_draws_the_focus_line(frame, theme):
    frame.pane("devices").enter()
    settle()
    lines = {
        pane.name: pane.bar.grab().toImage().pixelColor(60, 1) == theme.color("focus") for pane in frame.window.panes
    }
    assert [name for name, drawn in lines.items() if drawn] == ["devices"]


def test_the_palette_finds_a_device_selects_it_and_gives_the_keyboard_to_the_inspector(frame):
    press(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert frame.window.command_palette.isVisible()
    QTest.keyClicks(frame.window.focusWidget(), "valve")
    press(frame, Qt.Key.Key_Return)
    assert not frame.window.command_palette.isVisible()
    assert frame.board.selection == Selection(devices=(DeviceId("valve-1"),))
    assert frame.window.focus.pane.name == "inspector"


def test_a_palette_that_finds_nothing_says_so_and_enter_does_nothing(frame):
    press(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(frame.window.focusWidget(), "vlave <b>3</b>")
    palette = frame.window.command_palette
    (said,) = [label for label in palette.findChildren(QLabel) if "vlave <b>3</b>" in label.text()]
    assert said.isVisible()
    assert said.textFormat() is Qt.TextFormat.PlainText
    press(frame, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(frame.window.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(frame.window.focusWidget(), "valve")
    assert not said.isVisible()


def test_the_palette_runs_a_command(frame):
    press(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(frame.window.focusWidget(), ">silence")
    press(frame, Qt.Key.Key_Return)
    assert frame.sound.muted


def test_escape_closes_the_palette_and_gives_the_keyboard_back(frame):
    frame.pane("alerts").enter()
    press(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press(frame, Qt.Key.Key_Escape)
    assert not frame.window.command_palette.isVisible()
    assert frame.window.focus.pane.name == "alerts"


def test_arrows_walk_the_hits_and_skip_the_names_of_groups(frame):
    press(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(frame.window.focusWidget(), "va")
    press(frame, Qt.Key.Key_Down)
    press(frame, Qt.Key.Key_Return)
    assert frame.board.selection.devices == (DeviceId("lamp-1"),)


def test_a_click_beside_the_palette_closes_it(frame):
    frame.actions.find()
    QTest.mouseClick(frame.window.command_palette, Qt.MouseButton.LeftButton, pos=QPoint(10, 500))
    assert not frame.window.command_palette.isVisible()


def test_the_rail_opens_a_perspective_and_marks_it(frame):
    frame.window.rail.chosen.emit("alerts")
    settle()
    assert frame.window.arrangement.perspective == "alerts"
    chosen = [b.text() for b in frame.window.rail.findChildren(QAbstractButton) if b.isChecked()]
    assert chosen == ["Alerts"]


@pytest.mark.parametrize(("cell", "pane"), [("unacknowledged", "alerts"), ("lan", "devices"), ("unsent", "inspector")])
def test_a_header_cell_opens_what_it_counts(frame, cell, pane):
    frame.window.header.opened.emit(cell)
    settle()
    assert frame.window.focus.pane.name == pane


def test_m_silences_and_the_header_shows_it(frame):
    press(frame, Qt.Key.Key_M)
    assert frame.sound.muted
    frame.window.show_state(header_state(STATUS, Mode(muted=True), NOW, UTC))
    assert "Sound is off" in " ".join(cell.accessibleName() for cell in frame.window.header.cells)


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_key_help_lists_every_declared_key(frame, key):
    press(frame, key)
    (page,) = [dialog for dialog in frame.window.findChildren(QDialog) if dialog.isVisible()]
    texts = {label.text() for label in page.findChildren(QLabel)}
    assert {action.title for action in frame.registry if action.keys} <= texts
    page.accept()


def test_ctrl_z_takes_back_what_the_focused_pane_offers(frame):
    undone: list[str] = []
    for name in ("alerts", "devices"):
        frame.pane(name).undo_line.offer(f"{name} changed", lambda name=name: undone.append(name))
    frame.pane("alerts").enter()
    press(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["alerts", "devices"]


def test_a_line_goes_to_the_pane_with_the_keyboard_and_else_to_the_strip(frame):
    frame.pane("devices").enter()
    frame.window.say_line("FC-3-14 does not answer.")
    assert frame.pane("devices").undo_line.text == "FC-3-14 does not answer."
    frame.window.header.cells[0].setFocus()
    frame.window.say_line("Your role may not do this.")
    assert frame.window.strip.text == "Your role may not do this."
    frame.pane("devices").undo_line.go()


def test_a_pane_that_somebody_asks_for_comes_forward(frame):
    open_at(frame, 1366, 768)
    told: list[str] = []
    frame.pane("devices").shown.connect(lambda: told.append("shown"))
    frame.board.show_in("devices")
    settle()
    assert told == ["shown"]
    assert frame.window.focus.pane.name == "devices"


def test_a_page_takes_the_place_of_rail_and_docks(frame, qtbot, theme):
    page = QDialog()
    page.setWindowFlags(Qt.WindowType.Widget)
    frame.window.show_page(page)
    assert page.isVisible()
    assert not frame.window.rail.isVisible()
    assert not frame.window.docks.isVisible()
    frame.window.arrangement.open("overview")
    assert frame.window.docks.isVisible()


def test_alt_alone_shows_the_menu_bar_and_a_combination_does_not(frame):
    menu = frame.window.menuBar()
    assert menu.isHidden()
    QTest.keyPress(frame.window, Qt.Key.Key_Alt)
    QTest.keyPress(frame.window, Qt.Key.Key_F4)
    QTest.keyRelease(frame.window, Qt.Key.Key_Alt)
    assert menu.isHidden()
    QTest.keyPress(frame.window, Qt.Key.Key_Alt)
    QTest.keyRelease(frame.window, Qt.Key.Key_Alt)
    assert not menu.isHidden()


def test_every_action_of_a_menu_stands_in_the_menu_bar(frame):
    bars = {action.text(): action.menu() for action in frame.window.menuBar().actions()}
    for menu, actions in frame.registry.menus().items():
        assert [entry.text() for entry in bars[menu].actions()] == [action.label for action in actions]


def test_flashing_runs_only_while_a_window_is_open(frame, theme):
    assert theme.flash.lit
    theme.flash.advance()
    assert not theme.flash.lit
    frame.window.close()
    assert theme.flash.lit


def test_an_unreadable_layout_file_opens_the_default(qtbot, theme, tmp_path):
    (tmp_path / "window.json").write_text('{"version": 1, "texts": 7}', encoding="utf-8")
    frame = StrawFrame(theme, tmp_path)
    qtbot.addWidget(frame.window)
    open_at(frame, 1600, 960)
    assert frame.window.arrangement.perspective == "overview"
    frame.window.close()


def test_a_window_made_narrow_and_wide_again_has_its_panes_back_as_they_were(frame):
    open_at(frame, 1920, 1080)
    frame.window.arrangement.note()
    frame.window.arrangement.note()
    before = {dock.pane.name: dock.height() for dock in frame.window.docks.docks}
    frame.window.resize(1366, 768)
    settle()
    frame.window.resize(1920, 1080)
    settle()
    after = {dock.pane.name: dock.height() for dock in frame.window.docks.docks}
    assert abs(after["alerts"] - before["alerts"]) <= 4


def test_the_side_panes_grow_with_their_text_and_shrink_with_it(frame, theme):
    open_at(frame, 2560, 1440)
    inspector = frame.window.docks.dock("inspector")
    before = inspector.width()
    theme.wear(Look(theme=ThemeChoice.LIGHT, text_percent=125))
    settle()
    assert inspector.width() == pytest.approx(before * 1.25, rel=0.06)
    theme.wear(Look(theme=ThemeChoice.LIGHT, text_percent=100))
    settle()
    assert inspector.width() == pytest.approx(before, rel=0.06)


@pytest.mark.parametrize(("percent", "size"), [(150, (1366, 768)), (200, (1366, 768)), (200, (1920, 1080))])
def test_in_a_crowded_window_the_main_pane_has_the_height_to_itself(frame, theme, percent, size):
    open_at(frame, *size)
    theme.wear(Look(theme=ThemeChoice.DARK, text_percent=percent))
    settle()
    docks = frame.window.docks
    shown = docks.dock("map")
    assert not shown.visibleRegion().isEmpty()
    assert shown.height() > docks.height() * 0.8
