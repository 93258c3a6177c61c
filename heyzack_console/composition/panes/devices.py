"""The list of devices."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.ground import Desktop, Window, pop_up
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.devices.actions import device_actions
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.groups_desk import GroupsDesk
from heyzack_console.desktop.panes.devices.pane import DevicesPane
from heyzack_console.desktop.panes.devices.replace_desk import ReplaceDesk
from heyzack_console.desktop.panes.devices.templates_desk import TemplatesDesk
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.selection import Selection

GROUP_MENU = ("", "groups.order", "groups.report", "groups.edit", "snapshots.open", "access.edit")
DEVICE_MENU = (
    "devices.inspect",
    "devices.show_on_map",
    "",
    "devices.release",
    "devices.resume",
    "field.diagnose",
    "devices.replace",
)
TEMPLATE_MENU = ("", "templates.compare", "templates.edit")


class FurnishedDevices:
    """The list with what can be done to a device."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        self._desktop = desktop
        self.pane = DevicesPane(desktop.theme, desktop.markers, desktop.board, desktop.mirror, desktop.times.now)
        theme, markers = desktop.theme, desktop.markers
        ground = DeviceGround(desktop.port, desktop.bridge, desktop.mirror, desktop.times, theme, markers)
        done = desktop.undo_at(self.pane)
        self._replacing = ReplaceDesk(ground, desktop.board, window, desktop.undo_at(self.pane))
        self._templates = TemplatesDesk(ground, window, done)
        self._groups = GroupsDesk(ground, window, self._select, done)

    def actions(self) -> Iterable[Action]:
        """What can be done to devices."""
        desktop = self._desktop
        of_one = device_actions(desktop.port, self.pane, desktop.show_in("map"), desktop.show_in("inspector"))
        return (*of_one, *self._groups.actions(), *self._replacing.actions(), *self._templates.actions())

    def fit_out(self, binding: ActionBinding) -> None:
        """Tool and menu."""
        self.pane.bar.add_tool(binding.tool("devices.add"))
        self.pane.add_wanted.connect(lambda: binding.run("devices.add"))
        names = (*DEVICE_MENU, *GROUP_MENU, *TEMPLATE_MENU)
        self.pane.table.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), names)))

    def _select(self, devices: Sequence[DeviceId]) -> None:
        self._desktop.board.choose(Selection(tuple(devices), ()))
