"""A small table of a form whose cells are typed into."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

TYPED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

_BY_KEYBOARD = QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed
CELLS_SHARE = 0.64
"""Of the width, for all columns but the first."""


class CellDelegate(QStyledItemDelegate):
    """A cell that is typed into has an edge, and while it is empty it says in grey what holds then."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        painter.save()
        painter.setPen(self._theme.color("line_strong"))
        painter.drawRect(option.rect.adjusted(1, 2, -2, -3))
        if not index.data():
            painter.setPen(self._theme.color("ink3"))
            place = option.rect.adjusted(6, 0, -6, 0)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            hint = painter.fontMetrics().elidedText(
                index.data(Qt.ItemDataRole.UserRole) or "", Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, align, hint)
        painter.restore()


class CellTable(QTableWidget):
    """The first column names the line; a cell whose text is None cannot be typed into.

    Args:
        columns: titles.
        narrow: widths in pixels of all columns but the first.
    """

    edited = Signal()

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[str], narrow: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._theme = theme
        self._narrow = tuple(narrow)
        self._filling = False
        self.setAccessibleName(name)
        self.setProperty("kind", "list")
        self.setHorizontalHeaderLabels(list(columns))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.row_height)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(CellDelegate(theme, self))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # Arrows move, typing or F2 edits, Tab leaves: a keyboard is never caught in here.
        self.setEditTriggers(_BY_KEYBOARD)
        self.setTabKeyNavigation(False)
        self.cellClicked.connect(self._edit)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(columns)):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.itemChanged.connect(self._changed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the words of the lines have their share of it."""
        super().resizeEvent(event)
        wanted = [self._theme.px(width) for width in self._narrow]
        given = min(sum(wanted), round(self.viewport().width() * CELLS_SHARE))
        for column, width in enumerate(wanted, start=1):
            self.horizontalHeader().resizeSection(column, width * given // sum(wanted))

    def fill(self, lines: Sequence[tuple[str, Sequence[str | None], Sequence[str]]]) -> None:
        """Show *lines*: the title, the texts of the other cells, and what stands in an empty one."""
        self._filling = True
        self.setRowCount(len(lines))
        for row, (title, texts, hints) in enumerate(lines):
            head = QTableWidgetItem(title)
            head.setFlags(READ)
            head.setToolTip(title)
            self.setItem(row, 0, head)
            for column, (text, hint) in enumerate(zip(texts, hints, strict=True), start=1):
                self.setItem(row, column, self._cell(text, hint, f"{title}, {hint}"))
        self._filling = False

    def texts(self, row: int) -> list[str]:
        """What the cells of *row* say, without its title; a cell that cannot be typed into says nothing."""
        cells = (self.item(row, column) for column in range(1, self.columnCount()))
        return [cell.text() if cell is not None and cell.flags() & Qt.ItemFlag.ItemIsEditable else "" for cell in cells]

    def _edit(self, row: int, column: int) -> None:
        cell = self.item(row, column)
        if cell is not None and cell.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(cell)

    def _cell(self, text: str | None, hint: str, words: str) -> QTableWidgetItem:
        cell = QTableWidgetItem(hint if text is None else text)
        cell.setFlags(READ if text is None else TYPED)
        cell.setToolTip(words)
        cell.setData(Qt.ItemDataRole.UserRole, hint)
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}: {text or 'empty'}")
        if text is None:
            cell.setForeground(self._theme.color("ink3"))
        return cell

    def _changed(self) -> None:
        if not self._filling:
            self.edited.emit()
