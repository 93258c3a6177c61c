"""What long work shows: how far it is, what it does now, and how to stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.theme.theme import Theme


class ProgressPanel(QFrame):
    """Title, bar, counts, and a button that cancels; hidden while nothing runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cancel: Callable[[], None] | None = None
        self._title = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._counts = QLabel()
        self._counts.setProperty("kind", "second")
        self._counts.setWordWrap(True)
        self._button = QPushButton("Cancel")
        self._button.clicked.connect(self.cancel)
        foot = QHBoxLayout()
        foot.addWidget(self._counts, 1)
        foot.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addLayout(foot)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def begin(self, title: str, cancel: Callable[[], None], word: str = "Cancel") -> None:
        """Show that work began; *cancel* stops it, *word* is on its button."""
        self._cancel = cancel
        self._title.setText(title)
        self.setAccessibleName(title)
        self._button.setText(word)
        self._button.setEnabled(True)
        self.advance(0, 0)
        self.show()

    def advance(self, done: int, total: int, counts: str = "") -> None:
        """Show how far it is; a *total* of 0 means that nobody knows. *counts* says it in words."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(f"{done} of {total}" if total else "running")
        self._counts.setText(counts or (f"{done} of {total}" if total else ""))

    def cancel(self) -> None:
        """Ask the work to stop; the panel stays until it has."""
        self._button.setEnabled(False)
        self._counts.setText("Stopping")
        if self._cancel is not None:
            self._cancel()

    def end(self) -> None:
        """Take the panel away."""
        self._cancel = None
        self.hide()

    def _dress(self) -> None:
        self._title.setFont(self._theme.font("lead"))
        self._counts.setFont(self._theme.font("small"))
