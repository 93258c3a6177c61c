"""Takes pictures of past moments without showing them: the map as it is looked at, with a caption."""

from PySide6.QtCore import QBuffer, QIODevice

from heyzack_console.desktop.panes.map.held_view import HeldView
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.ports.engine.feed import Batch


class ClipCamera:
    """Looks at the floor, layer and part of the plan that *scene* shows when it is made; put it away at last."""

    def __init__(self, theme: Theme, markers: Markers, scene: MapScene, size: tuple[int, int]) -> None:
        self._view = HeldView(theme, markers, scene.pictures)
        held = self._view.scene
        held.floor, held.layer, held.text, held.category = scene.floor, scene.layer, scene.text, scene.category
        held.facts = scene.facts
        self._view.mirror.show_book(scene.mirror.book)
        self._view.resize(size[0], size[1] + theme.size("mode_band"))
        self._view.canvas.look(scene.view, settle=False)

    def take(self, picture: PastPicture, words: str) -> bytes:
        """Return *picture* as a PNG with *words* over it."""
        self._view.mirror.apply(Batch(0, picture.at, True, picture.readings, picture.health, picture.alerts))
        self._view.scene.look_at(self._view.mirror, past=True)
        self._view.band.show_modes((words,))
        self._view.canvas.renew()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._view.grab().save(buffer, "PNG")
        return bytes(buffer.data().data())

    def put_away(self) -> None:
        """No more pictures are wanted."""
        self._view.close()
        self._view.deleteLater()
