"""Declared actions on real keys, menus and buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.actions import WINDOW, Action, ActionRegistry
from heyzack_console.presentation.selection import Selection

DEVICE = Selection(devices=(DeviceId("d1"),))


class Desk:
    """A window with a pane, a second pane and a field to type into."""

    def __init__(self, theme: Theme) -> None:
        self.done: list[str] = []
        self.on = False
        self.registry = ActionRegistry()
        self.registry.add(self._action("alerts.acknowledge", "A", scope="alerts"))
        self.registry.add(self._action("sound.mute", "M"))
        self.registry.add(self._action("help.keys", "F1", also="?"))
        self.registry.add(
            Action(
                "order.send",
                "Send order",
                self._work("order.send"),
                "Ctrl+Return",
                enabled=lambda selection: bool(selection.devices),
                why_not="Select a device first",
            )
        )
        self.registry.add(Action("view.flat", "Flat", self._toggle, checked=lambda: self.on))
        self.board = SelectionBoard()
        self.bridge = Bridge(lambda error: self.done.append(error.text), lambda name, _: self.done.append(name))
        self.binding = ActionBinding(self.registry, self.board, self.bridge, theme)
        self.window = QWidget()
        self.alerts, self.other = QListWidget(), QListWidget()
        self.field, self.notes = QLineEdit(), QPlainTextEdit()
        column = QVBoxLayout(self.window)
        for part in (self.alerts, self.other, self.field, self.notes):
            column.addWidget(part)
        self.binding.bind(WINDOW, self.window)
        self.binding.bind("alerts", self.alerts)

    def press(
        self, where: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        where.setFocus()
        QTest.keyClick(where, key, modifier)

    def _action(self, name: str, key: str, scope: str = "", also: str = "") -> Action:
        def note(_selection: Selection) -> None:
            self.done.append(name)

        return Action(name, name, note, key, scope=scope, also=also)

    def _work(self, name: str):
        async def work(selection: Selection) -> None:
            self.done.append(f"{name} {' '.join(selection.devices)}")

        return work

    def _toggle(self, _selection: Selection) -> None:
        self.on = not self.on


@pytest.fixture
def desk(qtbot, theme: Theme) -> Desk:
    desk = Desk(theme)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.activateWindow()
    qtbot.waitActive(desk.window)
    return desk


def test_a_single_letter_acts_in_the_pane_that_has_the_keyboard(desk: Desk):
    desk.press(desk.alerts, Qt.Key.Key_A)
    assert desk.done == ["alerts.acknowledge"]


def test_a_panes_letter_does_nothing_in_another_pane(desk: Desk):
    desk.press(desk.other, Qt.Key.Key_A)
    assert desk.done == []


def test_a_letter_of_the_window_acts_in_every_pane(desk: Desk):
    desk.press(desk.alerts, Qt.Key.Key_M)
    desk.press(desk.other, Qt.Key.Key_M)
    assert desk.done == ["sound.mute", "sound.mute"]


def test_no_letter_acts_while_typing(desk: Desk):
    desk.press(desk.field, Qt.Key.Key_M)
    desk.press(desk.notes, Qt.Key.Key_M)
    assert desk.done == []
    assert (desk.field.text(), desk.notes.toPlainText()) == ("m", "m")


def test_an_action_may_have_two_keys(desk: Desk):
    desk.press(desk.other, Qt.Key.Key_F1)
    desk.press(desk.other, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert desk.done == ["help.keys", "help.keys"]


async def test_a_coroutine_runs_through_the_bridge_with_the_shared_selection(desk: Desk):
    desk.board.choose(DEVICE)
    desk.press(desk.other, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await desk.bridge.idle()
    assert desk.done == ["order.send d1"]


def test_what_is_enabled_follows_the_selection_and_says_what_is_missing(desk: Desk):
    bound = desk.binding.qaction("order.send")
    assert (bound.isEnabled(), bound.toolTip()) == (False, "Select a device first")
    desk.board.choose(DEVICE)
    assert (bound.isEnabled(), bound.toolTip()) == (True, "Send order  Ctrl+Return")


def test_a_disabled_action_cannot_be_run_by_name_either(desk: Desk):
    desk.binding.run("order.send")
    assert desk.done == []


def test_menu_and_button_do_what_the_key_does(desk: Desk, qtbot):
    menu = desk.binding.menu(QMenu(desk.window), ("sound.mute", "", "help.keys"))
    menu.actions()[0].trigger()
    button = desk.binding.button("help.keys", primary=True)
    qtbot.addWidget(button)
    button.click()
    assert desk.done == ["sound.mute", "help.keys"]
    assert menu.actions()[1].isSeparator()


def test_a_button_follows_its_action_and_may_go_before_it(desk: Desk):
    button = desk.binding.button("order.send")
    assert not button.isEnabled()
    desk.board.choose(DEVICE)
    assert button.isEnabled()
    button.deleteLater()
    desk.board.choose(Selection())


def test_a_tool_says_in_words_what_its_glyph_means(desk: Desk, qtbot):
    tool = desk.binding.tool("sound.mute")
    qtbot.addWidget(tool)
    assert tool.accessibleName() == "sound.mute"
    tool.click()
    assert desk.done == ["sound.mute"]


def test_a_switch_shows_the_state_it_is_told(desk: Desk):
    bound = desk.binding.qaction("view.flat")
    bound.trigger()
    desk.binding.refresh()
    assert (desk.on, bound.isChecked()) == (True, True)


def test_an_echo_of_the_selection_ends_at_the_board(desk: Desk):
    heard: list[Selection] = []
    desk.board.changed.connect(heard.append)
    desk.board.choose(DEVICE)
    desk.board.choose(Selection(devices=(DeviceId("d1"),)))
    assert heard == [DEVICE]
