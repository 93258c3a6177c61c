"""The words and tools over the map while zones are edited."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from heyzack_console.desktop.theme.theme import Theme

ASKED = {
    "draw": ("New zone", "Draw the outline of a new zone on the plan  N"),
    "row": ("Row", "Place the selected devices, or those without a place, side by side along a line  R"),
    "room": ("Into a room", "Spread the selected devices, or those without a place, over a room"),
    "copy": ("Copy zones…", "Copy zones of this floor to another one"),
    "floors": ("Floors…", "Add, rename, reorder, resize and remove floors"),
    "details": ("Details…", "Name, number, use, kind and capacity  Enter"),
    "remove": ("Remove", "Remove this zone; its devices stay where they are  Del"),
    "finish": ("Done", "Close the outline, or place the row  Enter"),
    "give_up": ("Give up", "Forget what was drawn  Esc"),
}
RESTING = ("draw", "row", "room", "copy", "floors")
CHOSEN = ("details", "remove", "draw", "copy")
DRAWING = ("finish", "give_up")


class ZoneBar(QFrame):
    """A line of words above a row of buttons, so that neither is cut off by large text."""

    wanted = Signal(str)
    """Carries a key of ASKED."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "foot")
        self.setAccessibleName("Zones of this floor")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(4)
        column.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._buttons = {name: self._button(name, words, tip) for name, (words, tip) in ASKED.items()}
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def button(self, name: str) -> QPushButton:
        """The button called *name*."""
        return self._buttons[name]

    def say(self, text: str, offered: tuple[str, ...]) -> None:
        """Say *text* and offer the buttons *offered*."""
        if text != self._text.text():
            self._text.setText(text)
            self.setAccessibleDescription(text)
        for name, button in self._buttons.items():
            button.setVisible(name in offered)

    def _button(self, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def _dress(self) -> None:
        self._text.setFont(self._theme.font("body"))
