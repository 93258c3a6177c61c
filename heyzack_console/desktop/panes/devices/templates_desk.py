"""Opens the forms of templates."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.devices.drift_dialog import DriftDialog
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.template_dialog import TemplateDialog
from heyzack_console.domain.devices.templates import DeviceTemplate, TemplateId
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.actions import Action, Work
from heyzack_console.presentation.selection import Selection

MENU = "Devices"
NO_DEVICES = "There is no device yet"


class TemplatesDesk:
    """What is selected decides what a form begins with; *done* says what was done."""

    def __init__(
        self, ground: DeviceGround, window: Callable[[], QWidget], done: Callable[[Receipt, str], None]
    ) -> None:
        self._ground = ground
        self._window = window
        self._done = done

    def actions(self) -> tuple[Action, ...]:
        """The two forms."""
        return (
            self._action("templates.edit", "Device templates", self._edit, "draft"),
            self._action("templates.compare", "Compare devices with their templates", self._compare, "layers"),
        )

    async def _edit(self, selection: Selection) -> None:
        dialog = TemplateDialog(self._ground, self._of(selection), self._window())
        dialog.load()
        await answered(dialog, self._ground.theme)
        self._say(dialog.receipts)

    async def _compare(self, selection: Selection) -> None:
        # One selected device is mostly just the one looked at last; several were selected on purpose.
        devices = selection.devices if len(selection.devices) > 1 else ()
        dialog = DriftDialog(self._ground, devices, self._window())
        dialog.compare()
        await answered(dialog, self._ground.theme)
        self._say(dialog.receipts)

    def _of(self, selection: Selection) -> TemplateId | None:
        device = self._ground.mirror.devices.get(selection.devices[0]) if selection.devices else None
        if device is None:
            return None
        return DeviceTemplate(device.product, None if device.product else device.category).id

    def _say(self, receipts: Sequence[Receipt]) -> None:
        """The last thing that was done can be taken back."""
        if receipts:
            self._done(receipts[-1], receipts[-1].text)

    def _action(self, name: str, title: str, work: Work, icon: str) -> Action:
        return Action(
            name,
            title,
            work,
            enabled=lambda _: bool(self._ground.mirror.devices),
            menu=MENU,
            icon=icon,
            why_not=NO_DEVICES,
            asks_first=True,
        )
