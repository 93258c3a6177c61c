"""The list of devices."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.ground import Desktop, Window, pop_up
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.devices.actions import device_actions
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.pane import DevicesPane
from heyzack_console.desktop.panes.devices.templates_desk import TemplatesDesk
from heyzack_console.presentation.actions import Action

DEVICE_MENU = ("devices.inspect", "devices.show_on_map", "", "devices.release", "devices.resume")
TEMPLATE_MENU = ("", "templates.compare", "templates.edit")


class FurnishedDevices:
    """The list with what can be done to a device."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        self._desktop = desktop
        self.pane = DevicesPane(desktop.theme, desktop.markers, desktop.board, desktop.mirror, desktop.times.now)
        theme, markers = desktop.theme, desktop.markers
        ground = DeviceGround(desktop.port, desktop.bridge, desktop.mirror, desktop.times, theme, markers)
        self._templates = TemplatesDesk(ground, window, desktop.undo_at(self.pane))

    def actions(self) -> Iterable[Action]:
        """What can be done to devices."""
        desktop = self._desktop
        of_one = device_actions(desktop.port, self.pane, desktop.show_in("map"), desktop.show_in("inspector"))
        return (*of_one, *self._templates.actions())

    def fit_out(self, binding: ActionBinding) -> None:
        """Tool and menu."""
        self.pane.bar.add_tool(binding.tool("devices.add"))
        self.pane.add_wanted.connect(lambda: binding.run("devices.add"))
        self.pane.table.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), (*DEVICE_MENU, *TEMPLATE_MENU))))
