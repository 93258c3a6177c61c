"""Snapshots of set-points: take, compare, restore what is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.snapshots import Ui_Snapshots
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.order_dialog import OrderDialog, Ready
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.snapshots import SnapshotHead, SnapshotId
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.snapshots import RemoveSnapshot, SnapshotDifferences, Snapshots, TakeSnapshot
from heyzack_console.presentation.groups.snapshots import DifferenceLines, head_words

SIZE = (1000, 660)
READING = "Reading the snapshots"
COMPARING = "Comparing the values"
TAKING = "Taking the snapshot"
REMOVING = "Removing the snapshot"
RESTORING = "Waiting for the order"


class SnapshotsDialog(QDialog):
    """Reads as soon as it is open and compares the newest with now; *receipts* tell what was done.

    Args:
        devices: whose values a new snapshot keeps.
    """

    def __init__(self, ground: DeviceGround, devices: Sequence[DeviceId], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._devices = tuple(devices)
        self._form = Ui_Snapshots()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.receipts: list[Receipt] = []
        self.lines = DifferenceLines(ground.mirror)
        self.table = RowTable(ground.theme, ground.markers, self.lines)
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._heads: tuple[SnapshotHead, ...] = ()
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def load(self) -> None:
        """Ask for the snapshots."""
        self._work.run(self._load(), READING, self._settle)

    async def _load(self) -> None:
        self._heads = await self._ground.port.ask(Snapshots())
        which, against = self._form.which, self._form.against
        for field in (which, against):
            field.blockSignals(True)
            field.clear()
        against.addItem("now", None)
        for head in self._heads:
            words = head_words(head, self._ground.times.zone())
            which.addItem(words, head.id)
            against.addItem(words, head.id)
        for field in (which, against):
            field.blockSignals(False)
        await self._look()

    def _compare(self) -> None:
        self._work.run(self._look(), COMPARING, self._settle)

    async def _look(self) -> None:
        head = self._head
        against: SnapshotId | None = self._form.against.currentData()
        found = await self._ground.port.ask(SnapshotDifferences(head.id, against)) if head else ()
        self.table.rearrange(lambda: self.lines.take(found, head))
        self._settle()

    @property
    def _head(self) -> SnapshotHead | None:
        position = self._form.which.currentIndex()
        return self._heads[position] if 0 <= position < len(self._heads) else None

    def _take(self) -> None:
        command = TakeSnapshot(self._form.name.text(), self._devices)
        self._work.run(self._do(command), TAKING, self._settle)

    def _remove(self) -> None:
        head = self._head
        if head is not None:
            self._work.run(self._do(RemoveSnapshot(head.id)), REMOVING, self._settle)

    async def _do(self, command: TakeSnapshot | RemoveSnapshot) -> None:
        receipt = await self._ground.port.do(command)
        self.receipts.append(receipt)
        self._form.name.clear()
        await self._load()
        self._work.say(receipt.text, "ok")

    def _restore(self) -> None:
        head = self._head
        if head is not None:
            orders = self.lines.orders(self.table.selected_keys())
            self._work.run(self._ordered(Ready(f"Restore “{head.name}”", orders)), RESTORING, self._settle)

    async def _ordered(self, ready: Ready) -> None:
        dialog = OrderDialog(self._ground, (), self, ready)
        dialog.load()
        await answered(dialog, self._ground.theme)
        await self._look()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lines.as_text())
        self._work.say("Copied to the clipboard, a line for each difference.", "ok")

    def _settle(self) -> None:
        form, busy, some = self._form, self._work.busy, bool(len(self.lines))
        chosen = len(self.table.selected_keys())
        with_now = form.against.currentData() is None
        self._stack.setCurrentWidget(self.table if some else self._empty)
        self._empty.say("done" if self._heads else "device", *self._nothing())
        count = len(self._devices)
        form.take.setText(f"Take of {count} device{'' if count == 1 else 's'}")
        form.take.setEnabled(bool(count) and bool(form.name.text().strip()) and not busy)
        form.take.setToolTip("" if count else "Select devices in the list first")
        form.remove.setEnabled(bool(self._heads) and not busy)
        form.copy.setEnabled(some)
        form.chosen.setText(f"{len(self.lines)} differ, {chosen} selected" if some else "")
        form.restore.setText(f"Restore {chosen}…" if chosen else "Restore…")
        form.restore.setEnabled(bool(chosen) and not busy)
        form.restore.setToolTip("" if chosen else "Select the lines that shall be restored")
        form.restore.setVisible(with_now)

    def _nothing(self) -> tuple[str, str]:
        if not self._heads:
            return "No snapshot yet", "Select devices in the list, give the snapshot a name and take it."
        return "No difference", "Every value is as it was in the snapshot."

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        self.table.setAccessibleName("Values that differ")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        form.table_place.addWidget(self._stack)
        form.progress_place.addWidget(self._work.panel)
        for field in (form.which, form.against):
            field.setSizeAdjustPolicy(field.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(12)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        form.name.setFocus()

    def _connect(self) -> None:
        form = self._form
        form.name.textChanged.connect(lambda _: self._settle())
        form.which.currentIndexChanged.connect(lambda _: self._compare())
        form.against.currentIndexChanged.connect(lambda _: self._compare())
        form.take.clicked.connect(self._take)
        form.remove.clicked.connect(self._remove)
        form.restore.clicked.connect(self._restore)
        form.copy.clicked.connect(self._copy)
        form.close.clicked.connect(self.reject)
        self.table.chosen.connect(lambda _: self._settle())
        self._work.busy_changed.connect(self._settle)
