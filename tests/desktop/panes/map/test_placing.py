"""Devices without a place, and what the engine is asked for them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.placing_desk import PlacingDesk
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.errors import ConsoleError, PermissionDenied
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.map.placing import PlaceRequest
from heyzack_console.presentation.mirror import Mirror
from tests.desktop.panes.map.conftest import LEFT, SIZE
from tests.support.engine_port import SmallEngine

ENTRY = EntryRef("e" * 64)


@pytest.fixture
def homeless(mirror: Mirror) -> Device:
    """The last device of the book, taken off the plan."""
    book = mirror.book
    assert book is not None
    device = replace(book.devices[-1], place=None)
    mirror.show_book(replace(book, devices=(*book.devices[:-1], device)))
    return device


@pytest.fixture
def pane(theme: Theme, marks: Markers, mirror: Mirror, homeless: Device, qtbot: QtBot) -> Iterator[MapPane]:
    shown = MapPane(theme, marks, SelectionBoard(), mirror)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.bar)
    shown.resize(*SIZE)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.edit(on=True)
    yield shown
    shown.close()


def listed(pane: MapPane) -> QListWidget:
    found = pane.tray.findChild(QListWidget)
    assert found is not None
    found.setCurrentRow(0)
    return found


def test_the_tray_lists_what_has_no_place(pane: MapPane, homeless: Device):
    assert pane.tray.devices == (homeless.id,)


def test_a_device_dragged_from_the_tray_lands_where_it_is_let_go(qtbot: QtBot, pane: MapPane, homeless: Device):
    items, canvas = listed(pane), pane.stage.canvas
    start = items.visualItemRect(items.item(0)).center()
    target = items.viewport().mapFromGlobal(canvas.mapToGlobal(QPoint(400, 300)))
    qtbot.mousePress(items.viewport(), LEFT, pos=start)
    qtbot.mouseMove(items.viewport(), target)
    (ghost,) = canvas.overlay.ghosts
    with qtbot.waitSignal(pane.place_wanted) as heard:
        qtbot.mouseRelease(items.viewport(), LEFT, pos=target)
    ((device, place),) = heard.args[0].places
    assert device == homeless.id
    assert (place.x, place.y) == (ghost.x, ghost.y)
    assert place.zone is not None
    assert canvas.overlay.ghosts == ()


def test_a_device_let_go_beside_the_plan_stays_in_the_tray(qtbot: QtBot, pane: MapPane):
    items = listed(pane)
    start = items.visualItemRect(items.item(0)).center()
    qtbot.mousePress(items.viewport(), LEFT, pos=start)
    qtbot.mouseMove(items.viewport(), start + QPoint(40, 40))
    with qtbot.assertNotEmitted(pane.place_wanted):
        qtbot.mouseRelease(items.viewport(), LEFT, pos=start + QPoint(40, 40))


def test_enter_puts_a_device_into_the_middle_of_the_view(qtbot: QtBot, pane: MapPane, homeless: Device):
    with qtbot.waitSignal(pane.place_wanted) as heard:
        qtbot.keyClick(listed(pane), Qt.Key.Key_Return)
    ((device, place),) = heard.args[0].places
    assert device == homeless.id
    floor = pane.stage.canvas.scene.floor
    assert floor is not None
    assert abs(place.x - floor.width / 2) < 5


def test_the_tray_empties_when_the_device_has_its_place(pane: MapPane, mirror: Mirror, homeless: Device):
    book = mirror.book
    assert book is not None
    placed = replace(homeless, place=book.devices[0].place)
    pane.take(mirror.show_book(replace(book, devices=(*book.devices[:-1], placed))))
    assert pane.tray.devices == ()


def desk(pane: MapPane, engine: SmallEngine) -> tuple[PlacingDesk, Bridge]:
    unexpected: list[ConsoleError] = []
    bridge = Bridge(unexpected.append, lambda name, error: pytest.fail(f"{name}: {error!r}"))
    return PlacingDesk(engine, bridge, pane), bridge


async def test_a_request_goes_to_the_engine_and_can_be_taken_back(pane: MapPane, homeless: Device):
    engine = SmallEngine()
    engine.answers[PlaceDevices] = lambda _: Receipt(entry=ENTRY, undoable=True, count=1)
    engine.answers[Undo] = lambda _: Receipt(text="Moving taken back")
    _keep, bridge = desk(pane, engine)
    request = PlaceRequest(((homeless.id, None),))
    pane.place_wanted.emit(request)
    await bridge.idle()
    assert engine.done == [request.command]
    assert pane.undo_line.text == f"{homeless.name} taken off the plan"
    pane.undo_line.take_back()
    await bridge.idle()
    assert engine.done[1:] == [Undo(ENTRY)]
    assert pane.undo_line.text == "Moving taken back"
    pane.undo_line.go()


async def test_what_cannot_be_undone_is_only_said(pane: MapPane, homeless: Device):
    engine = SmallEngine()
    engine.answers[PlaceDevices] = lambda _: Receipt(count=1)
    _keep, bridge = desk(pane, engine)
    pane.place_wanted.emit(PlaceRequest(((homeless.id, None),)))
    await bridge.idle()
    assert pane.undo_line.text
    assert not pane.undo_line.offers
    pane.undo_line.go()


async def test_a_refusal_is_said_at_the_foot_and_nothing_is_offered(pane: MapPane, homeless: Device):
    def refuse(_command: PlaceDevices) -> Receipt:
        raise PermissionDenied("An auditor may not move devices. Nothing was changed.")

    engine = SmallEngine()
    engine.answers[PlaceDevices] = refuse
    _keep, bridge = desk(pane, engine)
    pane.place_wanted.emit(PlaceRequest(((homeless.id, None),)))
    await bridge.idle()
    assert pane.undo_line.text == "An auditor may not move devices. Nothing was changed."
    assert not pane.undo_line.offers
    pane.undo_line.go()
