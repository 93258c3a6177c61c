"""A button with a glyph alone, which says in words what it does."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from heyzack_console.desktop.theme.theme import Theme


class IconButton(QToolButton):
    """Follows theme and text size; *says* is its tooltip and its accessible name."""

    def __init__(self, theme: Theme, glyph: str, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph = glyph
        self.setToolTip(says)
        self.setAccessibleName(says)
        theme.changed.connect(self._dress)
        self._dress()

    def show_glyph(self, glyph: str, says: str) -> None:
        """Show another glyph with another meaning."""
        self._glyph = glyph
        self.setToolTip(says)
        self.setAccessibleName(says)
        self._dress()

    def _dress(self) -> None:
        side = self._theme.size("icon_tool")
        self.setIconSize(QSize(side, side))
        self.setIcon(self._theme.icon(self._glyph))
