"""The help page of keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.keys import KeySection


class KeyHelp(QDialog):
    """Every key that acts, by place; read from the same declarations that set them."""

    def __init__(self, theme: Theme, sections: Sequence[KeySection], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        title = QLabel("Keys")
        title.setFont(theme.font("title"))
        hint = QLabel("A single letter acts in the pane that has the keyboard, never while you type.")
        hint.setProperty("kind", "second")
        hint.setWordWrap(True)
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for section in sections:
            self._fill(grid, theme, section)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setAccessibleName("List of keys")
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(hint)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        screen = parent.size()
        self.resize(min(theme.px(560), screen.width() - 64), min(theme.px(600), screen.height() - 64))
        close.setFocus()

    def _fill(self, grid: QGridLayout, theme: Theme, section: KeySection) -> None:
        head = QLabel(section.title)
        head.setFont(theme.font("small", 600))
        head.setProperty("kind", "second")
        row = grid.rowCount()
        grid.addWidget(head, row, 0, 1, 2)
        for line in section.rows:
            row += 1
            keys = QLabel(line.keys)
            keys.setProperty("kind", "key")
            does = QLabel(line.does)
            does.setWordWrap(True)
            grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(does, row, 1)
        grid.setColumnStretch(1, 1)
