"""What the forms of this room stand on."""

from dataclasses import dataclass

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime


@dataclass(frozen=True, slots=True)
class FieldGround:
    """The engine's port, what is known of the building, what is selected, and the looks."""

    port: EnginePort
    bridge: Bridge
    board: SelectionBoard
    mirror: Mirror
    times: SiteTime
    theme: Theme
    markers: Markers
