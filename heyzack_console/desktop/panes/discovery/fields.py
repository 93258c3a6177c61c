"""A field with its hint below, which turns into the sentence that says what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from heyzack_console.desktop.theme.theme import Theme


class CheckedField(QObject):
    """Validates when the field is left, and on each key once it is wrong.

    Args:
        fault: what is wrong with a text, empty when nothing is.
    """

    changed = Signal()

    def __init__(self, theme: Theme, field: QLineEdit, hint: QLabel, fault: Callable[[str], str]) -> None:
        super().__init__(field)
        self._theme = theme
        self._field = field
        self._hint = hint
        self._words = hint.text()
        self._fault = fault
        self._shown = False
        hint.setFont(theme.font("small"))
        hint.setVisible(bool(self._words))
        field.textChanged.connect(self._edited)
        field.editingFinished.connect(self.check)

    @property
    def fault(self) -> str:
        """What is wrong now, whether it is shown or not."""
        return self._fault(self._field.text())

    def check(self) -> bool:
        """Show what is wrong, if anything; True when nothing is. An empty field is not blamed before it was used."""
        fault = self.fault
        self._show(fault)
        return not fault

    def calm(self) -> None:
        """Forget what is shown, as when the form shows something else."""
        self._show("")

    def _edited(self) -> None:
        if self._shown:
            self.check()
        self.changed.emit()

    def _show(self, fault: str) -> None:
        if fault == self._hint.text():
            return
        self._shown = bool(fault)
        self._hint.setText(fault or self._words)
        self._hint.setVisible(bool(fault or self._words))
        self._theme.mark_kind(self._hint, "caution" if fault else "quiet")
        self._theme.mark_kind(self._field, "wrong" if fault else "")
