"""Carries placed devices to the engine and offers to take it back."""

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.map.placing import PlaceRequest


class PlacingDesk:
    """Listens to the map's requests; what happened is said at the pane's foot."""

    def __init__(self, port: EnginePort, bridge: Bridge, pane: MapPane) -> None:
        self._port = port
        self._bridge = bridge
        self._pane = pane
        pane.place_wanted.connect(self.place)

    def place(self, request: PlaceRequest) -> None:
        """Ask the engine to place what *request* names."""
        self._bridge.start(self._place(request, self._pane.placed_words(request)), "place devices", self._refused)

    async def _place(self, request: PlaceRequest, done: str) -> None:
        receipt = await self._port.do(request.command)
        entry = receipt.entry
        if entry is None or not receipt.undoable:
            self._pane.undo_line.offer(done)
        else:
            self._pane.undo_line.offer(done, lambda: self._take_back(entry))

    def _take_back(self, entry: EntryRef) -> None:
        self._bridge.start(self._undo(entry), "undo placing", self._refused)

    async def _undo(self, entry: EntryRef) -> None:
        receipt = await self._port.do(Undo(entry))
        self._pane.undo_line.offer(receipt.text or "Taken back")

    def _refused(self, error: ConsoleError) -> None:
        self._pane.undo_line.offer(error.text)
