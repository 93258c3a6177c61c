"""Exports a clip of the past: a folder of pictures and one page that plays them."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_folder
from heyzack_console.desktop.icon_button import IconButton
from heyzack_console.desktop.panes.map.clip_camera import ClipCamera
from heyzack_console.desktop.panes.map.clip_dialog import asked_clip
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.progress_panel import ProgressPanel
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError, InvalidInput
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.time_travel import PictureAt
from heyzack_console.presentation.map.clip import (
    Clip,
    Frame,
    caption,
    folder_name,
    page,
    picture_name,
    usual_clip,
)

PAGE = "clip.html"


class ClipDesk:
    """Takes one picture after the other while the map stays usable; cancelled, what was written stays."""

    def __init__(self, port: EnginePort, bridge: Bridge, pane: MapPane, theme: Theme, markers: Markers) -> None:
        self._port = port
        self._bridge = bridge
        self._pane = pane
        self._theme = theme
        self._markers = markers
        self._stopped = False
        self._busy = False
        self.progress = ProgressPanel(theme)
        self.button = IconButton(theme, "clip", "Export a clip: pictures of a stretch of time")
        self.button.clicked.connect(self.ask)
        pane.time.bar.add_tool(self.button)
        pane.time.bar.add_below(self.progress)

    def ask(self) -> None:
        """Ask which clip, and export it; one at a time."""
        if not self._busy:
            self._bridge.start(self._ask(), "clip", self._refused)

    async def export(self, clip: Clip, parent: Path) -> None:
        """Write *clip* into a new folder below *parent*.

        Raises:
            InvalidInput: a file could not be written; those before it stay.
        """
        time, scene, canvas = self._pane.time, self._pane.stage.canvas.scene, self._pane.stage.canvas
        zone, book = time.times.zone(), scene.mirror.book
        site, floor = book.site.name if book else "", scene.floor.name if scene.floor else ""
        camera = ClipCamera(self._theme, self._markers, scene, (canvas.width(), canvas.height()))
        frames: list[Frame] = []
        self._busy, self._stopped = True, False
        time.show()
        self.progress.begin(f"Clip of {clip.count} pictures", self._stop)
        try:
            folder = await asyncio.to_thread(_made, parent / folder_name(clip, zone))
            for number, at in enumerate(clip.moments, 1):
                words = caption(at, zone, site, floor)
                frames.append(Frame(camera.take(await self._port.ask(PictureAt(at)), words), words))
                await asyncio.to_thread(_write, folder / picture_name(number, at, zone), frames[-1].png)
                self.progress.advance(number, clip.count)
                if self._stopped:
                    break
            await asyncio.to_thread(_write_page, folder / PAGE, f"{site} · {floor}", frames)
        finally:
            self._busy = False
            camera.put_away()
            self.progress.end()
        stopped = (
            f"Stopped after {len(frames)} of {clip.count} pictures" if self._stopped else f"{len(frames)} pictures"
        )
        self._pane.undo_line.offer(f"{stopped}, and {PAGE} to play them, are in {folder.name}.")

    async def _ask(self) -> None:
        time = self._pane.time
        now, zone = time.times.now().replace(microsecond=0), time.times.zone()
        begins = time.journey.begins or time.journey.start
        usual = usual_clip(time.journey.moment.replace(microsecond=0), begins, now)
        clip = await asked_clip(self._theme, usual, now, zone, self._pane)
        if clip is None:
            return
        parent = await chosen_folder(self._theme, "Folder for the clip", self._pane)
        if parent is not None:
            await self.export(clip, parent)

    def _stop(self) -> None:
        self._stopped = True

    def _refused(self, error: ConsoleError) -> None:
        self._pane.undo_line.offer(error.text)


def _made(folder: Path) -> Path:
    """Make *folder*, or one beside it where it is there already."""
    try:
        for number in range(1, 1000):
            wanted = folder if number == 1 else folder.with_name(f"{folder.name}_{number}")
            if not wanted.exists():
                wanted.mkdir(parents=True)
                return wanted
    except OSError as error:
        raise InvalidInput(f"{folder.parent} cannot be written: {error.strerror}. Choose another folder.") from error
    raise InvalidInput(f"{folder.parent} holds this clip a thousand times. Choose another folder.")


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InvalidInput(
            f"{path.name} cannot be written: {error.strerror}. The pictures before it are in {path.parent}."
        ) from error


def _write_page(path: Path, title: str, frames: Sequence[Frame]) -> None:
    _write(path, page(title, frames).encode())
