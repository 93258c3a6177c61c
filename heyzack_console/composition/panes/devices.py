"""The list of devices."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.ground import Desktop, pop_up
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.devices.actions import device_actions
from heyzack_console.desktop.panes.devices.pane import DevicesPane
from heyzack_console.presentation.actions import Action

DEVICE_MENU = ("devices.inspect", "devices.show_on_map", "", "devices.release", "devices.resume")


class FurnishedDevices:
    """The list with what can be done to a device."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.pane = DevicesPane(desktop.theme, desktop.markers, desktop.board, desktop.mirror, desktop.times.now)

    def actions(self) -> Iterable[Action]:
        """What can be done to devices."""
        desktop = self._desktop
        return device_actions(desktop.port, self.pane, desktop.show_in("map"), desktop.show_in("inspector"))

    def fit_out(self, binding: ActionBinding) -> None:
        """The menu."""
        self.pane.table.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), DEVICE_MENU)))
