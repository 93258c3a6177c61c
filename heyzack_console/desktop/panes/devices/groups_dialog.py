"""Saved groups: make, change, forget, select, and give an order to one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.device_groups import Ui_DeviceGroups
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.group_fields import GroupFields
from heyzack_console.desktop.panes.devices.order_dialog import OrderDialog
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import DeviceGroup, GroupId, GroupMembers
from heyzack_console.ports.engine.groups import Groups, RemoveGroup, SaveGroup
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.groups.editing import chosen_group, filter_group

SIZE = (980, 660)
LOADING = "Reading the groups"
KEEPING = "Saving the group"
REMOVING = "Removing the group"
ORDERING = "Waiting for the order"


class GroupsDialog(QDialog):
    """Reads as soon as it is open; *receipts* tell what was done.

    Args:
        devices: what is selected in the list.
        show: selects devices in the list.
    """

    def __init__(
        self,
        ground: DeviceGround,
        devices: Sequence[DeviceId],
        show: Callable[[Sequence[DeviceId]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._devices = tuple(devices)
        self._show_devices = show
        self._form = Ui_DeviceGroups()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.receipts: list[Receipt] = []
        self._groups: tuple[GroupMembers, ...] = ()
        self._fields = GroupFields(self._form, ground.mirror)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def load(self) -> None:
        """Ask for the groups."""
        self._work.run(self._load(GroupId("")), LOADING, self._settle)

    async def _load(self, wanted: GroupId) -> None:
        self._groups = await self._ground.port.ask(Groups())
        known = [each.group.id for each in self._groups]
        row = known.index(wanted) if wanted in known else 0 if known else -1
        listed = self._form.groups
        listed.blockSignals(True)
        listed.clear()
        listed.addItems([f"{each.group.name}  ({len(each.devices)})" for each in self._groups])
        listed.setCurrentRow(row)
        listed.blockSignals(False)
        self._choose(row)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._groups):
            self._edit(self._groups[row].group)
        elif not self._groups:
            self._edit(None)

    def _new(self, group: DeviceGroup) -> None:
        listed = self._form.groups
        listed.blockSignals(True)
        listed.setCurrentRow(-1)
        listed.clearSelection()
        listed.blockSignals(False)
        self._edit(group)
        self._form.name.setFocus()
        self._form.name.selectAll()

    def _edit(self, group: DeviceGroup | None) -> None:
        self._work.say("")
        self._fields.show(group)

    def _save(self) -> None:
        if self._fields.draft is not None:
            self._work.run(self._keep(self._fields.draft), KEEPING, self._settle)

    async def _keep(self, group: DeviceGroup) -> None:
        receipt = await self._ground.port.do(SaveGroup(group))
        await self._done(receipt, GroupId(receipt.made))

    def _remove(self) -> None:
        if self._fields.draft is not None and self._fields.draft.id:
            self._work.run(self._forget(self._fields.draft.id), REMOVING, self._settle)

    async def _forget(self, group: GroupId) -> None:
        await self._done(await self._ground.port.do(RemoveGroup(group)), GroupId(""))

    async def _done(self, receipt: Receipt, shown: GroupId) -> None:
        self.receipts.append(receipt)
        await self._load(shown)
        self._work.say(receipt.text, "ok")

    def _order(self) -> None:
        self._work.run(self._ordered(), ORDERING, self._settle)

    async def _ordered(self) -> bool:
        dialog = OrderDialog(self._ground, self._fields.devices(), self)
        dialog.load()
        await answered(dialog, self._ground.theme)
        return True

    def _select(self) -> None:
        self._show_devices(self._fields.devices())
        self.accept()

    def _settle(self) -> None:
        form, draft, busy = self._form, self._fields.draft, self._work.busy
        self._fields.settle(_nothing(len(self._groups)))
        for button in (form.save, form.show, form.order, form.remove):
            button.setVisible(draft is not None)
        form.add.setVisible(draft is not None and not self._fields.filtered and bool(self._devices))
        form.add.setText(f"Add the {len(self._devices)} selected" if len(self._devices) > 1 else "Add the selected one")
        form.from_selection.setEnabled(bool(self._devices) and not busy)
        form.from_selection.setToolTip("" if self._devices else "Select devices in the list first")
        some = bool(self._fields.devices())
        form.show.setEnabled(some)
        form.order.setEnabled(some and not busy)
        form.save.setEnabled(not busy)
        form.remove.setEnabled(draft is not None and bool(draft.id) and not busy)

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        for listed in (form.groups, form.devices):
            listed.setProperty("kind", "list")
        form.progress_place.addWidget(self._work.panel)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        form.groups.setFocus()

    def _connect(self) -> None:
        form = self._form
        form.groups.currentRowChanged.connect(self._choose)
        form.from_selection.clicked.connect(lambda: self._new(chosen_group(self._devices)))
        form.from_filter.clicked.connect(lambda: self._new(filter_group()))
        self._fields.changed.connect(self._settle)
        form.add.clicked.connect(lambda: self._fields.add(self._devices))
        form.save.clicked.connect(self._save)
        form.remove.clicked.connect(self._remove)
        form.order.clicked.connect(self._order)
        form.show.clicked.connect(self._select)
        form.close.clicked.connect(self.reject)
        self._work.busy_changed.connect(self._settle)


def _nothing(groups: int) -> str:
    if groups:
        return "Choose a group, or make a new one."
    return "There is no group yet. Select devices in the list, or make a filter."
