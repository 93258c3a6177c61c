"""Zones on the map: selected by a click, drawn and changed by hand and by key."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.sites import Zone
from heyzack_console.ports.engine.zones import ChangeZones
from heyzack_console.presentation.building.shapes import bounds
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from heyzack_console.rules.outlines import inside
from heyzack_console.rules.snapping import GRID
from tests.desktop.panes.map.conftest import LEFT, SIZE

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def board() -> SelectionBoard:
    return SelectionBoard()


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, board: SelectionBoard, qtbot: QtBot) -> Iterator[MapPane]:
    shown = MapPane(theme, marks, board, mirror)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    shown.resize(*SIZE)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def at(pane: MapPane, x: float, y: float) -> QPoint:
    px, py = pane.stage.canvas.scene.view.to_screen(x, y)
    return QPoint(round(px), round(py))


def click(pane: MapPane, x: float, y: float) -> None:
    QTest.mouseMove(pane.stage.canvas, at(pane, x, y))
    QTest.mouseClick(pane.stage.canvas, LEFT, NONE, at(pane, x, y))


def press(pane: MapPane, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(pane.stage.canvas, key, modifier)


def free_spot(pane: MapPane, zone: Zone) -> tuple[float, float]:
    """A spot in *zone* that is no device's."""
    canvas = pane.stage.canvas
    box = bounds(zone.outline)
    for n in range(1, 10):
        for m in range(1, 10):
            x, y = box.left + box.width * n / 10, box.top + box.height * m / 10
            px, py = canvas.scene.view.to_screen(x, y)
            nothing = canvas.scene.field.nearest(canvas.scene.view, px, py, canvas.reach + 6) is None
            if inside(zone.outline, x, y) and nothing:
                return x, y
    raise AssertionError("the room is full")


def a_room(pane: MapPane) -> Zone:
    """The largest room with four corners."""
    square = [zone for zone in pane.stage.canvas.scene.zones if len(zone.outline) == 4]
    return max(square, key=lambda zone: bounds(zone.outline).width * bounds(zone.outline).height)


def test_a_click_on_empty_ground_selects_the_room_and_a_click_on_a_device_selects_that_again(pane, board, mirror):
    room = a_room(pane)
    click(pane, *free_spot(pane, room))
    assert board.selection == Selection(zones=(room.id,))
    assert pane.zoning.sketch.isVisible()
    number = 0
    field = pane.stage.canvas.scene.field
    click(pane, float(field.x[number]), float(field.y[number]))
    assert (board.selection.zone, len(board.selection.devices)) == (None, 1)


def test_keys_go_from_room_to_room_and_escape_selects_none(pane, board):
    ids = [zone.id for zone in pane.stage.canvas.scene.zones]
    pane.zoning.go_to(1)
    pane.zoning.go_to(1)
    assert board.selection.zone == ids[1]
    pane.zoning.go_to(-1)
    pane.zoning.go_to(-1)
    assert board.selection.zone == ids[-1]
    press(pane, Qt.Key.Key_Escape)
    assert board.selection.empty


def test_a_room_selected_elsewhere_brings_up_its_floor(pane, board):
    index = pane.stage.canvas.scene.picture.index
    other = next(zones[0] for floor, zones in index.zones.items() if floor != pane.floor and zones)
    board.choose(Selection(zones=(other.id,)))
    assert pane.floor == other.floor
    assert pane.zoning.shaping.zone == other


def test_a_zone_is_drawn_by_clicks_that_snap_and_closed_by_enter(pane, qtbot):
    pane.edit(on=True)
    pane.zoning.act("draw")
    for spot in ((3.02, 2.98), (7.01, 3.03), (7.03, 6.02), (3.0, 6.0)):
        click(pane, *spot)
    press(pane, Qt.Key.Key_Backspace)
    assert len(pane.zoning.drawing.corners) == 3
    click(pane, 3.0, 6.0)
    with qtbot.waitSignal(pane.zoning.details_wanted) as asked:
        press(pane, Qt.Key.Key_Return)
    zone = asked.args[0]
    assert (zone.id, zone.floor, len(zone.outline)) == ("", pane.floor, 4)
    assert zone.outline == pane.zoning.drawing.corners


def test_an_outline_that_crosses_itself_is_told_and_stays_to_be_mended(pane, qtbot):
    pane.edit(on=True)
    pane.zoning.act("draw")
    for spot in ((3, 3), (7, 6), (7, 3), (3, 6)):
        click(pane, *spot)
    with qtbot.assertNotEmitted(pane.zoning.details_wanted):
        press(pane, Qt.Key.Key_Return)
    assert "crosses itself" in pane.zoning.bar.text
    press(pane, Qt.Key.Key_Escape)
    assert not pane.zoning.drawing.on
    assert pane.editing


