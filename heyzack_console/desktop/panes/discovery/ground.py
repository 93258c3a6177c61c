"""What every form of this room stands on."""

from collections.abc import Callable
from dataclasses import dataclass

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.mirror import Mirror


@dataclass(frozen=True, slots=True)
class Ground:
    """The engine's port and the looks; *done* shows a receipt where it can be undone."""

    port: EnginePort
    bridge: Bridge
    mirror: Mirror
    theme: Theme
    markers: Markers
    done: Callable[[Receipt, str], None]
