"""The words over the map while a blast radius is shown: how much, who, which safety, and the tools to draw lines."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.dependencies import Supply
from heyzack_console.presentation.impact.view import ImpactView

NOBODY = "Select a device to see what hangs on it."
DRAWING = "Click what {name} supplies, a device or a room; click again to remove the line. Enter takes the selection."


class ImpactBar(QFrame):
    """One or two lines of words, a choice of supply while drawing, and a way out."""

    closed = Signal()
    draw_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "foot")
        self.setAccessibleName("What hangs on the selected device")
        self._icon, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._supply = QComboBox()
        self._supply.setAccessibleName("What is supplied")
        for supply in Supply:
            self._supply.addItem(supply.word.capitalize(), supply.value)
        self._draw = QPushButton("Draw lines…")
        self._draw.setCheckable(True)
        self._draw.setToolTip("Draw on the plan what this device supplies  L")
        self._draw.clicked.connect(self.draw_toggled)
        self._close = QToolButton()
        self._close.setAccessibleName("Hide what hangs on it")
        self._close.setToolTip("Hide  B")
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        for widget in (self._supply, self._draw, self._close):
            row.addWidget(widget)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def supply(self) -> str:
        """The supply that a new line carries."""
        return str(self._supply.currentData())

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_view(self, view: ImpactView | None, *, drawing: bool) -> None:
        """Say what hangs on the thing of *view*; None while none is selected."""
        self._supply.setVisible(drawing)
        self._draw.setChecked(drawing)
        self._draw.setText("Done" if drawing else "Draw lines…")
        self._draw.setEnabled(view is not None)
        text = NOBODY if view is None else DRAWING.format(name=view.name) if drawing else _words(view)
        if text != self._text.text():
            self._text.setText(text)
            self.setAccessibleDescription(text)

    def _dress(self) -> None:
        self._text.setFont(self._theme.font("body"))
        self._icon.setPixmap(self._theme.glyph("impact", "ink2", self._theme.size("icon_tool"), 1.0))
        self._close.setIcon(self._theme.icon("close"))


def _words(view: ImpactView) -> str:
    parts = (f"{view.name}: {view.headline}", view.floors, view.people, view.safety, view.weakened)
    return " ".join(part for part in parts if part)
