"""The card of one alarm figure: name, grade as glyph and word, figure, unit, target."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.kpi import Grade
from heyzack_console.presentation.kpi.page import GLYPHS, INKS
from heyzack_console.presentation.kpi.words import KpiRow

GLYPH = 14


class GradeChip(QWidget):
    """A grade as glyph and word; no colour says it alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grade = Grade.NO_DATA
        self._glyph, self._word = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._glyph)
        row.addWidget(self._word)
        row.addStretch(1)
        theme.changed.connect(self._dress)

    def show_grade(self, grade: Grade, word: str) -> None:
        """Show *grade* with its word."""
        self._grade = grade
        self._word.setText(word)
        self._dress()

    def _dress(self) -> None:
        theme, ink = self._theme, INKS[self._grade]
        self._glyph.setPixmap(theme.glyph(GLYPHS[self._grade], ink, theme.px(GLYPH), self.devicePixelRatioF()))
        self._word.setFont(theme.font("small", 700 if self._grade is Grade.TOO_MUCH else 600))
        theme.mark_kind(self._word, {"ok": "ok", "caution": "caution"}.get(ink, "quiet"))


class KpiCard(QFrame):
    """One row of the table of figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._name, self._figure, self._unit, self._target = (QLabel() for _ in range(4))
        self._chip = GradeChip(theme)
        self._target.setWordWrap(True)
        self._unit.setWordWrap(True)
        self._unit.setProperty("kind", "second")
        self._target.setProperty("kind", "quiet")
        head, middle = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._chip)
        middle.setSpacing(8)
        middle.addWidget(self._figure)
        middle.addWidget(self._unit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(middle)
        column.addWidget(self._target)
        theme.changed.connect(self._dress)
        self._dress()

    def show_row(self, row: KpiRow) -> None:
        """Show a figure."""
        self._name.setText(row.name)
        self._figure.setText(row.figure)
        self._unit.setText(row.unit)
        self._target.setText(row.target)
        self._chip.show_grade(row.grade, row.word)
        self.setAccessibleName(f"{row.name}: {row.figure} {row.unit}. {row.word}; {row.target}.")

    def _dress(self) -> None:
        self._name.setFont(self._theme.font("body"))
        self._figure.setFont(self._theme.font("figure"))
        self._unit.setFont(self._theme.font("small"))
        self._target.setFont(self._theme.font("small"))
