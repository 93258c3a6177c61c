"""What the room of notifications stands on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime


@dataclass(frozen=True, slots=True)
class NoticeGround:
    """The engine's port, what is known of the building, and the looks; *window* is asked for when a dialog opens."""

    port: EnginePort
    bridge: Bridge
    mirror: Mirror
    times: SiteTime
    theme: Theme
    markers: Markers
    window: Callable[[], QWidget]
