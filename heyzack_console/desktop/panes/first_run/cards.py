"""One card of the first choice."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.first_run.choice import Choice

GLYPH = 27
BUTTON = 40
WIDTH = 355
HEIGHT = 316


class TallButton(QPushButton):
    """A button that is easy to hit; the style sheet knows only the usual height."""

    def __init__(self, theme: Theme, word: str) -> None:
        super().__init__(word)
        self._theme = theme

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(BUTTON))


class ChoiceCard(QFrame):
    """Glyph, title, sentence, a few facts and one button at the foot; *main* is the suggestion for newcomers."""

    taken = Signal(str)

    def __init__(self, theme: Theme, choice: Choice, *, main: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = choice
        self.setProperty("kind", "card_chosen" if main else "card")
        self.setAccessibleName(choice.title)
        self._glyph = QLabel()
        self._title = QLabel(choice.title)
        self._text = QLabel(choice.text)
        self._text.setWordWrap(True)
        self._text.setProperty("kind", "second")
        self._note = QLabel(choice.note, self)
        self._note.setProperty("kind", "quiet")
        self._note.setVisible(bool(choice.note))
        self._facts = [(QLabel(label), QLabel(value)) for label, value in choice.facts]
        self.button = TallButton(theme, choice.verb)
        self.button.setProperty("kind", "primary" if main else "")
        self.button.clicked.connect(lambda: self.taken.emit(choice.id))
        self._arrange()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is shown, as (label, value) pairs."""
        return tuple((label.text(), value.text()) for label, value in self._facts)

    def show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show other values for the facts that the choice declares."""
        for (label, value), (words, text) in zip(self._facts, facts, strict=True):
            label.setText(words)
            value.setText(text)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._glyph)
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(2)
        column.addWidget(self._note)
        for label, value in self._facts:
            label.setProperty("kind", "second")
            row = QHBoxLayout()
            row.addWidget(label)
            row.addStretch(1)
            row.addWidget(value)
            column.addLayout(row)
        column.addStretch(1)
        column.addWidget(self.button)

    def _dress(self) -> None:
        theme = self._theme
        self.setMinimumHeight(theme.px(HEIGHT))
        self.setMaximumWidth(theme.px(WIDTH))
        self._glyph.setPixmap(theme.glyph(self._choice.glyph, "ink", theme.px(GLYPH), self.devicePixelRatioF()))
        self._title.setFont(theme.font("title"))
        self._text.setFont(theme.font("lead", 400))
        self._note.setFont(theme.font("body"))
        for label, value in self._facts:
            label.setFont(theme.font("body"))
            value.setFont(theme.font("strong", 500))
        self.button.setFont(theme.font("lead"))
