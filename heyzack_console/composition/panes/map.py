"""The live map."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.devices import DEVICE_MENU
from heyzack_console.composition.panes.ground import Desktop
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.map.actions import map_actions
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.placing_desk import PlacingDesk
from heyzack_console.presentation.actions import Action


class FurnishedMap:
    """The map with placing."""

    def __init__(self, desktop: Desktop) -> None:
        self.pane = MapPane(desktop.theme, desktop.markers, desktop.board, desktop.mirror)
        self._placing = PlacingDesk(desktop.port, desktop.bridge, self.pane)

    def actions(self) -> Iterable[Action]:
        """What can be done on the map."""
        return map_actions(self.pane)

    def fit_out(self, binding: ActionBinding) -> None:
        """The menu of a mark."""
        marks = ("alerts.acknowledge", "alerts.shelve", "", *DEVICE_MENU)
        self.pane.offer(binding.menu(QMenu(self.pane), marks))
