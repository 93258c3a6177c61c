"""Zones and floors of the map: dialogs, what they ask of the engine, and the way back."""

from heyzack_console.composition.panes.ground import Desktop
from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.map.copy_zones_dialog import asked_copy
from heyzack_console.desktop.panes.map.floors_dialog import FloorsDialog
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.zone_dialog import asked_details
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.sites import Zone
from heyzack_console.ports.engine.zones import ChangeZones


class ZoneDesk:
    """Listens to the zones of *pane*; what happened is said at the pane's foot."""

    def __init__(self, desktop: Desktop, pane: MapPane) -> None:
        self._desktop = desktop
        self._pane = pane
        start, zoning = desktop.bridge.start, pane.zoning
        zoning.change_wanted.connect(lambda wanted: start(self._write(wanted), "change zones", self._refused))
        zoning.details_wanted.connect(lambda zone: start(self._ask(zone), "details of a zone", self._refused))
        zoning.copy_wanted.connect(lambda zone: start(self._copy(zone), "copy zones", self._refused))
        zoning.floors_wanted.connect(lambda: start(self._floors(), "floors"))

    async def _write(self, wanted: ChangeZones) -> None:
        await self._change(wanted)

    async def _change(self, wanted: ChangeZones) -> str:
        receipt = await self._desktop.port.do(wanted)
        self._desktop.undo_at(self._pane)(receipt, receipt.text)
        return receipt.made

    async def _ask(self, zone: Zone) -> None:
        book = self._desktop.mirror.book
        others = [other for other in book.site.zones if other.floor == zone.floor] if book is not None else []
        wanted = await asked_details(self._desktop.theme, zone, others, self._pane.window())
        if wanted is not None and wanted != zone:
            made = await self._change(ChangeZones((wanted,)))
            if made:
                self._pane.zoning.done(made)
        self._pane.stage.canvas.setFocus()

    async def _copy(self, zone: ZoneId | None) -> None:
        book, floor = self._desktop.mirror.book, self._pane.floor
        source = next((one for one in book.site.floors if one.id == floor), None) if book is not None else None
        if book is None or source is None:
            return
        others = [one for one in book.site.floors if one.id != source.id]
        wanted = await asked_copy(self._desktop.theme, source, zone, others, self._pane.window())
        if wanted is not None:
            receipt = await self._desktop.port.do(wanted)
            self._desktop.undo_at(self._pane)(receipt, receipt.text)

    async def _floors(self) -> None:
        desktop, book = self._desktop, self._desktop.mirror.book
        floors = book.site.floors if book is not None else ()
        dialog = FloorsDialog(desktop.theme, desktop.port, desktop.bridge, floors, self._pane.window())
        done = []
        dialog.accepted.connect(lambda: done.append(dialog.receipt))
        await answered(dialog, desktop.theme)
        for receipt in done:
            if receipt is not None:
                desktop.undo_at(self._pane)(receipt, receipt.text)

    def _refused(self, error: ConsoleError) -> None:
        self._pane.zoning.renew()
        self._pane.undo_line.offer(error.text)
