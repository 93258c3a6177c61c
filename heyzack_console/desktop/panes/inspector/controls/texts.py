"""Controls whose value is written or picked in a dialog, or typed as one line."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.panes.inspector.controls.view import Send
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.colours import MOST, MOST_HUE, Colour, colour_of
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control
from heyzack_console.presentation.inspector.texts import text_problem


class TextView:
    """One line of text; Enter sends it, and what cannot be sent is said below before it is tried."""

    wide = True

    def __init__(self, control: Control, send: Send) -> None:
        self._control = control
        self._send = send
        self._box = QWidget()
        self._field = QLineEdit()
        self._field.setPlaceholderText("New value, Enter sends it")
        self._field.setAccessibleName(f"Set {control.title}")
        self._wrong = QLabel()
        self._wrong.setProperty("kind", "caution")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._field)
        column.addWidget(self._wrong)
        self._box.setFocusProxy(self._field)
        self._field.textChanged.connect(self._check)
        self._field.returnPressed.connect(self._sent)

    @property
    def widget(self) -> QWidget:
        """The line with its message."""
        return self._box

    def show_value(self, value: Value) -> None:
        """What is being written stays; the value itself stands in the row."""

    def _check(self, text: str) -> None:
        problem = text_problem(self._control, text)
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))

    def _sent(self) -> None:
        if not text_problem(self._control, self._field.text()):
            self._send(self._field.text())
            self._field.clear()


class AskedView:
    """A button that opens the dialog in which the value is written or picked.

    Args:
        ask: opens it with the value as it stands.
    """

    wide = False

    def __init__(self, control: Control, ask: Callable[[Value], None]) -> None:
        self._value: Value = None
        self._button = QPushButton("Edit…")
        self._button.setToolTip(f"Write a new value of {control.title.lower()}")
        self._button.clicked.connect(lambda: ask(self._value))

    @property
    def widget(self) -> QWidget:
        """The button."""
        return self._button

    def show_value(self, value: Value) -> None:
        """Remember what the dialog begins with."""
        self._value = value


class ColourView(AskedView):
    """A button with the lamp's colour on it."""

    def __init__(self, theme: Theme, control: Control, ask: Callable[[Value], None]) -> None:
        super().__init__(control, ask)
        self._theme = theme
        self._button.setText("Colour…")
        self._button.setToolTip(f"Pick {control.title.lower()}")

    def show_value(self, value: Value) -> None:
        """Show the colour."""
        super().show_value(value)
        colour = colour_of(value)
        if colour is None:
            self._button.setIcon(QIcon())
            return
        side = self._theme.px(16)
        swatch = QPixmap(QSize(side, side))
        swatch.fill(seen(colour))
        self._button.setIconSize(QSize(side, side))
        self._button.setIcon(QIcon(swatch))


def seen(colour: Colour) -> QColor:
    """The colour as a screen shows it."""
    return QColor.fromHsvF((colour.h % MOST_HUE) / MOST_HUE, colour.s / MOST, colour.v / MOST)


def picked(colour: QColor) -> Colour:
    """The lamp's colour for one that was picked; grey has no hue."""
    hue = max(0.0, colour.hsvHueF())
    return Colour(round(hue * MOST_HUE), round(colour.hsvSaturationF() * MOST), round(colour.valueF() * MOST))
