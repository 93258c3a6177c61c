"""What is printed: dark on white whatever the window wears, in lengths of the paper."""

from PySide6.QtGui import QColor, QFont

from heyzack_console.desktop.theme.fonts import build_font
from heyzack_console.desktop.theme.tokens import Tokens

UNITS_A_MM = 10
"""Paper is painted in tenths of a millimetre, so that fonts have whole sizes."""


class Paper:
    """Colours of the light theme, and fonts by their height on paper."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def color(self, token: str) -> QColor:
        """The colour of *token* on paper."""
        return QColor(self._tokens.themes["light"][token])

    def font(self, name: str, height_mm: float) -> QFont:
        """The font of a step of the type scale, *height_mm* high."""
        return build_font(self._tokens, name, height_mm * UNITS_A_MM / self._tokens.scale[name].px)
