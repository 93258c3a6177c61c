"""The keyboard on the map: from device to device, about the plan, and, while editing, a device along the grid."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from heyzack_console.desktop.panes.map.pointer import MapPointer, Surface
from heyzack_console.presentation.map.placing import GRID, PlaceRequest, moved_by

STEP = 60
"""Pixels that one press of an arrow pushes the plan."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
OPENERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
FAR = 4
"""Grid steps that Shift makes of one."""


class MapKeys:
    """Acts on keys that are no shortcuts: arrows, Enter, Space, Esc, Delete."""

    def __init__(self, surface: Surface, pointer: MapPointer) -> None:
        self._surface = surface
        self._pointer = pointer

    def take(self, event: QKeyEvent) -> bool:
        """Act on *event*; tell whether the key meant something here."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            return self._arrow(ARROWS[key], event.modifiers())
        scene = self._surface.scene
        if key in OPENERS and scene.selected:
            if self._surface.overlay.drawing:
                self._surface.hand.drawn_at.emit(scene.selected[0], 0.0, 0.0)
                return True
            self._surface.open_details(scene.selected[0])
            return True
        if key is Qt.Key.Key_Escape:
            return self._escape()
        if key is Qt.Key.Key_Space and not event.isAutoRepeat():
            self._surface.hand.play_wanted.emit()
            return True
        if key is Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._surface.select(tuple(scene.field.ids))
            return True
        if key is Qt.Key.Key_Delete and self._surface.overlay.editing and scene.selected:
            here = tuple((device, None) for device in scene.selected if scene.number(device) is not None)
            self._surface.request(PlaceRequest(here))
            return True
        return False

    def _arrow(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> bool:
        scene = self._surface.scene
        number = scene.number(scene.selected[0]) if scene.selected else None
        if modifiers & Qt.KeyboardModifier.ControlModifier or number is None:
            self._surface.look(scene.view.moved(-way[0] * STEP, -way[1] * STEP))
        elif self._surface.overlay.editing:
            self._nudge(way, FAR if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            self._go(number, way, extend=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _go(self, number: int, way: tuple[int, int], *, extend: bool) -> None:
        scene = self._surface.scene
        following = scene.field.neighbour(number, *way)
        if following is None:
            return
        device = scene.field.ids[following]
        kept = tuple(d for d in scene.selected if d != device) if extend else ()
        self._surface.select((device, *kept))
        self._surface.reveal(device)

    def _nudge(self, way: tuple[int, int], steps: int) -> None:
        scene = self._surface.scene
        if scene.floor is None:
            return
        found = (scene.picture.device(d) for d in scene.selected if scene.number(d) is not None)
        devices = [d for d in found if d is not None]
        dx, dy = way[0] * GRID * steps, way[1] * GRID * steps
        self._surface.request(moved_by(scene.picture.index, scene.floor, devices, dx, dy))

    def _escape(self) -> bool:
        if self._pointer.cancel():
            return True
        if self._surface.overlay.drawing:
            self._surface.hand.ended.emit()
            return True
        if self._surface.scene.selected:
            self._surface.select(())
            return True
        return False
