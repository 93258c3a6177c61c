"""The context menu of the map, which acts on the present alone."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from heyzack_console.desktop.panes.map.time_travel import MapTime
from heyzack_console.desktop.selection_board import SelectionBoard

NOT_NOW = "The map shows the past. Return to now with Backspace to act on what is selected."


class MapMenu:
    """Opens for what is selected; in the past it says why it does not."""

    def __init__(self, board: SelectionBoard, time: MapTime, say: Callable[[str], None]) -> None:
        self._board = board
        self._time = time
        self._say = say
        self._menu: QMenu | None = None

    def offer(self, menu: QMenu) -> None:
        """Open *menu* from now on."""
        self._menu = menu

    def open(self, spot: QPoint) -> None:
        """Open the menu at a spot of the screen."""
        if self._menu is None or self._board.selection.empty:
            return
        if self._time.past:
            self._say(NOT_NOW)
        else:
            self._menu.popup(spot)
