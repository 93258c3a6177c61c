"""Floor plans of the map: the dialog that imports one, and the pictures that it shows."""

import asyncio

from heyzack_console.composition.panes.ground import Desktop
from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.map.floor_pictures import Key, decoded
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.plan_import_dialog import PlanGround, PlanImportDialog
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.plans import FloorPictureBytes


class PlanDesk:
    """Opens the import and fetches pictures for *pane*."""

    def __init__(self, desktop: Desktop, pane: MapPane) -> None:
        self._desktop = desktop
        self._pane = pane
        pane.import_wanted.connect(lambda: desktop.bridge.start(self._import(), "floor plan"))
        pane.pictures.wanted.connect(self._fetch)

    async def _import(self) -> None:
        desktop = self._desktop
        book = desktop.mirror.book
        floors, zones = (book.site.floors, book.site.zones) if book is not None else ((), ())
        done = desktop.undo_at(self._pane)
        ground = PlanGround(desktop.port, desktop.bridge, desktop.theme, floors, zones, done)
        await answered(PlanImportDialog(ground, self._pane.window()), desktop.theme)

    def _fetch(self, key: Key) -> None:
        self._desktop.bridge.start(self._fetched(key), "picture of a floor", self._missing)

    async def _fetched(self, key: Key) -> None:
        digest, ground = key
        data = await self._desktop.port.ask(FloorPictureBytes(digest))
        self._pane.pictures.take(key, await asyncio.to_thread(decoded, data, ground))

    def _missing(self, error: ConsoleError) -> None:
        self._pane.undo_line.offer(error.text)
