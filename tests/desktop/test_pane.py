"""The frame that every pane fills."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QToolButton

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.icon_button import IconButton
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.progress_panel import ProgressPanel
from heyzack_console.desktop.strip import Strip
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.desktop.undo_line import UndoLine
from heyzack_console.presentation.frame.look import Look, ThemeChoice


@pytest.fixture
def pane(qtbot, theme: Theme) -> Pane:
    pane = Pane(theme, "alerts", "Alerts")
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.bar)
    pane.fill(QListWidget())
    pane.resize(500, 300)
    pane.show()
    pane.bar.show()
    return pane


def test_a_new_pane_shows_its_content_and_neither_strip_nor_undo_line(pane: Pane):
    assert not pane.strip.isVisible()
    assert not pane.undo_line.isVisible()
    assert pane.findChild(QListWidget).height() > 280


def test_entering_a_pane_gives_its_content_the_keyboard(pane: Pane):
    pane.enter()
    assert pane.window().focusWidget() is pane.findChild(QListWidget)


def test_a_pane_may_name_what_takes_the_keyboard_first(qtbot, theme: Theme):
    pane = Pane(theme, "devices", "Devices")
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.bar)
    field = QLineEdit()
    content = QLabel("list")
    pane.fill(content, field)
    field.setParent(pane)
    pane.enter()
    assert pane.focusWidget() is field


def test_the_bar_tells_float_move_and_close_and_leaves_the_doing_to_the_dock(pane: Pane, qtbot):
    menu = pane.bar.findChild(QToolButton).menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Float",
        "Move to the left",
        "Move to the right",
        "Move to the top",
        "Move to the bottom",
        "Close pane",
    ]
    with qtbot.waitSignal(pane.bar.move_wanted) as asked:
        next(action for action in menu.actions() if action.text().endswith("right")).trigger()
    assert asked.args == ["right"]


def test_the_bar_draws_a_line_while_its_pane_has_the_keyboard(pane: Pane, theme: Theme):
    pane.bar.resize(400, 36)
    pane.bar.show_focus(focused=True)
    assert pane.bar.grab().toImage().pixelColor(200, 1) == theme.color("focus")
    pane.bar.show_focus(focused=False)
    assert pane.bar.grab().toImage().pixelColor(200, 1) != theme.color("focus")


def test_the_strip_says_one_thing_and_offers_one_way_out(qtbot, theme: Theme):
    strip = Strip(theme)
    qtbot.addWidget(strip)
    acted: list[str] = []
    strip.say("engine_lost", "The engine stopped. Restarting.", "Details", lambda: acted.append("details"))
    assert strip.text == "The engine stopped. Restarting."
    strip.findChild(QPushButton).click()
    assert acted == ["details"]
    strip.clear()
    assert strip.text == ""


def test_undo_is_offered_once(qtbot, theme: Theme):
    line = UndoLine(theme)
    qtbot.addWidget(line)
    undone: list[str] = []
    line.offer("3 alerts acknowledged.", lambda: undone.append("acknowledge"))
    assert line.offers
    line.take_back()
    line.take_back()
    assert undone == ["acknowledge"]
    assert line.text == ""


def test_what_cannot_be_undone_is_only_said(qtbot, theme: Theme):
    line = UndoLine(theme)
    qtbot.addWidget(line)
    line.offer("FC-3-14 does not answer.")
    assert not line.offers
    assert not line.findChild(QPushButton).isVisibleTo(line)
    line.go()


def test_a_line_that_is_gone_undoes_nothing(qtbot, theme: Theme):
    line = UndoLine(theme)
    qtbot.addWidget(line)
    undone: list[str] = []
    line.offer("Renamed.", lambda: undone.append("rename"))
    line.go()
    line.take_back()
    assert undone == []


def test_an_empty_pane_says_why_and_what_to_do(qtbot, theme: Theme):
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    done: list[str] = []
    empty.say("plan", "Floor 1 has no plan yet", "31 devices wait to be placed.")
    empty.offer("Add a floor plan", lambda: done.append("add"))
    empty.suggest("Show as list", lambda: done.append("list"))
    assert empty.title == "Floor 1 has no plan yet"
    assert empty.accessibleName() == "Floor 1 has no plan yet. 31 devices wait to be placed."
    for button in empty.findChildren(QPushButton):
        button.click()
    assert done == ["add", "list"]


def test_another_case_drops_the_actions_of_the_one_before(qtbot, theme: Theme):
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.say("plan", "No plan", "Nothing here.")
    empty.offer("Add a floor plan", lambda: None)
    empty.say("quiet", "No open alerts", "Quiet since 11:04.")
    assert not [button for button in empty.findChildren(QPushButton) if button.isVisibleTo(empty)]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_line_of_an_empty_state_is_cut(qtbot, theme: Theme, percent: int):
    theme.wear(Look(theme=ThemeChoice.DARK, text_percent=percent))
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.say("quiet", "No open alerts", "Quiet since 11:04. 3 shelved, 15 suppressed, 1 out of service are not here.")
    empty.resize(QSize(900, 700))
    empty.show()
    for label in empty.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_long_work_shows_how_far_it_is_and_can_be_stopped(qtbot, theme: Theme):
    panel = ProgressPanel(theme)
    qtbot.addWidget(panel)
    stopped: list[str] = []
    panel.begin("Scanning the network", lambda: stopped.append("scan"))
    panel.advance(18, 46, "18 of 46 addresses")
    assert "18 of 46 addresses" in [label.text() for label in panel.findChildren(QLabel)]
    panel.findChild(QPushButton).click()
    assert stopped == ["scan"]
    assert not panel.findChild(QPushButton).isEnabled()
    panel.end()
    assert panel.isHidden()


def test_an_icon_button_says_in_words_what_it_does_and_follows_the_theme(qtbot, theme: Theme):
    button = IconButton(theme, "filter", "Filter")
    qtbot.addWidget(button)
    assert (button.toolTip(), button.accessibleName()) == ("Filter", "Filter")
    before = button.icon().pixmap(16).toImage()
    theme.wear(Look(theme=ThemeChoice.LIGHT, text_percent=200))
    assert button.icon().pixmap(16).toImage() != before
    assert button.iconSize() == QSize(34, 34)
