"""Edits rules as text: checked while one types, tried on the past, taken into force."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QListWidgetItem, QScrollArea, QTextEdit, QWidget

from heyzack_console.desktop.forms.rule_editor import Ui_RuleEditor
from heyzack_console.desktop.panes.rules.form import RuleForm
from heyzack_console.desktop.panes.rules.ground import RuleGround
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.alerts.rule_file import CheckedFile, FileFault
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.rules import CheckRules, ImportRules, TryRules, WriteRules
from heyzack_console.presentation.rules.form import shown
from heyzack_console.presentation.rules.words import SPANS, check_words, fault_words, trial_words

SIZE = (1000, 620)
CHECK, TRY, WRITE = "checking rules", "trying rules", "writing rules"
NO_FORM = "The form shows one rule with a limit; this text holds something else"


class RuleEditor(QDialog):
    """Take into force waits until the text is in order; *receipt* is there once it was."""

    def __init__(self, ground: RuleGround, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self.receipt: Receipt | None = None
        self._faults: tuple[FileFault, ...] = ()
        self._form = Ui_RuleEditor()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form, theme = self._form, ground.theme
        room = parent.window().size()
        self.resize(min(theme.px(SIZE[0]), room.width() - 40), min(theme.px(SIZE[1]), room.height() - 40))
        form.title.setText(title)
        form.title.setFont(theme.font("title"))
        form.text.setFont(theme.font("mono"))
        form.verdict.setFont(theme.font("strong"))
        form.column.setStretch(1, 1)
        self._fields = RuleForm()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._fields)
        form.views.insertTab(0, area, "Form")
        form.views.setCurrentIndex(1)
        self._fields.edited.connect(self._write)
        form.halves.setStretchFactor(0, 3)
        form.halves.setStretchFactor(1, 2)
        for words, span in SPANS:
            form.span.addItem(words, span)
        form.span.setCurrentIndex(1)
        form.text.setPlainText(text)
        form.text.textChanged.connect(self._check)
        form.faults.itemActivated.connect(self._go_to)
        form.faults.itemClicked.connect(self._go_to)
        form.try_it.clicked.connect(self._try)
        form.save.clicked.connect(self._save)
        form.cancel.clicked.connect(self.reject)
        self.finished.connect(lambda _: self._stop())
        form.text.setFocus()
        self._check()

    def _check(self) -> None:
        form, text = self._form, self._form.text.toPlainText()
        form.save.setEnabled(False)
        form.try_it.setEnabled(False)
        form.save.setToolTip("The text is being checked")

        async def ask() -> None:
            self._show(await self._ground.port.ask(CheckRules(text)))

        self._ground.bridge.renew(ask(), CHECK, self._refused)

    def _show(self, result: CheckedFile) -> None:
        form = self._form
        self._faults = result.faults
        self._ground.theme.mark_kind(form.verdict, "ok" if result.ok else "caution")
        form.verdict.setText(check_words(result))
        form.save.setToolTip("" if result.ok else check_words(result))
        form.faults.clear()
        for number, fault in enumerate(result.faults):
            item = QListWidgetItem(fault_words(fault))
            item.setData(Qt.ItemDataRole.UserRole, number)
            form.faults.addItem(item)
        form.faults.setVisible(not result.ok)
        form.said.clear()
        form.save.setEnabled(result.ok and bool(result.rules))
        form.try_it.setEnabled(result.ok and bool(result.rules))
        self._offer_form(result)
        self._underline()

    def _offer_form(self, result: CheckedFile) -> None:
        """A text that the form cannot show, or that is wrong, is edited as text."""
        views, rule = self._form.views, shown(result.rules)
        if rule is not None:
            self._fields.show_rule(rule)
        elif result.ok:
            views.setCurrentIndex(1)
        views.setTabEnabled(0, rule is not None or (not result.ok and views.currentIndex() == 0))
        views.setTabToolTip(0, "" if rule is not None else NO_FORM)

    def _write(self, rule: AlertRule) -> None:
        async def ask() -> None:
            self._form.text.setPlainText(await self._ground.port.ask(WriteRules((rule,))))

        self._ground.bridge.renew(ask(), WRITE, self._refused)

    def _underline(self) -> None:
        marks = []
        for fault in self._faults:
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(self._ground.theme.color("caution"))
            mark.format = look
            mark.cursor = self._cursor_at(fault)
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            marks.append(mark)
        self._form.text.setExtraSelections(marks)

    def _cursor_at(self, fault: FileFault) -> QTextCursor:
        document = self._form.text.document()
        block = document.findBlockByNumber(min(fault.line, document.blockCount()) - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(fault.column - 1, max(0, block.length() - 1)))
        return cursor

    def _go_to(self, item: QListWidgetItem) -> None:
        fault = self._faults[item.data(Qt.ItemDataRole.UserRole)]
        self._form.views.setCurrentIndex(1)
        self._form.text.setTextCursor(self._cursor_at(fault))
        self._form.text.setFocus()

    def _try(self) -> None:
        form, end = self._form, self._ground.times.now()
        query = TryRules(form.text.toPlainText(), end - form.span.currentData(), end)
        form.trial.setPlainText("Hearing the recorded values again …")

        async def ask() -> None:
            trial = await self._ground.port.ask(query)
            form.trial.setPlainText(trial_words(trial, self._name_of, self._ground.times.zone()))

        self._ground.bridge.renew(ask(), TRY, lambda error: form.trial.setPlainText(error.text))

    def _save(self) -> None:
        form = self._form
        command = ImportRules(form.text.toPlainText(), reason=form.reason.text().strip())
        form.save.setEnabled(False)

        async def do() -> None:
            self.receipt = await self._ground.port.do(command)
            self.accept()

        self._ground.bridge.start(do(), "taking in rules", self._refused)

    def _refused(self, error: ConsoleError) -> None:
        self._form.said.setText(error.text)
        self._form.save.setEnabled(not self._faults)

    def _stop(self) -> None:
        for name in (CHECK, TRY, WRITE):
            self._ground.bridge.stop(name)

    def _name_of(self, device: DeviceId) -> str:
        known = self._ground.mirror.devices.get(device)
        return known.name if known is not None else device
