"""When a project's plan ends and what it allows a month."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from heyzack_console.desktop.dialogs import fit_height
from heyzack_console.desktop.forms.cloud_plan import Ui_CloudPlan
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.domain.cloud import CloudProject
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.cloud import ConnectCloud
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.cloud.plan import MOST, Plan, count_down, plan_of

WORK = "keeping a cloud plan"
WARN = "cloud.warn_days"
_USUAL = timedelta(days=365)


class PlanDialog(QDialog):
    """The form stays open until the engine has taken the plan; *receipt* is its answer."""

    def __init__(self, ground: CloudGround, project: CloudProject, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._project = project
        self.receipt: Receipt | None = None
        self._form = form = Ui_CloudPlan()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.setFixedWidth(ground.theme.size("dialog_width"))
        form.title.setFont(ground.theme.font("title"))
        for box in (form.calls, form.messages):
            box.setMaximum(MOST)
            box.setGroupSeparatorShown(True)
        self._show(plan_of(project))
        form.known.toggled.connect(self._follow)
        form.ends.dateChanged.connect(self._follow)
        form.apply.clicked.connect(self._apply)
        form.cancel.clicked.connect(self.reject)
        form.said.hide()
        self._follow()

    @property
    def plan(self) -> Plan:
        """What the form holds now."""
        form, day = self._form, self._form.ends.date()
        ends = date(day.year(), day.month(), day.day()) if form.known.isChecked() else None
        return Plan(ends, form.calls.value(), form.messages.value(), form.share.value())

    def _show(self, plan: Plan) -> None:
        form, day = self._form, plan.ends or self._today() + _USUAL
        form.known.setChecked(plan.ends is not None)
        form.ends.setDate(QDate(day.year, day.month, day.day))
        form.calls.setValue(plan.calls)
        form.messages.setValue(plan.messages)
        form.share.setValue(plan.share_percent)

    def _follow(self, *_: object) -> None:
        self._form.ends.setEnabled(self._form.known.isChecked())
        warn = int(self._ground.mirror.setting(WARN))
        self._form.follows.setText(count_down(self.plan.ends, self._today(), warn))
        if self.isVisible():
            fit_height(self)

    def _today(self) -> date:
        return self._ground.times.now().astimezone(self._ground.times.zone()).date()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _apply(self) -> None:
        self._form.apply.setEnabled(False)
        self._ground.bridge.renew(self._keep(self.plan), WORK, self._refused)

    async def _keep(self, plan: Plan) -> None:
        # An empty secret keeps the one that is stored.
        receipt = await self._ground.port.do(ConnectCloud(plan.of(self._project), ""))
        self.receipt = replace(receipt, text="The project's plan is noted.")
        self.accept()

    def _refused(self, error: ConsoleError) -> None:
        self._form.said.setText(error.text)
        self._form.said.show()
        self._form.apply.setEnabled(True)
        fit_height(self)
