"""Controls of few states: a switch, a button, a choice, a drive."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from heyzack_console.desktop.panes.inspector.controls.view import Send
from heyzack_console.desktop.panes.inspector.switch import Switch
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control

_SHORTEST = 8


class SwitchView:
    """On or off."""

    wide = False

    def __init__(self, theme: Theme, control: Control, send: Send) -> None:
        self._switch = Switch(theme)
        self._switch.setToolTip(f"Set {control.title.lower()} to {control.words[0]} or {control.words[1]}")
        self._switch.clicked.connect(send)

    @property
    def widget(self) -> QWidget:
        """The switch."""
        return self._switch

    def show_value(self, value: Value) -> None:
        """Stand where the device stands."""
        with QSignalBlocker(self._switch):
            self._switch.setChecked(value is True)


class ButtonView:
    """Sets something off; the device never says how it stands."""

    wide = False

    def __init__(self, control: Control, send: Send) -> None:
        self._button = QPushButton("Trigger")
        self._button.setToolTip(f"Send {control.title.lower()} once")
        self._button.clicked.connect(lambda: send(True))

    @property
    def widget(self) -> QWidget:
        """The button."""
        return self._button

    def show_value(self, value: Value) -> None:
        """There is nothing to follow."""


class ChoiceView:
    """One word of the product's; a value that the product does not list stays unchosen."""

    wide = False

    def __init__(self, control: Control, send: Send) -> None:
        self._control = control
        self._choice = QComboBox()
        self._choice.addItems(list(control.words))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(min(_SHORTEST, max(map(len, control.words))))
        self._choice.setCurrentIndex(-1)
        self._choice.activated.connect(lambda n: send(control.options[n]))

    @property
    def widget(self) -> QWidget:
        """The box."""
        return self._choice

    def show_value(self, value: Value) -> None:
        """Choose what the device has."""
        options = self._control.options
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(options.index(value) if isinstance(value, str) and value in options else -1)


class DriveView:
    """Open, stop, close side by side: each press is an order, also the same one again."""

    wide = True

    def __init__(self, control: Control, send: Send) -> None:
        self._row = QWidget()
        inner = QHBoxLayout(self._row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        buttons = [
            _button(word, f"{word} {control.title.lower()}", partial(send, option))
            for option, word in zip(control.options, control.words, strict=True)
        ]
        for button in buttons:
            inner.addWidget(button, 1)
        self._row.setFocusProxy(buttons[0])

    @property
    def widget(self) -> QWidget:
        """The buttons."""
        return self._row

    def show_value(self, value: Value) -> None:
        """A drive's word tells what it was told last, not how it stands: no button stays down."""


def _button(word: str, name: str, press: Callable[[], None]) -> QPushButton:
    button = QPushButton(word)
    button.setAccessibleName(name)
    button.clicked.connect(lambda _=False: press())
    return button
