"""The look for paper: light, at text size 100 %, beside whatever the window wears."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from heyzack_console.desktop.theme.flash import FlashClock
from heyzack_console.desktop.theme.icons import Icons
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.look import Look, ThemeChoice

LIGHT = "light"


class PaperTheme(Theme):
    """Answers like the theme that is worn, in light; it is put on nothing, and nothing on it flashes."""

    def __init__(self, worn: Theme) -> None:
        QObject.__init__(self, worn)
        self.tokens = worn.tokens
        self.icons = Icons(self.tokens.icons)
        self.flash = FlashClock(self.tokens.motion, self)
        self.flash.allow(flashing=False)
        self._look = Look(theme=ThemeChoice.LIGHT)
        self._worn = LIGHT
        self._narrow = self._touched = False
        self._colours = {token: QColor(value) for token, value in self.tokens.themes[LIGHT].items()}

    @override
    def font(self, name: str, weight: int | None = None) -> QFont:
        """Return the font without the window's figures, which cannot be searched for or copied out of a PDF."""
        font = super().font(name, weight)
        font.clearFeatures()
        font.setFeature(QFont.Tag("calt"), 0)  # it draws the colon of a time by a sign that has no letter of its own
        return font
