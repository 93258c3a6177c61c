"""What a data point's row asks of its control."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from heyzack_console.domain.devices.points import Value

Send = Callable[[Value], None]
"""Takes the value that a person gave."""


class ControlView(Protocol):
    """A control on the screen. *wide* ones stand below the name; others at the end of its line."""

    wide: bool

    @property
    def widget(self) -> QWidget:
        """What is put into the row, and what has the keyboard."""

    def show_value(self, value: Value) -> None:
        """Follow the value as it stands, unless a person is just giving another one. It sends nothing."""
