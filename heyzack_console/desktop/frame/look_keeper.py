"""Stores changed looks as settings of the engine, and wears what the engine says."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.frame.look import Look, differences, look_from


class LookKeeper(QObject):
    """Stands between the theme and the engine's settings."""

    refused = Signal(str)
    """Carries why a change was not kept; the look has gone back to what it was."""

    def __init__(self, engine: EnginePort, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._engine = engine
        self._bridge = bridge
        self._theme = theme

    def wear(self, look: Look) -> None:
        """Wear *look* at once and store what differs; if the engine refuses, the old look comes back."""
        before = self._theme.look
        if look == before:
            return
        self._theme.wear(look)

        def refuse(error: ConsoleError) -> None:
            self._theme.wear(before)
            self.refused.emit(error.text)

        self._bridge.start(self._store(before, look), "keeping the look", refuse)

    def follow(self, versions: Iterable[SettingVersion]) -> None:
        """Wear what the engine's settings say."""
        look = look_from(versions, self._theme.look)
        if look != self._theme.look:
            self._theme.wear(look)

    async def _store(self, before: Look, after: Look) -> None:
        for name, value in differences(before, after):
            await self._engine.do(ChangeSetting(name, value))
