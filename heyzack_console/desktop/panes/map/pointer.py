"""The mouse on the map: pan, select, rubber band, and moving devices while editing."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from heyzack_console.desktop.panes.map.overlay_painter import Ghost, Overlay
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.placing import PlaceRequest, moved_by
from heyzack_console.presentation.map.view import View

START = 4
"""Pixels that the pointer has to go before a press becomes a drag."""


class DrawingHand(QObject):
    """Tells what the hand does that is not the canvas's own: lines of supply are drawn, a replay is wanted."""

    drawn_at = Signal(object, float, float)
    """Carries the device under the pointer or None, and the spot on the plan in metres."""
    ended = Signal()
    """Esc was pressed."""
    play_wanted = Signal()
    """Space was pressed: a replay shall begin or halt."""


class Surface(Protocol):
    """What the hands on the map need of the widget."""

    scene: MapScene
    overlay: Overlay
    hand: DrawingHand

    @property
    def reach(self) -> float:
        """How near the pointer has to come to a device's middle to touch it, in pixels."""

    def look(self, view: View, *, settle: bool = True) -> None:
        """Take *view*."""

    def fit(self) -> None:
        """Show the whole floor."""

    def reveal(self, device: DeviceId) -> None:
        """Bring *device* into sight."""

    def select(self, devices: tuple[DeviceId, ...]) -> None:
        """Select *devices*."""

    def request(self, wanted: PlaceRequest) -> None:
        """Ask that devices be placed."""

    def open_details(self, device: DeviceId) -> None:
        """Ask for the details of *device*."""

    def update(self) -> None:
        """Paint the overlay anew."""

    def setCursor(self, shape: Qt.CursorShape, /) -> None:
        """Show the pointer as *shape*."""


class MapPointer:
    """Turns presses and moves into what they mean; only the left button acts."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._from: QPointF | None = None
        self._last = QPointF()
        self._grabbed: tuple[Device, ...] = ()
        self._banding = False
        self._dragging = False

    def device_at(self, spot: QPoint | QPointF) -> DeviceId | None:
        """Return the device under a pixel, found among all devices of the floor."""
        scene = self._surface.scene
        number = scene.field.nearest(scene.view, spot.x(), spot.y(), self._surface.reach)
        return None if number is None else scene.field.ids[number]

    def take(self, event: QMouseEvent) -> bool:
        """Act on *event*; tell whether it was one for the map."""
        kind = event.type()
        if kind is QEvent.Type.MouseMove:
            self._move(event)
            return True
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if kind is QEvent.Type.MouseButtonPress:
            self._press(event)
        elif kind is QEvent.Type.MouseButtonRelease:
            self._release(event)
        elif kind is QEvent.Type.MouseButtonDblClick:
            self._double(event)
        return False  # Qt still gives the keyboard to what was pressed

    def cancel(self) -> bool:
        """Give up the drag that is going on; tell whether there was one."""
        was = self._dragging
        self._from, self._dragging = None, False
        self._let_go()
        return was

    def _press(self, event: QMouseEvent) -> None:
        self._from = self._last = event.position()
        self._dragging = False
        scene = self._surface.scene
        device = self.device_at(event.position())
        self._banding = device is None and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if device is None or not self._surface.overlay.editing:
            self._grabbed = ()
            return
        if device not in scene.selected:
            self._surface.select((device,))
        found = (scene.picture.device(chosen) for chosen in scene.selected)
        self._grabbed = tuple(d for d in found if d is not None and scene.number(d.id) is not None)

    def _move(self, event: QMouseEvent) -> None:
        spot = event.position()
        if self._from is None:
            over = self.device_at(spot) is not None
            self._surface.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        if not self._dragging and (spot - self._from).manhattanLength() < START:
            return
        self._dragging = True
        if self._grabbed:
            self._show_ghosts(spot)
        elif self._banding:
            self._surface.overlay.rubber = _box(self._from, spot)
            self._surface.update()
        else:
            self._surface.setCursor(Qt.CursorShape.ClosedHandCursor)
            step = spot - self._last
            self._surface.look(self._surface.scene.view.moved(step.x(), step.y()))
        self._last = spot

    def _release(self, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        if start is None:
            return
        if not self._dragging:
            self._click(event)
        elif self._grabbed:
            scene = self._surface.scene
            step = (event.position() - start) / scene.view.scale
            if scene.floor is not None:
                self._surface.request(moved_by(scene.picture.index, scene.floor, self._grabbed, step.x(), step.y()))
        elif self._banding:
            self._catch(_box(start, event.position()))
        self._dragging = False
        self._let_go()

    def _click(self, event: QMouseEvent) -> None:
        device = self.device_at(event.position())
        if self._surface.overlay.drawing:
            spot = self._surface.scene.view.to_plan(event.position().x(), event.position().y())
            self._surface.hand.drawn_at.emit(device, *spot)
            return
        chosen = self._surface.scene.selected
        more = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        if device is None:
            if not more:
                self._surface.select(())
        elif more:
            rest = tuple(d for d in chosen if d != device)
            self._surface.select(rest if device in chosen else (*rest, device))
        else:
            self._surface.select((device,))

    def _double(self, event: QMouseEvent) -> None:
        self._from = None
        device = self.device_at(event.position())
        if device is None:
            self._surface.fit()
        else:
            self._surface.open_details(device)

    def _catch(self, box: Box) -> None:
        scene = self._surface.scene
        found = scene.field.within(scene.view, box)
        self._surface.select((*scene.selected, *(d for d in found if d not in scene.selected)))

    def _show_ghosts(self, spot: QPointF) -> None:
        scene = self._surface.scene
        if self._from is None or scene.floor is None:
            return
        step = (spot - self._from) / scene.view.scale
        request = moved_by(scene.picture.index, scene.floor, self._grabbed, step.x(), step.y())
        self._surface.overlay.ghosts = ghosts_of(scene, request)
        self._surface.update()

    def _let_go(self) -> None:
        self._grabbed, self._banding = (), False
        self._surface.overlay.ghosts = ()
        self._surface.overlay.rubber = None
        self._surface.setCursor(Qt.CursorShape.ArrowCursor)
        self._surface.update()


def ghosts_of(scene: MapScene, request: PlaceRequest) -> Sequence[Ghost]:
    """Return the ghosts of the devices of *request* that are on this floor, where they would land."""
    found = []
    for device, place in request.places:
        number = scene.number(device)
        if number is not None and place is not None:
            found.append(Ghost(int(scene.field.chip[number]), place.x, place.y))
    return tuple(found)


def _box(one: QPointF, other: QPointF) -> Box:
    left, top = min(one.x(), other.x()), min(one.y(), other.y())
    return Box(left, top, abs(one.x() - other.x()), abs(one.y() - other.y()))
