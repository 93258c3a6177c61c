"""A second map with a band of its own, for a moment that is held beside the map or photographed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from heyzack_console.desktop.mode_band import ModeBand
from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.floor_pictures import FloorPictures
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.mirror import Mirror


class HeldView(QWidget):
    """Holds its own mirror; the pictures under the plans are those of the first map."""

    def __init__(self, theme: Theme, markers: Markers, pictures: FloorPictures) -> None:
        super().__init__()
        self.mirror = Mirror(connected=True)
        self.scene = MapScene(self.mirror)
        self.scene.pictures = pictures
        self.scene.past = True
        self.band = ModeBand(theme)
        self.canvas = MapCanvas(theme, markers, self.scene)
        pictures.came.connect(self.canvas.renew)
        self.canvas.setAccessibleName("Map at the held moment")
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.canvas, 1)
        self.hide()
