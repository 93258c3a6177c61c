"""Rows of a list with check boxes that show in both themes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

# Fusion draws the edge of a check box 1.4 times darker than the window's colour, which a dark one hides.
EDGE_PERCENT = 140


class TickDelegate(QStyledItemDelegate):
    """Gives the boxes their ground, edge and tick from the theme."""

    def __init__(self, theme: Theme, shown: QAbstractItemView) -> None:
        super().__init__(shown)
        self._theme = theme

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        palette, color = QPalette(option.palette), self._theme.color
        palette.setColor(QPalette.ColorRole.Window, color("line_strong").lighter(EDGE_PERCENT))
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        palette.setColor(QPalette.ColorRole.Text, color("ink"))
        option.palette = palette
