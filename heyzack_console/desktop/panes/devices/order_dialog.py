"""One order for many devices: who will take it, then how far it is, then what became of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from heyzack_console.desktop.dialogs import confirmed
from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.group_order import Ui_GroupOrder
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.panes.devices.order_choice import OrderChoice
from heyzack_console.desktop.panes.devices.report_tools import ReportTools
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.group_orders import DeviceOrder, GroupPlan, GroupReport, RunId
from heyzack_console.ports.engine.group_orders import CancelGroupOrder, GroupOrderReport, OrderGroup, PlanGroupOrder
from heyzack_console.ports.engine.groups import Groups
from heyzack_console.presentation.groups.lines import OrderLines
from heyzack_console.presentation.groups.words import end_words, progress_words, question, summary
from heyzack_console.rules.group_orders import reversal

SIZE = (1000, 680)
HEADING = "Order for several devices"
LOOK_S = 0.1
PAUSE_MS = 200
PLANNING = "Looking who takes the order"
READING = "Reading the groups"
SENDING = "Sending a few at a time"
STOPPING = "Cancelling the rest"


@dataclass(frozen=True, slots=True)
class Ready:
    """Orders that are worded already: an undo, or values to be restored. *run*: only show what became of that one."""

    title: str
    orders: tuple[DeviceOrder, ...] = ()
    run: RunId | None = None


class OrderDialog(QDialog):
    """Plans by itself after every change. Closing it does not stop what was begun.

    Args:
        devices: who is told, unless a group is chosen.
        ready: orders that are given; the fields for point and value are not there then.
    """

    def __init__(
        self, ground: DeviceGround, devices: Sequence[DeviceId], parent: QWidget, ready: Ready | None = None
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._ready = ready
        self._form = Ui_GroupOrder()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.lines = OrderLines(ground.mirror)
        self.table = RowTable(ground.theme, ground.markers, self.lines)
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._choice = OrderChoice(self._form, ground.mirror, devices)
        self._plan = GroupPlan(())
        self._run = ready.run if ready else None
        self._report: GroupReport | None = None
        self._pause = QTimer(self)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._tools = ReportTools(self.lines, self._work, ground.theme, self)
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def load(self) -> None:
        """Ask for the groups and who takes it, or follow the run that is to be shown."""
        if self._run is not None:
            self._follow(self._run)
        elif self._ready is not None:
            self.plan_now()
        else:
            self._work.run(self._groups(), READING, self.plan_now)

    async def _groups(self) -> None:
        groups = await self._ground.port.ask(Groups())
        self._choice.take(groups)

    def _orders(self) -> tuple[DeviceOrder, ...]:
        return self._ready.orders if self._ready is not None else self._choice.orders()

    def _title(self) -> str:
        return self._ready.title if self._ready is not None else self._choice.title()

    def plan_now(self) -> None:
        """Look again who takes it."""
        self._ground.bridge.renew(self._look(), PLANNING, self._work.refuse)

    async def _look(self) -> None:
        orders = self._orders()
        plan = await self._ground.port.ask(PlanGroupOrder(orders)) if orders else GroupPlan(())
        self._plan = plan
        self.table.rearrange(lambda: self.lines.preview(plan))
        self._settle()

    def _send(self) -> None:
        orders, title, plan = self._orders(), self._title(), self._plan
        self._work.run(self._begin(orders, title, plan), SENDING, self._settle)

    async def _begin(self, orders: tuple[DeviceOrder, ...], title: str, plan: GroupPlan) -> bool:
        asked = question(title, plan, self._ground.mirror)
        reason = await confirmed(self._ground.theme, asked, self)
        if reason is None:
            return False
        command = OrderGroup(orders, title, confirmed=bool(plan.careful), reason=reason)
        receipt = await self._ground.port.do(command)
        await self._watch(RunId(receipt.made))
        return True

    def _follow(self, run: RunId) -> None:
        self._work.run(self._watch(run), SENDING, self._settle)

    async def _watch(self, run: RunId) -> None:
        """Show each step until nothing more will happen."""
        self._run = run
        self._work.panel.begin(SENDING, partial(self._stop, run), "Cancel the rest")
        report = await self._shown(run)
        while not report.progress.ended:
            await asyncio.sleep(LOOK_S)
            if self._ground.mirror.group_orders.get(run) != report.progress:
                report = await self._shown(run)
        self._work.say(end_words(report.progress), "caution" if report.progress.missed else "ok")

    async def _shown(self, run: RunId) -> GroupReport:
        report = await self._ground.port.ask(GroupOrderReport(run))
        self._report = report
        self.table.rearrange(lambda: self.lines.report(report))
        self._settle()
        progress = report.progress
        self._work.panel.advance(progress.settled, progress.total, progress_words(progress))
        return report

    def _stop(self, run: RunId) -> None:
        async def cancel() -> None:
            await self._ground.port.do(CancelGroupOrder(run))

        self._ground.bridge.start(cancel(), STOPPING, self._work.refuse)

    def _undo(self) -> None:
        """Put the opposite in place of what was sent; it is looked at and sent like any other."""
        if self._report is None:
            return
        self._ready = Ready(f"Undo: {self._report.progress.title}", reversal(self._report.lines))
        self._run, self._report = None, None
        self._work.say("")
        self.plan_now()

    def _settle(self) -> None:
        form, busy, ready = self._form, self._work.busy, self._ready
        begun, some = self._run is not None, bool(len(self.lines))
        form.title.setText(self._report.progress.title if self._report else ready.title if ready else HEADING)
        self._choice.show_fields(visible=ready is None and not begun)
        form.where.setVisible(not begun)
        self._stack.setCurrentWidget(self.table if some else self._empty)
        self._empty.say("device", "No device is told anything yet", self._choice.missing)
        taking = len(self._plan.taking)
        form.preview.setText(summary(self._plan))
        form.preview.setVisible(some and not begun)
        form.send.setVisible(not begun)
        form.send.setText(f"Send to {taking}…" if taking else "Send")
        form.send.setEnabled(bool(taking) and not busy)
        form.send.setToolTip("" if taking else "No device takes this order")
        for part in (form.copy, form.save):
            part.setVisible(some)
            part.setEnabled(not busy or begun)
        self._settle_undo(busy=busy)

    def _settle_undo(self, *, busy: bool) -> None:
        back = reversal(self._report.lines) if self._report is not None else ()
        self._form.undo.setVisible(self._report is not None)
        self._form.undo.setEnabled(bool(back) and not busy)
        self._form.undo.setToolTip("" if back else "No earlier value is known")

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        self.table.setAccessibleName("Devices and whether they take the order")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        form.table_place.addWidget(self._stack)
        form.progress_place.addWidget(self._work.panel)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        self._choice.focus() if self._ready is None else self.table.setFocus()

    def _connect(self) -> None:
        form = self._form
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.plan_now)
        self._choice.changed.connect(self._pause.start)
        form.send.clicked.connect(self._send)
        form.undo.clicked.connect(self._undo)
        form.copy.clicked.connect(self._tools.copy)
        form.save.clicked.connect(self._tools.save)
        form.close.clicked.connect(self.reject)
        self._work.busy_changed.connect(self._settle)
        self.finished.connect(self._end)

    def _end(self) -> None:
        self._pause.stop()
        self._ground.bridge.stop(PLANNING)
