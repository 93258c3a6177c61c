"""Makes and changes templates: one product or kind at a time."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.templates import Ui_Templates
from heyzack_console.desktop.panes.devices.cell_table import CellTable
from heyzack_console.desktop.panes.devices.drift_dialog import DriftDialog
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.templates import DeviceTemplate, TemplateId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.alerts import AlertRules
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.templates import RemoveTemplate, SaveTemplate, Templates
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.templates.draft import (
    LimitLine,
    ValueLine,
    alike,
    drafted,
    limit_lines,
    number_cell,
    value_lines,
)
from heyzack_console.presentation.templates.subjects import Subject, preview, subjects
from heyzack_console.rules.templates.tuning import DEAD_BAND, DELAY, LIMIT

SIZE = (1080, 700)
PARTS = (LIMIT, DEAD_BAND, DELAY)
LOADING = "Reading the templates"
SAVING = "Saving the template"
REMOVING = "Removing the template"
AS_IT_IS = "as it is"
UNSAVED = "What was typed here is not saved yet."


class TemplateDialog(QDialog):
    """Reads as soon as it is open; *receipts* tell what was done.

    Args:
        first: the template to begin with, where the building has something for it.
    """

    def __init__(self, ground: DeviceGround, first: TemplateId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._first = first
        self._form = Ui_Templates()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.receipts: list[Receipt] = []
        theme = ground.theme
        self.limits = CellTable(theme, "Limits of alerts", ("Alert", "Limit", "Dead-band", "Lasts"), (92, 92, 92), self)
        self.values = CellTable(theme, "Wanted values", ("Data point", "Takes", "Should be"), (160, 120), self)
        self._subjects: tuple[Subject, ...] = ()
        self._shown: Subject | None = None
        self._typed: dict[TemplateId, DeviceTemplate] = {}
        self._rules: tuple[AlertRule, ...] = ()
        self._limit_lines: tuple[LimitLine, ...] = ()
        self._value_lines: tuple[ValueLine, ...] = ()
        self._work = FormWork(self, ground.bridge, theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def load(self) -> None:
        """Ask for the templates and the rules."""
        self._work.run(self._load(), LOADING, self._settle)

    async def _load(self) -> None:
        port = self._ground.port
        templates = await port.ask(Templates())
        self._rules = await port.ask(AlertRules())
        self._list(templates)

    def _list(self, templates: Sequence[DeviceTemplate]) -> None:
        self._subjects = subjects(self._ground.mirror.book, templates)
        wanted = self._subject.template.id if self._subject else self._first
        field = self._form.subject
        field.blockSignals(True)
        field.clear()
        for subject in self._subjects:
            field.addItem(subject.words, subject.template.id)
        field.setCurrentIndex(max(0, field.findData(wanted)) if self._subjects else -1)
        field.blockSignals(False)
        self._show()

    @property
    def _subject(self) -> Subject | None:
        name = self._form.subject.currentData()
        return next((one for one in self._subjects if one.template.id == name), None)

    def _turn(self) -> None:
        """Go to another template; what was typed is kept until it is saved or the form is closed."""
        before = self._shown
        try:
            draft = self._draft(before) if before is not None else None
        except InvalidInput as wrong:
            field = self._form.subject
            field.blockSignals(True)
            field.setCurrentIndex(field.findData(before.template.id) if before else -1)
            field.blockSignals(False)
            self._work.refuse(wrong)
            return
        if draft is not None and before is not None and not alike(draft, before.template):
            self._typed[draft.id] = draft
        self._show()

    def _show(self) -> None:
        """Fill the form with the chosen template, as it was last typed."""
        subject, form = self._subject, self._form
        self._shown = subject
        typed = self._typed.get(subject.template.id) if subject else None
        self._work.say(UNSAVED if typed is not None else "")
        if subject is not None and typed is not None:
            subject = replace(subject, template=typed)
        template = subject.template if subject else DeviceTemplate()
        form.pattern.setText(template.name_pattern)
        form.category.setCurrentIndex(max(0, form.category.findData(template.category)))
        self._limit_lines = limit_lines(subject, self._rules) if subject else ()
        self._value_lines = value_lines(subject) if subject else ()
        self.limits.fill([_limit_cells(line) for line in self._limit_lines])
        self.values.fill([(line.title, (None, line.text), (line.hint, "")) for line in self._value_lines])
        self._settle()

    def _draft(self, subject: Subject) -> DeviceTemplate:
        limits = [
            (line, dict(zip(PARTS, self.limits.texts(row), strict=True))) for row, line in enumerate(self._limit_lines)
        ]
        values = [(line, self.values.texts(row)[-1]) for row, line in enumerate(self._value_lines)]
        category = self._form.category.currentData() if subject.template.product else None
        return drafted(subject, self._form.pattern.text(), category, limits, values)

    def _save(self) -> None:
        subject = self._subject
        if subject is not None:
            self._work.run(self._put(subject), SAVING)

    async def _put(self, subject: Subject) -> None:
        receipt = await self._ground.port.do(SaveTemplate(self._draft(subject)))
        await self._done(receipt)

    def _remove(self) -> None:
        subject = self._subject
        if subject is not None:
            self._work.run(self._take_away(subject.template.id), REMOVING)

    async def _take_away(self, template: TemplateId) -> None:
        await self._done(await self._ground.port.do(RemoveTemplate(template)))

    async def _done(self, receipt: Receipt) -> None:
        self.receipts.append(receipt)
        if self._subject is not None:
            self._typed.pop(self._subject.template.id, None)
        kept = await self._ground.port.ask(Templates())
        self._list(kept)
        self._work.say(receipt.text, "ok")

    def _compare(self) -> None:
        subject = self._subject
        if subject is not None:
            self._work.run(self._show_drift(subject), "Waiting for the comparison")

    async def _show_drift(self, subject: Subject) -> None:
        dialog = DriftDialog(self._ground, [device.id for device in subject.devices], self)
        dialog.compare()
        await answered(dialog, self._ground.theme)
        self.receipts += dialog.receipts

    def _settle(self) -> None:
        form, subject, busy = self._form, self._subject, self._work.busy
        category: Category | None = form.category.currentData()
        said = preview(subject, form.pattern.text(), category, self._ground.mirror.book) if subject else ""
        nothing = "" if subject or busy else "There is no device yet that a template could be for."
        form.preview.setText(said or nothing)
        form.preview.setVisible(bool(said or nothing))
        form.category.setEnabled(bool(subject and subject.template.product) and not busy)
        for part in (form.save, form.subject, form.pattern, self.limits, self.values):
            part.setEnabled(subject is not None and not busy)
        form.remove.setEnabled(bool(subject and subject.kept) and not busy)
        form.compare.setEnabled(bool(subject and subject.kept and subject.devices) and not busy)
        form.compare.setToolTip("" if form.compare.isEnabled() else "Save the template first")

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        form.pattern_hint.setFont(theme.font("small"))
        form.category.addItem(AS_IT_IS, None)
        for category in sorted(Category, key=category_word):
            form.category.addItem(theme.icon(f"category.{category}"), category_word(category), category)
        for label, place, table in (
            (form.limits_label, form.limits_place, self.limits),
            (form.values_label, form.values_place, self.values),
        ):
            label.setFont(theme.font("strong"))
            place.addWidget(table, 1)
        form.progress_place.addWidget(self._work.panel)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))

    def _connect(self) -> None:
        form = self._form
        form.subject.currentIndexChanged.connect(lambda _: self._turn())
        form.pattern.textChanged.connect(lambda _: self._settle())
        form.category.currentIndexChanged.connect(lambda _: self._settle())
        form.save.clicked.connect(self._save)
        form.remove.clicked.connect(self._remove)
        form.compare.clicked.connect(self._compare)
        form.close.clicked.connect(self.reject)
        self._work.busy_changed.connect(self._settle)


def _limit_cells(line: LimitLine) -> tuple[str, list[str | None], list[str]]:
    units = {LIMIT: line.unit, DEAD_BAND: line.unit, DELAY: "min"}
    usual = {part: line.usual[part] for part in PARTS}
    hints = ["" if usual[part] is None else f"{number_cell(usual[part])} {units[part]}".strip() for part in PARTS]
    return line.title, [None if usual[part] is None else line.texts[part] for part in PARTS], hints
