"""The map's declared actions on real keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.actions import map_actions
from heyzack_console.desktop.panes.map.pane import NAME, MapPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.actions import ActionRegistry
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.mirror import Mirror
from tests.desktop.panes.map.conftest import SIZE


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, qtbot: QtBot) -> Iterator[MapPane]:
    """The map under its bar in an active window, with its actions bound."""
    board = SelectionBoard()
    shown = MapPane(theme, marks, board, mirror)
    registry = ActionRegistry()
    for action in map_actions(shown):
        registry.add(action)
    failures: list[object] = []
    bridge = Bridge(failures.append, lambda name, error: failures.append((name, error)))
    binding = ActionBinding(registry, board, bridge, theme)
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(shown.bar)
    column.addWidget(shown)
    binding.bind(NAME, shown)
    qtbot.addWidget(window)
    window.resize(*SIZE)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    shown.enter()
    yield shown
    window.close()
    binding.deleteLater()
    assert not failures


def level(pane: MapPane) -> int:
    floor = pane.stage.canvas.scene.floor
    assert floor is not None
    return floor.level


def test_page_keys_go_from_floor_to_floor(pane: MapPane, qtbot: QtBot):
    qtbot.keyClick(pane.stage.canvas, Qt.Key.Key_PageDown)
    assert level(pane) == 2
    qtbot.keyClick(pane.stage.canvas, Qt.Key.Key_PageUp)
    assert level(pane) == 3


def test_plus_minus_and_zero_zoom(pane: MapPane, qtbot: QtBot):
    canvas = pane.stage.canvas
    whole = canvas.scene.view
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.scene.view.scale > whole.scale
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.scene.view == whole
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scene.view.scale < whole.scale


def test_digits_choose_the_layer(pane: MapPane, qtbot: QtBot):
    qtbot.keyClick(pane.stage.canvas, Qt.Key.Key_3)
    assert pane.layer is Layer.CATEGORY


def test_letters_typed_into_the_filter_stay_letters(pane: MapPane, qtbot: QtBot):
    field = pane.bar.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "e1")
    assert field.text() == "e1"
    assert not pane.editing
    assert pane.layer is Layer.VALUES
