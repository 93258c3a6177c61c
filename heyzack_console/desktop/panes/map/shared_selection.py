"""Keeps the map's selection and the window's the same."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.domain.devices.device import DeviceId, FloorId
from heyzack_console.presentation.selection import Selection


class SharedSelection:
    """Puts what is selected on the map onto the board and follows the board, to another floor if need be."""

    def __init__(self, board: SelectionBoard, canvas: MapCanvas, show_floor: Callable[[FloorId], None]) -> None:
        self._board = board
        self._canvas = canvas
        self._show_floor = show_floor
        canvas.selected.connect(self._choose)
        canvas.opened.connect(lambda _: board.show_in("inspector"))
        board.changed.connect(self.follow)

    def follow(self, selection: Selection) -> None:
        """Show *selection*; the floor of its first device comes up."""
        scene = self._canvas.scene
        if selection.devices == scene.selected:
            return
        scene.selected = selection.devices
        self._go_to_floor(selection.device)
        self._canvas.update()

    def reveal(self) -> None:
        """Somebody wants to see the selection here: bring it into sight."""
        device = self._board.selection.device
        if device is not None:
            self._go_to_floor(device)
            self._canvas.reveal(device)
            self._canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, devices: tuple[DeviceId, ...]) -> None:
        before = self._board.selection
        alerts = before.alerts if set(devices) == set(before.devices) else ()
        self._board.choose(Selection(devices, alerts))

    def _go_to_floor(self, device: DeviceId | None) -> None:
        scene = self._canvas.scene
        floor = scene.picture.index.floor_of.get(device) if device else None
        if floor is not None and scene.floor is not None and floor != scene.floor.id:
            self._show_floor(floor)