def test_a_zone_is_drawn_by_key_alone(pane, qtbot):
    pane.edit(on=True)
    pane.zoning.act("draw")
    way = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left)
    press(pane, Qt.Key.Key_Up)
    press(pane, Qt.Key.Key_Space)
    for key in way:
        for _ in range(2):
            press(pane, key, Qt.KeyboardModifier.ShiftModifier)
        press(pane, Qt.Key.Key_Space)
    with qtbot.waitSignal(pane.zoning.details_wanted) as asked:
        press(pane, Qt.Key.Key_Return)
    box = bounds(asked.args[0].outline)
    assert (box.width, box.height) == (pytest.approx(2.0), pytest.approx(2.0))


def test_a_corner_that_is_dragged_is_saved_when_it_is_let_go(pane, board, qtbot):
    pane.edit(on=True)
    room = a_room(pane)
    board.choose(Selection(zones=(room.id,)))
    x, y = room.outline[0]
    canvas = pane.stage.canvas
    QTest.mousePress(canvas, LEFT, NONE, at(pane, x, y))
    target = at(pane, x + 1.2, y + 0.9)
    qtbot.mouseMove(canvas, target)
    pane.zoning.work.moved(target.x(), target.y(), held=True, free=False)
    with qtbot.waitSignal(pane.zoning.change_wanted) as asked:
        QTest.mouseRelease(canvas, LEFT, NONE, target)
    (changed,) = asked.args[0].zones
    assert changed.outline[1:] == room.outline[1:]
    assert changed.outline[0] == pytest.approx((x + 1.2, y + 0.9), abs=0.5)


def test_arrows_move_the_corner_that_tab_chose_along_the_grid_and_save_when_the_key_comes_up(pane, board, qtbot):
    pane.edit(on=True)
    room = a_room(pane)
    board.choose(Selection(zones=(room.id,)))
    press(pane, Qt.Key.Key_Tab)
    press(pane, Qt.Key.Key_Tab)
    x, y = room.outline[1]
    assert "corner 2" in pane.zoning.bar.text
    with qtbot.waitSignal(pane.zoning.change_wanted) as asked:
        press(pane, Qt.Key.Key_Left)
    assert asked.args[0].zones[0].outline[1] == pytest.approx((x - GRID, y))


def test_corners_are_added_and_removed_by_key_and_a_whole_zone_by_delete(pane, board, qtbot):
    pane.edit(on=True)
    room = a_room(pane)
    board.choose(Selection(zones=(room.id,)))
    press(pane, Qt.Key.Key_Tab)
    with qtbot.waitSignal(pane.zoning.change_wanted) as asked:
        press(pane, Qt.Key.Key_Insert)
    assert len(asked.args[0].zones[0].outline) == 5
    with qtbot.assertNotEmitted(pane.zoning.change_wanted):
        press(pane, Qt.Key.Key_Delete)
    assert pane.zoning.shaping.outline.corners == room.outline
    with qtbot.waitSignal(pane.zoning.change_wanted) as asked:
        press(pane, Qt.Key.Key_Delete)
    assert asked.args[0] == ChangeZones(removed=(room.id,))


def test_selected_devices_are_placed_in_a_row(pane, board, qtbot):
    pane.edit(on=True)
    devices = tuple(pane.stage.canvas.scene.field.ids[:3])
    board.choose(Selection(devices))
    pane.zoning.act("row")
    click(pane, 3, 3)
    qtbot.mouseMove(pane.stage.canvas, at(pane, 9, 3))
    click(pane, 9, 3)
    with qtbot.waitSignal(pane.place_wanted) as asked:
        press(pane, Qt.Key.Key_Return)
    places = asked.args[0].places
    assert [device for device, _ in places] == list(devices)
    assert [place.y for _, place in places] == [places[0][1].y] * 3
    assert places[1][1].x - places[0][1].x == pytest.approx(places[2][1].x - places[1][1].x, abs=GRID)


def test_selected_devices_are_spread_over_a_room(pane, board, qtbot):
    pane.edit(on=True)
    room = a_room(pane)
    devices = tuple(pane.stage.canvas.scene.field.ids[:4])
    board.choose(Selection(devices))
    pane.zoning.act("room")
    with qtbot.waitSignal(pane.place_wanted) as asked:
        click(pane, *free_spot(pane, room))
    places = asked.args[0].places
    assert {place.zone for _, place in places} == {room.id}
    assert len({(place.x, place.y) for _, place in places}) == 4


def test_with_every_device_in_its_place_and_none_selected_there_is_nothing_to_place_in_bulk(pane):
    pane.edit(on=True)
    pane.zoning.act("row")
    assert not pane.zoning.drawing.on
    assert pane.zoning.bar.text.startswith("Every device has its place")


def test_a_change_by_another_hand_is_taken_up(pane, board, mirror):
    pane.edit(on=True)
    room = a_room(pane)
    board.choose(Selection(zones=(room.id,)))
    book = mirror.book
    renamed = replace(room, name="Atelier")
    zones = tuple(renamed if zone.id == room.id else zone for zone in book.site.zones)
    pane.take(mirror.show_book(replace(book, site=replace(book.site, zones=zones))))
    assert pane.zoning.shaping.zone == renamed
    assert pane.zoning.bar.text.startswith("Atelier")
