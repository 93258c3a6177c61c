"""Opens the forms of a technician's day."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.fieldwork.diagnose_dialog import DiagnoseDialog
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.panes.fieldwork.jump_dialog import JumpDialog
from heyzack_console.desktop.panes.fieldwork.labels_dialog import LabelsDialog
from heyzack_console.desktop.panes.fieldwork.usage_dialog import UsageDialog
from heyzack_console.desktop.panes.fieldwork.walk_watch import WalkWatch
from heyzack_console.presentation.actions import Action, Work
from heyzack_console.presentation.selection import Selection

MENU = "Field"
NO_DEVICES = "There is no device yet"


class FieldDesk:
    """What is selected decides what a form begins with."""

    def __init__(self, ground: FieldGround, window: Callable[[], QWidget], walks: WalkWatch) -> None:
        self._ground = ground
        self._window = window
        self._walks = walks

    def actions(self) -> tuple[Action, ...]:
        """The forms."""
        return (
            self._action("field.jump", "Scan code", self._jump, "scan_code", "Ctrl+J"),
            self._diagnose_action(),
            self._action("field.walk", "Walk test", lambda _: self._walks.open(self._window()), "done"),
            self._action("field.usage", "Unused and unusual devices", self._usage, "reports"),
            self._action("field.labels", "Print QR labels", self._labels, "print"),
        )

    async def _jump(self, _selection: Selection) -> None:
        dialog = JumpDialog(self._ground, self._window())
        if await answered(dialog, self._ground.theme) and dialog.device is not None:
            self._ground.board.choose(Selection((dialog.device.id,), ()))
            self._ground.board.show_in("map")
            self._ground.board.show_in("inspector")

    async def _diagnose(self, selection: Selection) -> None:
        device = self._ground.mirror.devices.get(selection.device) if selection.device else None
        if device is not None:
            await answered(DiagnoseDialog(self._ground, device, self._window()), self._ground.theme)

    def _diagnose_action(self) -> Action:
        return Action(
            "field.diagnose",
            "Diagnose",
            self._diagnose,
            enabled=lambda selection: selection.device in self._ground.mirror.devices,
            menu=MENU,
            icon="impact",
            why_not="Select a device",
            asks_first=True,
        )

    async def _usage(self, _selection: Selection) -> None:
        await answered(UsageDialog(self._ground, self._window()), self._ground.theme)

    async def _labels(self, _selection: Selection) -> None:
        await answered(LabelsDialog(self._ground, self._window()), self._ground.theme)

    def _action(self, name: str, title: str, work: Work, icon: str, shortcut: str = "") -> Action:
        return Action(
            name,
            title,
            work,
            shortcut,
            enabled=lambda _: bool(self._ground.mirror.devices),
            menu=MENU,
            icon=icon,
            why_not=NO_DEVICES,
            asks_first=True,
        )
