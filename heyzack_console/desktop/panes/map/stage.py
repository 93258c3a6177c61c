"""The canvas with what floats over it: floors, zoom, legend."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.floor_switch import FloorSwitch
from heyzack_console.desktop.panes.map.legend_bar import LegendBar
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.zoom_pad import ZoomPad
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.map.view import Margins

EDGE = 14
LEFT_WIDE, LEFT_NARROW = 40, 26
ZOOM_STEP = 1.25
SCALE_ROOM = 210
"""Pixels at the lower left that the legend leaves to the scale."""


class MapStage(QWidget):
    """Arranges the canvas and its instruments, and lets the instruments act on it."""

    given_up = Signal()
    """Esc was pressed while editing, with nothing left to let go of."""

    def __init__(self, theme: Theme, markers: Markers, scene: MapScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = scene
        self.canvas = MapCanvas(theme, markers, scene, self)
        self.floors = FloorSwitch(theme, markers, self)
        self.zoom = ZoomPad(theme, self)
        self.legend = LegendBar(theme, markers, self)
        self.zoom.wanted.connect(self.act)
        theme.changed.connect(self.arrange)

    def act(self, wanted: str) -> None:
        """Carry out ``zoom_in``, ``zoom_out`` or ``fit``."""
        if wanted == "fit":
            self.canvas.fit()
        else:
            self.canvas.zoom(ZOOM_STEP if wanted == "zoom_in" else 1 / ZOOM_STEP)

    def show_state(self) -> None:
        """Show the scene's floors and legend."""
        scene = self._scene
        floor = scene.floor.id if scene.floor else None
        self.floors.show_badges(scene.picture.badges(), floor)
        self.legend.show_rows(scene.picture.legend(floor, scene.layer), scene.category)
        self.arrange()

    def arrange(self) -> None:
        """Put everything where it belongs in the present size."""
        width, height = self.width(), self.height()
        self.canvas.setGeometry(0, 0, width, height)
        pad = self.zoom.sizeHint()
        column = max(self.floors.sizeHint().width(), pad.width())
        left = width - EDGE - column
        room = height - 2 * EDGE - pad.height() - EDGE
        self.floors.setGeometry(left, EDGE, column, self.floors.height_for(room))
        legend = self.legend.size_for(left - EDGE - SCALE_ROOM)
        foot = legend.height() + 8
        self.zoom.setGeometry(left, height - EDGE - pad.height() - legend.height() // 2, column, pad.height())
        self.legend.setGeometry(left - EDGE - legend.width(), height - foot + 2, legend.width(), legend.height())
        wide = width >= 1000
        side, below = (LEFT_WIDE, EDGE) if wide else (LEFT_NARROW, 4)
        margins = Margins(side, EDGE + 4, column + 2 * EDGE + 4, foot + below)
        if margins != self.canvas.margins:
            self.canvas.keep_free(margins)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.canvas.overlay.editing:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
        super().resizeEvent(event)
