"""Lets the map catch up with a storm of values, portion by portion."""

from PySide6.QtCore import QObject, QTimer, Signal

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.scene import MapScene

BETWEEN_MS = 4
"""Between two portions; input and other panes have their turn there."""


class CatchUp(QObject):
    """Shows what the scene lags behind with; at rest while it does not."""

    done = Signal()
    """The last values of a storm are shown."""

    def __init__(self, scene: MapScene, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._scene = scene
        self._canvas = canvas
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BETWEEN_MS)
        self._timer.timeout.connect(self._show_next)

    def begin(self) -> None:
        """Begin, if there is anything to catch up with and this has not begun."""
        if self._scene.behind and not self._timer.isActive():
            self._timer.start()

    def _show_next(self) -> None:
        self._canvas.show_changes(self._scene.catch_up())
        if self._scene.behind:
            self._timer.start()
        else:
            self.done.emit()
