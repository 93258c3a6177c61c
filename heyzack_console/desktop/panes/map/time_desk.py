"""Fetches the pictures of the past that the map wants; never more than one is on its way, and the newest wish wins."""

from datetime import datetime

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.time_travel import PictureAt, RecordedPast


class TimeDesk:
    """Listens to the map's wishes; a moment that was wanted while another was fetched, and given up, is never asked."""

    def __init__(self, port: EnginePort, bridge: Bridge, pane: MapPane) -> None:
        self._port = port
        self._bridge = bridge
        self._pane = pane
        self._wanted: datetime | None = None
        self._busy = False
        pane.time.picture_wanted.connect(self.want)
        pane.time.record_wanted.connect(self.look_up)

    def want(self, at: datetime) -> None:
        """Fetch the picture of *at* next."""
        self._wanted = at
        if not self._busy:
            self._busy = True
            self._bridge.start(self._fetch(), "picture of the past", self._refused)

    def look_up(self, start: datetime, end: datetime) -> None:
        """Fetch what there is to look back on."""
        self._bridge.renew(self._look_up(RecordedPast(start, end)), "record of the past", self._refused)

    async def _fetch(self) -> None:
        try:
            while self._wanted is not None:
                at, self._wanted = self._wanted, None
                self._pane.time.show_picture(await self._port.ask(PictureAt(at)))
        finally:
            self._busy = False

    async def _look_up(self, query: RecordedPast) -> None:
        self._pane.time.show_record(await self._port.ask(query))

    def _refused(self, error: ConsoleError) -> None:
        self._pane.time.pause()
        self._pane.undo_line.offer(f"The past cannot be shown. {error.text}")
