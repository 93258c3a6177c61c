"""Checks below each other: a sign, what was tried, what came of it, what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.fieldwork.diagnosis import Check, Outcome

SIGNS = {
    Outcome.OK: ("done", "ok"),
    Outcome.FAILED: ("caution", "caution"),
    Outcome.OPEN: ("no_data", "ink2"),
}


class CheckRows(QWidget):
    """Shows the checks it was last given."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        self._labels: list[QLabel] = []

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show *checks*, and nothing of before."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for row, check in enumerate(checks):
            self._show(row, check)
        self._grid.setRowStretch(max(len(checks), self._grid.rowCount()), 1)

    def _show(self, row: int, check: Check) -> None:
        glyph, ink = SIGNS[check.outcome]
        sign, title, words = QLabel(), QLabel(check.title), QLabel(f"{check.words} {check.advice}".strip())
        side = self._theme.size("icon_tool")
        sign.setPixmap(self._theme.glyph(glyph, ink, side, self.devicePixelRatioF()))
        sign.setAccessibleName(check.outcome.value)
        title.setFont(self._theme.font("strong"))
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{check.title}: {check.outcome.value}. {words.text()}")
        for column, label in enumerate((sign, title, words)):
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self._labels.append(label)
