"""The live map."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.devices import DEVICE_MENU
from heyzack_console.composition.panes.ground import Desktop
from heyzack_console.composition.panes.map_plans import PlanDesk
from heyzack_console.composition.panes.map_zones import ZoneDesk
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.map.actions import map_actions
from heyzack_console.desktop.panes.map.changes_desk import ChangesDesk
from heyzack_console.desktop.panes.map.clip_desk import ClipDesk
from heyzack_console.desktop.panes.map.pane import NAME, MapPane
from heyzack_console.desktop.panes.map.placing_desk import PlacingDesk
from heyzack_console.desktop.panes.map.sheet_desk import SheetDesk
from heyzack_console.desktop.panes.map.time_desk import TimeDesk
from heyzack_console.desktop.panes.map.zone_actions import zone_actions
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.presentation.actions import Action


class FurnishedMap:
    """The map with placing."""

    def __init__(self, desktop: Desktop) -> None:
        self.pane = MapPane(desktop.theme, desktop.markers, desktop.board, desktop.mirror)
        self._desktop = desktop
        self._placing = PlacingDesk(desktop.port, desktop.bridge, self.pane)
        self._past = TimeDesk(desktop.port, desktop.bridge, self.pane)
        self._clips = ClipDesk(desktop.port, desktop.bridge, self.pane, desktop.theme, desktop.markers)
        self._changes = ChangesDesk(desktop.port, desktop.bridge, self.pane, desktop.theme, desktop.times)
        self._sheets = SheetDesk(desktop.theme, desktop.bridge, self.pane, desktop.times)
        self.pane.impact.change_wanted.connect(self._change_lines)
        self._plans = PlanDesk(desktop, self.pane)
        self._zones = ZoneDesk(desktop, self.pane)

    def actions(self) -> Iterable[Action]:
        """What can be done on the map."""
        ask = self._clips.ask
        clip = Action("map.clip", "Export a clip", lambda _: ask(), scope=NAME, icon="clip", asks_first=True)
        return (*map_actions(self.pane), *zone_actions(self.pane), clip)

    def fit_out(self, binding: ActionBinding) -> None:
        """The menu of a mark."""
        marks = ("alerts.acknowledge", "alerts.shelve", "", *DEVICE_MENU)
        self.pane.offer(binding.menu(QMenu(self.pane), marks))
        for turned in (self.pane.time.entered, self.pane.time.left):
            turned.connect(binding.refresh)

    def _change_lines(self, wanted: ChangeDependencies) -> None:
        async def change() -> None:
            receipt = await self._desktop.port.do(wanted)
            self._desktop.undo_at(self.pane)(receipt, receipt.text)

        self._desktop.bridge.start(change(), "lines of supply", self._refused)

    def _refused(self, error: ConsoleError) -> None:
        self.pane.undo_line.offer(error.text)
