"""The choice of the moment since which changes count, and the two buttons that set one."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from heyzack_console.presentation.map.changes import Since


class ChangeTools(QWidget):
    """Tells what is chosen and pressed."""

    since_chosen = Signal(object)
    """Carries the Since."""
    confirmed = Signal()
    hand_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since = QComboBox()
        self._since.setAccessibleName("Since when changes are marked")
        self._since.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for since in Since:
            self._since.addItem(since.word, since)
        self._since.activated.connect(lambda row: self.since_chosen.emit(self._since.itemData(row)))
        self._seen = QPushButton("Seen")
        self._seen.setToolTip("Count changes from now on  C")
        self._seen.clicked.connect(self.confirmed)
        hand_over = QPushButton("Hand over…")
        hand_over.setToolTip("Hand over to the next shift, with a note")
        hand_over.clicked.connect(self.hand_over_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._since, self._seen, hand_over):
            row.addWidget(widget)

    def show_since(self, since: Since) -> None:
        """Show what is chosen; only one's own look can be confirmed."""
        with QSignalBlocker(self._since):
            self._since.setCurrentIndex(tuple(Since).index(since))
        self._seen.setEnabled(since is Since.LOOK)
