"""Panes of straw: the frame's tests need something in the docks."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QListWidget

from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.frame.frame_actions import HELP_PAGES, FrameActions
from heyzack_console.desktop.frame.layout_file import LayoutFile
from heyzack_console.desktop.frame.look_keeper import LookKeeper
from heyzack_console.desktop.frame.main_window import MainWindow
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.sound import AlertSound
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.actions import Action, ActionRegistry
from heyzack_console.presentation.frame.palette import DeviceEntry, Hit, find
from tests.support.engine_port import SmallEngine

NAMES = {
    "map": "Map",
    "alerts": "Alerts",
    "devices": "Devices",
    "inspector": "Inspector",
    "cloud": "Cloud",
    "kpi": "Alarm figures",
    "calendar": "Calendar",
    "rules": "Alert rules",
    "work": "My work",
    "notifications": "Notifications",
}
VALVE = DeviceEntry("valve-1", "VA-3-1 Valve, AHU shaft", "open · LAN · 12 s", "category.valve", "3.38 Shaft")
LAMP = DeviceEntry("lamp-1", "LT-2-4 Lamp", "on · LAN · 3 s", "category.light", "2.04 Valley room")


def straw_pane(theme: Theme, name: str) -> Pane:
    """A pane with a list that can take the keyboard."""
    pane = Pane(theme, name, NAMES[name])
    pane.fill(QListWidget())
    return pane


class StrawFrame:
    """A main window with everything that belongs to its frame; *failures* holds what the bridge was told."""

    def __init__(self, theme: Theme, folder: Path, actions: Sequence[Action] = ()) -> None:
        self.failures: list[object] = []
        self.engine = SmallEngine()
        self.registry = ActionRegistry()
        for action in actions:
            self.registry.add(action)
        self.board = SelectionBoard()
        self.bridge = Bridge(self.failures.append, lambda _, error: self.failures.append(error))
        self.binding = ActionBinding(self.registry, self.board, self.bridge, theme)
        self.beeps: list[None] = []
        self.sound = AlertSound(lambda: self.beeps.append(None))
        self.keeper = LookKeeper(self.engine, self.bridge, theme)
        self.layouts = LayoutFile(folder / "window.json")
        self.marks = Markers(theme)
        panes = [straw_pane(theme, name) for name in NAMES]
        self.window = MainWindow(theme, self.marks, panes, self.find, self.layouts)
        self.actions = FrameActions(self.window, self.binding, self.board, self.sound, self.keeper, theme)
        self.actions.bind()

    def find(self, text: str) -> Sequence[Hit]:
        """Answer the palette."""
        return find(text, (VALVE, LAMP), self.registry, self.board.selection, HELP_PAGES)

    def pane(self, name: str) -> Pane:
        """The pane called *name*."""
        return next(pane for pane in self.window.panes if pane.name == name)
