"""The three buttons at the lower right: larger, smaller, whole floor."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from heyzack_console.desktop.theme.theme import Theme

BUTTONS = (
    ("zoom_in", "Zoom in", "+"),
    ("zoom_out", "Zoom out", "-"),
    ("fit", "Show the whole floor", "0"),
)


class ZoomPad(QFrame):
    """Asks for another view."""

    wanted = Signal(str)
    """Carries ``zoom_in``, ``zoom_out`` or ``fit``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = {name: self._button(name, words, key) for name, words, key in BUTTONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        for button in self._buttons.values():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setProperty("kind", "card")
        self.setAccessibleName("Zoom")
        theme.changed.connect(self._dress)
        self._dress()

    def _button(self, name: str, words: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {key}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def _dress(self) -> None:
        side = self._theme.size("icon_tool")
        for name, button in self._buttons.items():
            button.setIcon(self._theme.icon(name))
            button.setIconSize(QSize(side, side))
