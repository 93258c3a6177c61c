"""Two moments side by side."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.time_travel import PastPicture, Record
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.mirror import Mirror
from tests.desktop.panes.map.conftest import SIZE
from tests.support.map_site import NOW, first_of

MINUTE = timedelta(minutes=1)


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, qtbot: QtBot) -> Iterator[MapPane]:
    """A bad day, held beside a minute before it, at which nothing was known."""
    shown = MapPane(theme, marks, SelectionBoard(), mirror)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    shown.resize(*SIZE)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.time.show_record(Record(NOW - timedelta(days=40)))
    shown.comparison.turn(on=True)
    shown.time.step(-1)
    shown.time.show_picture(PastPicture(NOW - MINUTE, newest=NOW - MINUTE))
    yield shown
    shown.close()


def marks_in(canvas) -> int:
    """How many marks a map shows."""
    return int((canvas.scene.field.mark > 0).sum())


def test_the_held_moment_stays_while_the_map_goes_to_another(pane: MapPane):
    held = pane.comparison.view.canvas
    assert held.isVisible()
    assert marks_in(held) > 0
    assert marks_in(pane.stage.canvas) == 0
    assert pane.comparison.view.band.text.startswith("HELD · Thu 23 Jul 2026, ")


def test_what_differs_is_listed_and_a_line_selects_its_device(pane: MapPane, mirror: Mirror):
    leak = first_of(mirror, Category.LEAK)
    assert pane.comparison.list.lines[0].startswith(leak.name)
    assert "no alert → P1 Water detected" in pane.comparison.list.lines[0]
    assert "alerts" in pane.comparison.list.title
    pane.comparison.list.chosen.emit(leak.id)
    assert pane.stage.canvas.scene.selected == (leak.id,)
    assert pane.comparison.view.canvas.scene.selected == (leak.id,)


def test_both_maps_are_moved_and_zoomed_together(pane: MapPane):
    main, held = pane.stage.canvas, pane.comparison.view.canvas
    main.zoom(1.5)
    assert held.scene.view == main.scene.view
    held.look(held.scene.view.moved(30, 10))
    assert main.scene.view == held.scene.view


def test_both_maps_show_the_same_floor_and_layer(pane: MapPane):
    pane.step_floor(-1)
    pane.show_layer(Layer.CATEGORY)
    held = pane.comparison.view.canvas.scene
    assert held.floor == pane.stage.canvas.scene.floor
    assert held.layer is Layer.CATEGORY


def test_the_comparison_ends_with_its_button_and_with_the_bar(pane: MapPane):
    pane.comparison.button.click()
    assert not pane.comparison.view.isVisible()
    pane.comparison.turn(on=True)
    pane.time.open(on=False)
    assert not pane.comparison.on
    assert not pane.comparison.button.isChecked()


def test_back_at_now_the_held_moment_is_still_there(pane: MapPane):
    pane.time.to_now()
    assert pane.comparison.on
    assert pane.comparison.list.title == "Nothing differs on this floor"
