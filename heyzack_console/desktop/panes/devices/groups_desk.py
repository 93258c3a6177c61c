"""Opens the forms of groups, orders to many devices, snapshots and access."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.devices.access_dialog import AccessDialog
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.groups_dialog import GroupsDialog
from heyzack_console.desktop.panes.devices.order_dialog import OrderDialog, Ready
from heyzack_console.desktop.panes.devices.snapshots_dialog import SnapshotsDialog
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import NotFound
from heyzack_console.ports.engine.group_orders import GroupOrders
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.actions import Action, Work
from heyzack_console.presentation.selection import Selection

MENU = "Devices"
NO_DEVICES = "There is no device yet"


class GroupsDesk:
    """What is selected decides whom an order is for; *done* says what was done, *show* selects devices."""

    def __init__(
        self,
        ground: DeviceGround,
        window: Callable[[], QWidget],
        show: Callable[[Sequence[DeviceId]], None],
        done: Callable[[Receipt, str], None],
    ) -> None:
        self._ground = ground
        self._window = window
        self._show = show
        self._done = done

    def actions(self) -> tuple[Action, ...]:
        """The forms."""
        return (
            self._action("groups.order", "Order for several devices", self._order, "command", "Ctrl+Shift+O"),
            self._action("groups.report", "Last group order", self._report, "open_step"),
            self._action("groups.edit", "Groups of devices", self._edit, "group"),
            self._action("snapshots.open", "Snapshots of set-points", self._snapshots, "photo"),
            self._action("access.edit", "Access to devices", self._access, "key"),
        )

    async def _order(self, selection: Selection) -> None:
        await self._open(OrderDialog(self._ground, selection.devices, self._window()))

    async def _report(self, _selection: Selection) -> None:
        runs = await self._ground.port.ask(GroupOrders())
        if not runs:
            raise NotFound("No group order was sent since the engine was started.")
        newest = runs[0]
        await self._open(OrderDialog(self._ground, (), self._window(), Ready(newest.title, run=newest.run)))

    async def _edit(self, selection: Selection) -> None:
        await self._form(GroupsDialog(self._ground, selection.devices, self._show, self._window()))

    async def _snapshots(self, selection: Selection) -> None:
        await self._form(SnapshotsDialog(self._ground, selection.devices, self._window()))

    async def _access(self, selection: Selection) -> None:
        await self._form(AccessDialog(self._ground, selection.devices, self._window()))

    async def _form(self, dialog: GroupsDialog | SnapshotsDialog | AccessDialog) -> None:
        """The last thing that was done in the form can be taken back."""
        dialog.load()
        await answered(dialog, self._ground.theme)
        if dialog.receipts:
            self._done(dialog.receipts[-1], dialog.receipts[-1].text)

    async def _open(self, dialog: OrderDialog) -> None:
        dialog.load()
        await answered(dialog, self._ground.theme)

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
