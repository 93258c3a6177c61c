"""What the page of alarm figures asks of the engine, and the file it writes."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_place, write_text
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.kpi import KpiReport
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.alerts import AlertKpis
from heyzack_console.ports.engine.port import EnginePort

KINDS = "Tables (*.csv)"


class KpiDesk:
    """Runs questions through the bridge; the newest one replaces the one before."""

    def __init__(self, port: EnginePort, bridge: Bridge, theme: Theme, window: Callable[[], QWidget]) -> None:
        self._port = port
        self._bridge = bridge
        self._theme = theme
        self._window = window

    def figures(
        self,
        span: tuple[datetime, datetime],
        show: Callable[[KpiReport], None],
        failed: Callable[[ConsoleError], None],
    ) -> None:
        """Ask for the figures of *span* and *show* them."""

        async def ask() -> None:
            show(await self._port.ask(AlertKpis(*span)))

        self._bridge.renew(ask(), "alarm figures", failed)

    def save(self, name: str, text: str, done: Callable[[str], None]) -> None:
        """Ask for a place and write *text* there; *done* is told in words."""

        async def write() -> None:
            place = await chosen_place(self._theme, "Export alarm figures", name, KINDS, self._window())
            if place is not None:
                await write_text(place, text)
                done(f"Alarm figures written to {place.name}")

        self._bridge.start(write(), "export alarm figures", lambda error: done(error.text))
