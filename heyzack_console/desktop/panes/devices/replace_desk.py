"""Replaces a device by another one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.replace_dialog import ReplaceDialog
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.selection import Selection


class ReplaceDesk:
    """Opens the form for the selected device; *done* says what was done, and the new one is selected."""

    def __init__(
        self,
        ground: DeviceGround,
        board: SelectionBoard,
        window: Callable[[], QWidget],
        done: Callable[[Receipt, str], None],
    ) -> None:
        self._ground = ground
        self._board = board
        self._window = window
        self._done = done

    def actions(self) -> tuple[Action, ...]:
        """The one action."""
        return (
            Action(
                "devices.replace",
                "Replace by another device…",
                self._replace,
                enabled=lambda selection: len(selection.devices) == 1,
                menu="Devices",
                icon="device",
                why_not="Select one device",
                asks_first=True,
            ),
        )

    async def _replace(self, selection: Selection) -> None:
        old = self._ground.mirror.devices.get(selection.devices[0]) if selection.devices else None
        if old is None:
            return
        dialog = ReplaceDialog(self._ground, old, self._window())
        await answered(dialog, self._ground.theme)
        receipt = dialog.receipt
        if receipt is not None:
            self._board.choose(Selection((DeviceId(receipt.made),), ()))
            self._done(receipt, receipt.text)
