"""The form of a rule that compares a number with a limit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.forms.rule_form import Ui_RuleForm
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.presentation.rules.form import PRIORITIES, SIDES, Filled, changed, filled


class RuleForm(QWidget):
    """Shows a rule and tells what a person makes of it; what the form does not show stays as it was."""

    edited = Signal(object)
    """Carries the AlertRule."""

    def __init__(self) -> None:
        super().__init__()
        self._rule: AlertRule | None = None
        self._quiet = False
        self._form = Ui_RuleForm()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        for side, words in SIDES:
            form.side.addItem(words, side)
        for priority, words in PRIORITIES:
            form.priority.addItem(words, priority)
        for line in (form.condition, form.point, form.zones, form.guidance):
            line.textEdited.connect(self._tell)
        for number in (form.limit, form.dead_band, form.delay, form.count):
            number.valueChanged.connect(self._tell)
        for choice in (form.side, form.priority):
            choice.activated.connect(self._tell)

    def show_rule(self, rule: AlertRule) -> None:
        """Fill the fields; fields that say the same already are left alone."""
        if self._rule is not None and filled(rule) == self._fields():
            self._rule = rule
            return
        self._rule, self._quiet = rule, True
        form, fields = self._form, filled(rule)
        form.condition.setText(fields.condition)
        form.point.setText(fields.point)
        form.side.setCurrentIndex(form.side.findData(fields.side))
        form.limit.setValue(fields.limit)
        form.dead_band.setValue(fields.dead_band)
        form.delay.setValue(fields.delay_s)
        form.count.setValue(fields.count)
        form.priority.setCurrentIndex(form.priority.findData(fields.priority))
        form.zones.setText(fields.zones)
        form.guidance.setText(fields.guidance)
        self._quiet = False

    def _fields(self) -> Filled:
        form = self._form
        return Filled(
            form.condition.text(),
            form.point.text(),
            form.side.currentData(),
            form.limit.value(),
            form.dead_band.value(),
            form.delay.value(),
            form.count.value(),
            form.priority.currentData(),
            form.zones.text(),
            form.guidance.text(),
        )

    def _tell(self, _value: object = None) -> None:
        if self._rule is not None and not self._quiet:
            self._rule = changed(self._rule, self._fields())
            self.edited.emit(self._rule)
