"""Shows how devices differ from their templates, and puts right what is selected."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from heyzack_console.desktop.dialogs import confirmed
from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.template_drift import Ui_TemplateDrift
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError, EngineLost
from heyzack_console.domain.orders import OrderId
from heyzack_console.ports.engine.orders import SendOrder
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.templates import TemplateDrift
from heyzack_console.presentation.templates.drift import DriftList
from heyzack_console.presentation.templates.remedy import Remedy, Step, outcome, patience_s, settled

SIZE = (1080, 680)
LOOK_S = 0.05
SECOND_MS = 1000
COMPARING = "Comparing the devices with their templates"
PUTTING = "Putting the devices right"


class DriftDialog(QDialog):
    """Compares as soon as it is open. *receipts* tell what was written into the book."""

    def __init__(self, ground: DeviceGround, devices: Sequence[DeviceId], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._devices = tuple(devices)
        self._form = Ui_TemplateDrift()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.receipts: list[Receipt] = []
        self.report = DriftList()
        self.table = RowTable(ground.theme, ground.markers, self.report)
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._orders: dict[OrderId, tuple[str, ...]] = {}
        self._second = QTimer(self)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def compare(self) -> None:
        """Ask for the differences and propose to put right all that can be."""
        self._work.run(self._compare(), COMPARING, self._propose)

    async def _compare(self) -> None:
        found = await self._ground.port.ask(TemplateDrift(self._devices))
        self._orders.clear()
        mirror, now = self._ground.mirror, self._ground.times.now()
        self.table.rearrange(lambda: self.report.take(found, mirror.devices, now))

    def _propose(self) -> None:
        self.table.select_keys(self.report.open_keys())
        self._settle()

    def _apply(self) -> None:
        self._work.run(self._put_right(Remedy(self.report.lines(self.table.selected_keys()))), PUTTING, self._settle)

    async def _put_right(self, remedy: Remedy) -> bool:
        question = remedy.question
        if question is not None and await confirmed(self._ground.theme, question, self) is None:
            return False
        steps = remedy.steps
        for number, step in enumerate(steps):
            self._work.panel.advance(number, len(steps), f"{number} of {len(steps)} done. {step.name}".strip())
            await self._do(step)
        self.table.clearSelection()
        self._work.say(remedy.words(), "ok")
        return True

    async def _do(self, step: Step) -> None:
        """One device that refuses does not stop the others; a lost engine does."""
        try:
            receipt = await self._ground.port.do(step.command)
        except EngineLost:
            raise
        except ConsoleError as error:
            self._tell(step.keys, error.text, "caution")
            return
        if isinstance(step.command, SendOrder):
            self._orders[OrderId(receipt.made)] = step.keys
            await self._wait_for(OrderId(receipt.made), step.command.device)
        else:
            self.receipts.append(receipt)
            self._tell(step.keys, "done", "ok")

    async def _wait_for(self, order: OrderId, device: DeviceId) -> None:
        """The next device has its turn when this one has answered, or does not within its time."""
        mirror = self._ground.mirror
        left = patience_s(mirror.health.get(device))
        while left > 0 and not settled(mirror.orders.get(order)):
            await asyncio.sleep(LOOK_S)
            left -= LOOK_S
        self._follow_orders()

    def _follow_orders(self) -> None:
        for order, keys in self._orders.items():
            self._tell(keys, *outcome(self._ground.mirror.orders.get(order)))

    def _tell(self, keys: Sequence[str], result: str, ink: str) -> None:
        for key in keys:
            self.report.settle(key, result, ink)
        self.table.refresh()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.as_text())
        self._work.say("Copied to the clipboard, a line for each difference.", "ok")

    def _settle(self) -> None:
        form, busy = self._form, self._work.busy
        lines = self.report.lines(self.table.selected_keys())
        self._stack.setCurrentWidget(self.table if len(self.report) else self._empty)
        self._say_empty(busy=busy)
        form.chosen.setText(f"{self.report.summary()}, {len(lines)} selected" if len(self.report) else "")
        form.preview.setText(Remedy(lines).preview())
        form.preview.setVisible(bool(len(self.report)) and not busy)
        form.apply.setText(f"Put right {len(lines)}" if lines else "Put right")
        form.apply.setEnabled(bool(lines) and not busy)
        form.apply.setToolTip("" if lines else "Select lines that can be put right")
        form.again.setEnabled(not busy)
        form.copy.setEnabled(bool(len(self.report)))

    def _say_empty(self, *, busy: bool) -> None:
        if busy:
            self._empty.say("device", "Comparing", "Names, kinds and values are held against the templates.")
        else:
            said = "Every device that has a template is as it says. Templates are made in “Device templates”."
            self._empty.say("done", "No difference", said)

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        self.table.setAccessibleName("Differences")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        form.table_place.addWidget(self._stack)
        form.progress_place.addWidget(self._work.panel)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        self.table.setFocus()

    def _connect(self) -> None:
        form = self._form
        form.apply.clicked.connect(self._apply)
        form.again.clicked.connect(self.compare)
        form.copy.clicked.connect(self._copy)
        form.close.clicked.connect(self.reject)
        self.table.chosen.connect(lambda _: self._settle())
        self._work.busy_changed.connect(self._settle)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._follow_orders)
        self._second.start()
        self.finished.connect(lambda _: self._second.stop())
