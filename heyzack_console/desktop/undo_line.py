"""The line at a pane's foot that says what was done and takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from heyzack_console.desktop.theme.theme import Theme

UNDO_KEY = "Ctrl Z"


class UndoLine(QFrame):
    """Shows the last thing done for ten seconds; *undo* then is one press away. A refusal shows here as well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._undo: Callable[[], None] | None = None
        self.setProperty("kind", "foot")
        self._text = QLabel()
        self._button = QPushButton("Undo")
        self._button.setProperty("kind", "link")
        self._button.setAccessibleName("Undo the last change")
        self._button.clicked.connect(self.take_back)
        self._key = QLabel(UNDO_KEY)
        self._key.setProperty("kind", "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._key)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme.tokens.motion["undo_ms"])
        self._timer.timeout.connect(self.go)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def offers(self) -> bool:
        """Whether something can be taken back here now."""
        return self._undo is not None

    def offer(self, done: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was *done* and offer to *undo* it; without *undo* it is only said."""
        self._undo = undo
        self._text.setText(done)
        self.setAccessibleName(done)
        self._button.setVisible(undo is not None)
        self._key.setVisible(undo is not None)
        self.show()
        self._timer.start()

    def take_back(self) -> None:
        """Undo what is offered, once; nothing happens when the line is gone."""
        undo, self._undo = self._undo, None
        self.go()
        if undo is not None:
            undo()

    def go(self) -> None:
        """Take the line away; what was done stays."""
        self._undo = None
        self._timer.stop()
        self.hide()
