"""Puts the map on paper, or into a picture: asks where, and writes it."""

from pathlib import Path

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_place
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.sheet import MapSheet, SheetWords
from heyzack_console.desktop.table_files import write_bytes
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError, InvalidInput
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.site_time import SiteTime

KINDS = "Map on a sheet (*.pdf *.png)"


class SheetDesk:
    """Listens to the map; what became of it is said at the pane's foot."""

    def __init__(self, theme: Theme, bridge: Bridge, pane: MapPane, times: SiteTime) -> None:
        self._theme = theme
        self._bridge = bridge
        self._pane = pane
        self._times = times
        pane.layers.sheet_wanted.connect(self.save)

    def save(self) -> None:
        """Ask for a file and write the sheet."""
        self._bridge.start(self._save(), "map on a sheet", self._refused)

    async def _save(self) -> None:
        scene = self._pane.stage.canvas.scene
        if scene.floor is None:
            raise InvalidInput("There is no floor to print yet.", "floor")
        name = f"{scene.floor.name} {scene.layer.word}.pdf".replace("/", "-")
        window = self._pane.window()
        place = await chosen_place(self._theme, "Print or save the map", name, KINDS, window)
        if place is None:
            return
        await self._write(place, scene)
        self._pane.undo_line.offer(f"The map was saved as {place.name}.")

    async def _write(self, place: Path, scene: MapScene) -> None:
        sheet = MapSheet(self._theme, scene, sheet_words(scene, self._times, self._pane.layers.bar.text))
        await write_bytes(place, sheet.png() if place.suffix.lower() == ".png" else sheet.pdf())

    def _refused(self, error: ConsoleError) -> None:
        self._pane.undo_line.offer(error.text)


def sheet_words(scene: MapScene, times: SiteTime, method: str) -> SheetWords:
    """Return what stands above the plan of *scene*; *method* is what the layer says of itself."""
    book, floor = scene.mirror.book, scene.floor
    place = " · ".join(part for part in (book.site.name if book else "", floor.name if floor else "") if part)
    layer = f"{scene.layer.word}: {scene.facts.quantity.word}" if scene.layer is Layer.HEAT else scene.layer.word
    said = method if scene.layer in {Layer.HEAT, Layer.CHANGED} else ""
    made = scene.now.astimezone(times.zone())
    return SheetWords(place, f"{layer}. {said}".strip(), f"{made:%d %b %Y %H:%M %Z}")
