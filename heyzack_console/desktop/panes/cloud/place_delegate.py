"""How the trees of places are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

EDGE_PERCENT = 140


class PlaceDelegate(QStyledItemDelegate):
    """Rows as high as those of every table, and check boxes whose edge shows in both themes."""

    def __init__(self, theme: Theme, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._theme.row_height)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        # Fusion draws the edge of a check box 1.4 times darker than the window's colour, which a dark one hides.
        edge = self._theme.color("line_strong").lighter(EDGE_PERCENT)
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Window, edge)
        option.palette = palette
