"""What mouse and keyboard mean for zones; whatever means nothing here goes on to the map."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.keys import ARROWS, FAR, OPENERS
from heyzack_console.desktop.panes.map.pointer import START

MORE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class ZoneWork(Protocol):
    """What the hand asks for; each answers whether it meant something. Spots in pixels."""

    def pressed(self, px: float, py: float) -> bool:
        """The left button went down."""

    def moved(self, px: float, py: float, *, held: bool, free: bool) -> bool:
        """The pointer went on."""

    def released(self) -> bool:
        """The left button came up."""

    def picked(self, px: float, py: float) -> None:
        """Somebody clicked ground that is no device."""

    def finish(self) -> bool:
        """Enter or a double click."""

    def go_back(self) -> bool:
        """Esc."""

    def erase(self, *, last: bool) -> bool:
        """Backspace (*last*) or Delete."""

    def insert(self) -> bool:
        """Insert, or Space."""

    def step(self, dx: int, dy: int) -> bool:
        """An arrow, in steps of the grid."""

    def cycle(self, step: int) -> bool:
        """Tab, or Shift+Tab."""

    def settle(self) -> bool:
        """An arrow came up."""


class ZoneHand(QObject):
    """Looks at what comes to the canvas before the canvas does."""

    def __init__(self, canvas: MapCanvas, work: ZoneWork) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._work = work
        self._from: QPointF | None = None
        canvas.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._canvas:
            return self._mouse(event)
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat() and event.key() in ARROWS:
                return self._work.settle()
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, spot = event.type(), event.position()
        if kind is QEvent.Type.MouseMove:
            held = bool(event.buttons() & LEFT)
            free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            return self._work.moved(spot.x(), spot.y(), held=held, free=free)
        if event.button() is not LEFT:
            return False
        if kind is QEvent.Type.MouseButtonDblClick:
            return self._work.finish() if self._work.released() else False
        if kind is QEvent.Type.MouseButtonPress:
            self._from = spot
            return self._work.pressed(spot.x(), spot.y())
        return self._release(event)

    def _release(self, event: QMouseEvent) -> bool:
        start, self._from = self._from, None
        if self._work.released():
            return True
        spot = event.position()
        still = start is not None and (spot - start).manhattanLength() < START
        if still and not event.modifiers() & MORE and not self._canvas.overlay.drawing:
            self._work.picked(spot.x(), spot.y())
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in ARROWS and not modifiers & Qt.KeyboardModifier.ControlModifier:
            steps = FAR if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            return self._work.step(ARROWS[key][0] * steps, ARROWS[key][1] * steps)
        if key in OPENERS:
            return self._work.finish()
        if key is Qt.Key.Key_Escape:
            return self._work.go_back()
        if key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            return self._work.erase(last=key is Qt.Key.Key_Backspace)
        if key in {Qt.Key.Key_Insert, Qt.Key.Key_Space}:
            return self._work.insert()
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return self._work.cycle(1 if key is Qt.Key.Key_Tab else -1)
        return False
