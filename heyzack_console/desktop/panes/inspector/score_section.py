"""The health score in the inspector, with what takes points off."""

from PySide6.QtWidgets import QLabel

from heyzack_console.desktop.panes.inspector.parts import Section, fitted, tint
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.devices.score import INKS, reason_lines, score_words
from heyzack_console.rules.score import Score


class ScoreSection(Section):
    """The figure in the head, one line a reason."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Health score")
        self._score: Score | None = None
        self._labels: list[QLabel] = []
        theme.changed.connect(self._renew)

    def show_score(self, score: Score) -> None:
        """Show *score*."""
        if score != self._score:
            self._score = score
            self._renew()

    def _renew(self) -> None:
        if self._score is None:
            return
        self.say_aside(score_words(self._score))
        lines = reason_lines(self._score) or ("Nothing takes points off.",)
        fitted(self.body, self._labels, len(lines), self._label)
        for label, line in zip(self._labels, lines, strict=True):
            label.setText(line)
            tint(label, self._theme.color(INKS[self._score.word]))

    def _label(self) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setFont(self._theme.font("small"))
        return label
