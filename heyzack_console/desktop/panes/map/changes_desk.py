"""Asks the engine for what the layer of changes needs, and hands over to the next shift."""

from collections.abc import Coroutine
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.hand_over_dialog import asked_hand_over
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.engine.hand_overs import HandOver, HandOvers
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.time_travel import PictureAt
from heyzack_console.presentation.map.changes import hand_over_lines
from heyzack_console.presentation.site_time import SiteTime


class ChangesDesk:
    """Listens to the map; what cannot be had is said at the pane's foot."""

    def __init__(self, port: EnginePort, bridge: Bridge, pane: MapPane, theme: Theme, times: SiteTime) -> None:
        self._port = port
        self._bridge = bridge
        self._pane = pane
        self._theme = theme
        self._times = times
        changes = pane.layers.changes
        changes.picture_wanted.connect(lambda at: self._start(self._picture(at), "what changed"))
        changes.hand_overs_wanted.connect(lambda: self._start(self._hand_overs(), "hand-overs"))
        pane.layers.tools.hand_over_wanted.connect(self.hand_over)

    def hand_over(self) -> None:
        """Ask for the note and hand over."""
        self._start(self._hand_over(self._pane.window()), "hand over")

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._bridge.start(work, name, self._refused)

    async def _picture(self, at: datetime) -> None:
        self._pane.layers.changes.show_picture(await self._port.ask(PictureAt(at)))

    async def _hand_overs(self) -> None:
        self._pane.layers.changes.show_hand_overs(await self._port.ask(HandOvers()))

    async def _hand_over(self, window: QWidget) -> None:
        before = await self._port.ask(HandOvers())
        note = await asked_hand_over(self._theme, hand_over_lines(before, self._times.zone()), window)
        if note is None:
            return
        done = await self._port.do(HandOver(note))
        entry = done.entry
        if entry is not None:
            self._pane.undo_line.offer(done.text, lambda: self._start(self._take_back(entry), "undo hand-over"))
        await self._hand_overs()

    async def _take_back(self, entry: EntryRef) -> None:
        receipt = await self._port.do(Undo(entry))
        self._pane.undo_line.offer(receipt.text or "Taken back")
        await self._hand_overs()

    def _refused(self, error: ConsoleError) -> None:
        self._pane.undo_line.offer(error.text)
