"""Mouse and keyboard on the map."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.map.placing import PlaceRequest
from heyzack_console.presentation.mirror import Mirror
from tests.desktop.panes.map.conftest import LEFT
from tests.support.map_site import first_of

Spot = Callable[[DeviceId], QPointF]
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def drag(qtbot: QtBot, canvas: MapCanvas, start: QPointF, end: QPointF, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.mousePress(canvas, LEFT, modifier, start.toPoint())
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(canvas, (start + (end - start) * share).toPoint())
    qtbot.mouseRelease(canvas, LEFT, modifier, end.toPoint())


def empty_spot(canvas: MapCanvas) -> QPointF:
    return QPointF(3, 3)


def test_a_click_selects_the_device_under_the_pointer(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror, spot: Spot):
    lamp = first_of(mirror, Category.LIGHT).id
    with qtbot.waitSignal(canvas.selected) as heard:
        qtbot.mouseClick(canvas, LEFT, pos=spot(lamp).toPoint())
    assert heard.args == [(lamp,)]


def test_a_click_with_shift_adds_and_takes_away(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror, spot: Spot):
    lamp, gateway = first_of(mirror, Category.LIGHT).id, first_of(mirror, Category.GATEWAY).id
    canvas.select((lamp,))
    qtbot.mouseClick(canvas, LEFT, SHIFT, spot(gateway).toPoint())
    assert canvas.scene.selected == (lamp, gateway)
    qtbot.mouseClick(canvas, LEFT, SHIFT, spot(lamp).toPoint())
    assert canvas.scene.selected == (gateway,)


def test_a_click_beside_everything_selects_nothing(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror):
    canvas.select((first_of(mirror, Category.LIGHT).id,))
    qtbot.mouseClick(canvas, LEFT, pos=empty_spot(canvas).toPoint())
    assert canvas.scene.selected == ()


def test_dragging_pushes_the_plan_and_selects_nothing(qtbot: QtBot, canvas: MapCanvas):
    before = canvas.scene.view
    drag(qtbot, canvas, QPointF(300, 300), QPointF(340, 280))
    after = canvas.scene.view
    assert (after.left - before.left, after.top - before.top) == (40, -20)
    assert canvas.scene.selected == ()


def test_a_band_drawn_with_shift_selects_all_in_it(qtbot: QtBot, canvas: MapCanvas):
    drag(qtbot, canvas, QPointF(2, 2), QPointF(canvas.width() - 2, canvas.height() - 2), SHIFT)
    assert set(canvas.scene.selected) == set(canvas.scene.field.ids)
    assert canvas.overlay.rubber is None


def test_the_wheel_zooms_at_the_pointer(canvas: MapCanvas):
    spot = QPointF(420, 210)
    before = canvas.scene.view.to_plan(spot.x(), spot.y())
    turn = QWheelEvent(
        spot, canvas.mapToGlobal(spot), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    scale = canvas.scene.view.scale
    QApplication.sendEvent(canvas, turn)
    assert canvas.scene.view.scale > scale
    assert canvas.scene.view.to_plan(spot.x(), spot.y()) == pytest.approx(before)


def test_a_double_click_beside_everything_shows_the_whole_floor_again(qtbot: QtBot, canvas: MapCanvas):
    whole = canvas.scene.view
    canvas.zoom(3)
    qtbot.mouseDClick(canvas, LEFT, pos=QPoint(3, 3))
    assert canvas.scene.view == whole


def test_a_double_click_on_a_device_opens_its_details(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror, spot: Spot):
    lamp = first_of(mirror, Category.LIGHT).id
    with qtbot.waitSignal(canvas.opened) as heard:
        qtbot.mouseDClick(canvas, LEFT, pos=spot(lamp).toPoint())
    assert heard.args == [lamp]


def test_a_whole_floor_stays_whole_when_the_window_changes(canvas: MapCanvas):
    canvas.resize(700, 500)
    view, floor = canvas.scene.view, canvas.scene.floor
    assert floor is not None
    assert view.to_screen(floor.width, 0)[0] <= 701


def test_an_arrow_goes_to_the_next_device_in_its_direction(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror):
    start = first_of(mirror, Category.GATEWAY).id
    canvas.select((start,))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    field = canvas.scene.field
    here, there = canvas.scene.number(start), canvas.scene.number(canvas.scene.selected[0])
    assert here is not None
    assert there is not None
    assert field.x[there] > field.x[here]
    assert len(canvas.scene.selected) == 1


def test_shift_and_arrow_keep_what_was_selected(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror):
    start = first_of(mirror, Category.GATEWAY).id
    canvas.select((start,))
    qtbot.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert len(canvas.scene.selected) == 2
    assert start in canvas.scene.selected


def test_without_a_selection_arrows_push_the_plan(qtbot: QtBot, canvas: MapCanvas):
    left = canvas.scene.view.left
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.scene.view.left < left


def test_a_selection_out_of_sight_is_brought_into_sight(canvas: MapCanvas, mirror: Mirror):
    lamp = first_of(mirror, Category.LIGHT).id
    canvas.look(canvas.scene.view.moved(5000, 0))
    canvas.reveal(lamp)
    number = canvas.scene.number(lamp)
    px, py = canvas.scene.view.to_screen(canvas.scene.field.x[number], canvas.scene.field.y[number])
    assert canvas.rect().contains(round(px), round(py))


def test_enter_opens_and_escape_lets_go(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror):
    lamp = first_of(mirror, Category.LIGHT).id
    canvas.select((lamp,))
    with qtbot.waitSignal(canvas.opened) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert heard.args == [lamp]
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.scene.selected == ()


def test_ctrl_a_selects_the_whole_floor(qtbot: QtBot, canvas: MapCanvas):
    qtbot.keyClick(canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(canvas.scene.selected) == len(canvas.scene.field)


def test_outside_edit_mode_no_device_can_be_dragged(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror, spot: Spot):
    start = spot(first_of(mirror, Category.LIGHT).id)
    with qtbot.assertNotEmitted(canvas.place_wanted):
        drag(qtbot, canvas, start, start + QPointF(60, 0))


def test_a_device_dragged_while_editing_asks_for_its_place_on_the_grid(
    qtbot: QtBot, canvas: MapCanvas, mirror: Mirror, spot: Spot
):
    lamp = first_of(mirror, Category.LIGHT)
    canvas.overlay.editing = True
    start = spot(lamp.id)
    with qtbot.waitSignal(canvas.place_wanted) as heard:
        drag(qtbot, canvas, start, start + QPointF(55, -31))
    (request,) = heard.args
    assert isinstance(request, PlaceRequest)
    ((moved, place),) = request.places
    assert moved == lamp.id
    assert lamp.place is not None
    assert place is not None
    assert place.x == pytest.approx(lamp.place.x + 55 / canvas.scene.view.scale, abs=0.2)
    assert (place.x * 4).is_integer()
    assert (place.y * 4).is_integer()
    assert canvas.overlay.ghosts == ()


def test_a_ghost_shows_where_a_dragged_device_would_land(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror, spot: Spot):
    canvas.overlay.editing = True
    start = spot(first_of(mirror, Category.LIGHT).id)
    qtbot.mousePress(canvas, LEFT, pos=start.toPoint())
    qtbot.mouseMove(canvas, (start + QPointF(50, 0)).toPoint())
    (ghost,) = canvas.overlay.ghosts
    assert (ghost.x * 4).is_integer()
    with qtbot.assertNotEmitted(canvas.place_wanted):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
        qtbot.mouseRelease(canvas, LEFT, pos=(start + QPointF(50, 0)).toPoint())
    assert canvas.overlay.ghosts == ()


def test_while_editing_arrows_move_the_selected_device_by_one_step_of_the_grid(
    qtbot: QtBot, canvas: MapCanvas, mirror: Mirror
):
    lamp = first_of(mirror, Category.LIGHT)
    assert lamp.place is not None
    canvas.overlay.editing = True
    canvas.select((lamp.id,))
    with qtbot.waitSignal(canvas.place_wanted) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    place = heard.args[0].places[0][1]
    assert 0 < lamp.place.x - place.x <= 0.375


def test_delete_takes_a_device_off_the_plan_only_while_editing(qtbot: QtBot, canvas: MapCanvas, mirror: Mirror):
    lamp = first_of(mirror, Category.LIGHT)
    canvas.select((lamp.id,))
    with qtbot.assertNotEmitted(canvas.place_wanted):
        qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    canvas.overlay.editing = True
    with qtbot.waitSignal(canvas.place_wanted) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert heard.args[0].places == ((lamp.id, None),)


def test_a_right_click_selects_the_device_and_asks_for_the_menu(
    canvas: MapCanvas, mirror: Mirror, spot: Spot, qtbot: QtBot
):
    lamp = first_of(mirror, Category.LIGHT).id
    where = spot(lamp).toPoint()
    press = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.mapToGlobal(where))
    with qtbot.waitSignal(canvas.menu_wanted):
        QApplication.sendEvent(canvas, press)
    assert canvas.scene.selected == (lamp,)


def test_the_map_is_framed_for_those_who_come_by_key_and_not_for_a_click(qtbot: QtBot, canvas: MapCanvas):
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert canvas.overlay.focused
    canvas.clearFocus()
    assert not canvas.overlay.focused
    qtbot.mouseClick(canvas, LEFT, pos=empty_spot(canvas).toPoint())
    assert not canvas.overlay.focused
