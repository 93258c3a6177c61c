"""The strip at the top of a pane: what is lost, since when, what still holds, one way out."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from heyzack_console.desktop.theme.theme import Theme


class Strip(QFrame):
    """One sentence with a glyph and at most one action; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph = ""
        self._act: Callable[[], None] | None = None
        self.setProperty("kind", "strip")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton()
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, glyph: str, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show *sentence*; *action* is the word of the one thing to do about it."""
        self._glyph, self._act = glyph, act
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._dress()
        self.show()

    def clear(self) -> None:
        """Take the strip away."""
        self.hide()

    def _clicked(self) -> None:
        if self._act is not None:
            self._act()

    def _dress(self) -> None:
        self.setMinimumHeight(self._theme.size("strip"))
        self._text.setFont(self._theme.font("body", weight=500))
        if self._glyph:
            size = self._theme.size("icon_tool")
            self._icon.setPixmap(self._theme.glyph(self._glyph, "caution", size, self.devicePixelRatioF()))
