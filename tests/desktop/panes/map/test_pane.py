"""The map as a pane: selection, floors, layers, filter, empty states, actions."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.actions import map_actions
from heyzack_console.desktop.panes.map.floor_switch import FloorButton
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.actions import ActionRegistry
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from tests.desktop.panes.map.conftest import LEFT, SIZE
from tests.support.map_site import alert, apply, calm_mirror, first_of, likely_value, reading


@pytest.fixture
def board() -> SelectionBoard:
    return SelectionBoard()


@pytest.fixture
def pane(theme: Theme, marks: Markers, board: SelectionBoard, mirror: Mirror, qtbot: QtBot) -> Iterator[MapPane]:
    shown = MapPane(theme, marks, board, mirror)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    shown.resize(*SIZE)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def level(pane: MapPane) -> int:
    floor = pane.stage.canvas.scene.floor
    assert floor is not None
    return floor.level


def test_a_device_selected_on_the_map_is_selected_everywhere(pane: MapPane, board: SelectionBoard, mirror: Mirror):
    lamp = first_of(mirror, Category.LIGHT).id
    pane.stage.canvas.select((lamp,))
    assert board.selection == Selection((lamp,))


def test_a_device_selected_elsewhere_brings_up_its_floor(pane: MapPane, board: SelectionBoard, mirror: Mirror):
    below = first_of(mirror, Category.GATEWAY, level=1).id
    board.choose(Selection((below,)))
    assert level(pane) == 1
    assert pane.stage.canvas.scene.selected == (below,)


def test_an_alert_selected_elsewhere_stays_selected_while_its_device_is(
    pane: MapPane, board: SelectionBoard, mirror: Mirror
):
    leak = first_of(mirror, Category.LEAK)
    (water,) = mirror.alerts_of(leak.id)
    chosen = Selection((leak.id,), (water.id,))
    board.choose(chosen)
    assert board.selection == chosen


def test_showing_the_selection_here_gives_the_map_the_keyboard(pane: MapPane, board: SelectionBoard, mirror: Mirror):
    board.choose(Selection((first_of(mirror, Category.LIGHT).id,)))
    pane.shown.emit()
    assert pane.stage.canvas.hasFocus()


def test_opening_a_device_brings_the_inspector_forward(
    pane: MapPane, board: SelectionBoard, mirror: Mirror, qtbot: QtBot
):
    with qtbot.waitSignal(board.wanted) as heard:
        pane.stage.canvas.open_details(first_of(mirror, Category.LIGHT).id)
    assert heard.args == ["inspector"]


def test_floors_are_stepped_through_and_end_at_the_last(pane: MapPane):
    for _ in range(6):
        pane.step_floor(-1)
    assert level(pane) == 0
    pane.step_floor(1)
    assert level(pane) == 1


def test_a_floor_is_chosen_in_the_switch(pane: MapPane, qtbot: QtBot):
    ground = next(b for b in pane.stage.floors.findChildren(FloorButton) if b.badge.level == 0)
    qtbot.mouseClick(ground, LEFT)
    assert level(pane) == 0
    assert ground.isChecked()


def test_the_switch_says_each_floors_alerts_in_words(pane: MapPane, mirror: Mirror):
    badges = {b.level: b.words for b in pane.stage.canvas.scene.picture.badges()}
    assert badges[2] == "Floor 2, 1 open alert, the worst high"
    leak = first_of(mirror, Category.LEAK)
    pane.take(apply(mirror, alerts=[alert(leak.id, 1, "Water detected", AlertState.NORMAL)]))
    assert "5 open alerts, the worst high" in pane.stage.canvas.accessibleDescription()


def test_the_bar_counts_the_devices_of_the_floor_and_of_the_filter(pane: MapPane):
    pane.look_for("motion")
    scene = pane.stage.canvas.scene
    assert 0 < len(scene.field) < len(scene.devices)


def test_the_filter_looks_at_names_kinds_and_rooms(pane: MapPane, mirror: Mirror):
    scene = pane.stage.canvas.scene
    lamp = first_of(mirror, Category.LIGHT)
    for needle in (lamp.name[:6], "light", scene.picture.index.zone_of[lamp.id].name):
        pane.look_for(needle)
        assert scene.number(lamp.id) is not None, needle


def test_a_filter_that_hides_all_says_so_and_can_be_cleared(pane: MapPane):
    pane.look_for("vlave")
    assert pane.empty.title == "No device matches “vlave”"
    pane.empty.linked.emit()
    pane.look_for("")
    assert len(pane.stage.canvas.scene.field) == len(pane.stage.canvas.scene.devices)


def test_a_kind_chosen_in_the_legend_is_shown_alone_until_it_is_chosen_again(pane: MapPane, qtbot: QtBot):
    pane.show_layer(Layer.CATEGORY)
    scene = pane.stage.canvas.scene
    item = next(i for i in pane.stage.legend.items if i.row.category is Category.LIGHT)
    qtbot.mouseClick(item, LEFT)
    assert len(scene.field) == sum(1 for d in scene.devices if d.category is Category.LIGHT)
    item = next(i for i in pane.stage.legend.items if i.row.category is Category.LIGHT)
    assert item.isChecked()
    qtbot.mouseClick(item, LEFT)
    assert len(scene.field) == len(scene.devices)


def test_leaving_the_categories_shows_all_kinds_again(pane: MapPane):
    pane.show_layer(Layer.CATEGORY)
    pane.look_for("", Category.LIGHT)
    pane.show_layer(Layer.VALUES)
    assert len(pane.stage.canvas.scene.field) == len(pane.stage.canvas.scene.devices)


def test_the_legend_keeps_what_fits_and_hides_the_rest(pane: MapPane):
    pane.show_layer(Layer.CATEGORY)
    pane.resize(700, 500)
    items = pane.stage.legend.items
    shown = [not item.isHidden() for item in items]
    assert True in shown
    assert False in shown
    assert shown[0]


def test_without_a_building_the_map_says_what_to_do(theme: Theme, marks: Markers, board: SelectionBoard, qtbot: QtBot):
    pane = MapPane(theme, marks, board, Mirror())
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.bar)
    assert pane.empty.title == "No building yet"
    assert pane.stage.canvas.accessibleDescription() == "No floor plan"


def test_a_floor_without_a_plan_offers_to_place_devices(
    theme: Theme, marks: Markers, board: SelectionBoard, mirror: Mirror, qtbot: QtBot
):
    assert mirror.book is not None
    site = replace(mirror.book.site, floors=(replace(mirror.book.site.floors[0], strokes=()),), zones=())
    mirror.show_book(replace(mirror.book, site=site, devices=()))
    pane = MapPane(theme, marks, board, mirror)
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.bar)
    assert pane.empty.title == "Ground floor has no plan yet"
    pane.edit(on=True)
    assert pane.editing
    assert not pane.tray.isHidden()


def test_a_lost_engine_makes_every_value_old(pane: MapPane, mirror: Mirror):
    before = pane.stage.canvas.scene.field.chip.copy()
    mirror.connected = False
    pane.tick()
    assert (pane.stage.canvas.scene.field.chip != before).any()
    mirror.connected = True
    pane.tick()
    assert (pane.stage.canvas.scene.field.chip == before).all()


def test_a_new_book_keeps_the_floor_that_is_shown(pane: MapPane, mirror: Mirror):
    pane.step_floor(-1)
    pane.take(mirror.show_book(mirror.book))
    assert level(pane) == 2


# The offscreen platform says so of every popup menu.
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)
def test_the_menu_opens_only_for_a_selection(pane: MapPane, board: SelectionBoard, mirror: Mirror, qtbot: QtBot):
    menu = QMenu(pane)
    menu.addAction("Show details")
    pane.offer(menu)
    pane.stage.canvas.menu_wanted.emit(QPoint(5, 5))
    assert not menu.isVisible()
    board.choose(Selection((first_of(mirror, Category.LIGHT).id,)))
    pane.stage.canvas.menu_wanted.emit(QPoint(5, 5))
    assert menu.isVisible()
    menu.close()


def test_every_action_of_the_map_does_what_its_title_says(pane: MapPane):
    registry = ActionRegistry()
    for action in map_actions(pane):
        registry.add(action)
    nothing = Selection()
    scene = pane.stage.canvas.scene
    whole = scene.view.scale
    registry["map.zoom_in"].handler(nothing)
    assert scene.view.scale > whole
    registry["map.fit"].handler(nothing)
    assert scene.view.scale == whole
    registry["map.zoom_out"].handler(nothing)
    assert scene.view.scale < whole
    registry["map.floor_down"].handler(nothing)
    assert level(pane) == 2
    registry["map.floor_up"].handler(nothing)
    assert level(pane) == 3
    registry["map.layer_health"].handler(nothing)
    assert pane.layer is Layer.HEALTH
    assert registry["map.layer_health"].checked is not None
    assert registry["map.layer_health"].checked()
    registry["map.edit"].handler(nothing)
    assert pane.editing


def test_every_control_of_the_map_has_an_accessible_name(pane: MapPane):
    controls = [*pane.stage.floors.children(), *pane.stage.zoom.children(), *pane.stage.legend.items]
    named = [c for c in controls if c.isWidgetType()]
    assert named
    assert all(control.accessibleName() for control in named)
    assert pane.stage.canvas.accessibleName() == "Map"


def test_a_storm_of_values_is_shown_whole_in_the_end(theme: Theme, marks: Markers, board: SelectionBoard, qtbot: QtBot):
    mirror, dice = calm_mirror(600), Random(2)
    pane = MapPane(theme, marks, board, mirror)
    qtbot.addWidget(pane)
    qtbot.addWidget(pane.bar)
    storm = [
        reading(d.id, p.code, *likely_value(d, p, dice)) for d in mirror.devices.values() for p in d.points if p.name
    ]
    with qtbot.waitSignal(pane.catch_up.done):
        pane.take(apply(mirror, readings=storm))
        assert pane.stage.canvas.scene.behind
    shown, anew = pane.stage.canvas.scene, MapScene(mirror)
    anew.take_book()
    assert shown.field.chip.tolist() == anew.field.chip.tolist()
    assert shown.labels == anew.labels


def test_escape_first_drops_the_selection_and_then_leaves_edit_mode(qtbot: QtBot, pane: MapPane, mirror: Mirror):
    canvas = pane.stage.canvas
    pane.edit(on=True)
    canvas.select((first_of(mirror, Category.LIGHT).id,))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert (canvas.scene.selected, pane.editing) == ((), True)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not pane.editing
