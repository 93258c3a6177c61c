"""A table as every pane uses it: rows of finished cells, columns that fit the window, keys, copy."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from heyzack_console.desktop.table.column_fit import ColumnFit
from heyzack_console.desktop.table.row_delegate import RowDelegate
from heyzack_console.desktop.table.row_model import RowModel
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.tables import RowSource


class RowTable(QTableView):
    """Shows a source. Rows have one height, the vertical header is hidden, selection is by whole rows."""

    chosen = Signal(list)
    """The keys of the selected lines, the current one first."""
    opened = Signal(str)
    """A line was opened by Enter or a double click."""
    menu_wanted = Signal(object)
    """Carries the global position for a context menu."""

    def __init__(self, theme: Theme, markers: Markers, source: RowSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = source
        self._quiet = False
        self.rows = RowModel(source, self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(theme, markers, source, self))
        self._settle_view()
        self.columns = ColumnFit(theme, self, self.rows)
        theme.changed.connect(self._dress)
        theme.flash.ticked.connect(self._repaint_marks)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        self._dress()

    def rearrange(self, change: Callable[[], object]) -> None:
        """Run *change*, which may add, remove or move lines of the source; what is selected stays selected."""
        self._quiet = True
        before = self.rows.before()
        try:
            change()
        finally:
            self.rows.after(before)
            self._quiet = False
        self.columns.fit()
        self.viewport().update()

    def refresh(self) -> None:
        """Paint the words of the visible lines anew."""
        self.rows.refresh()
        self.viewport().update()

    def select_keys(self, keys: tuple[str, ...]) -> None:
        """Select the lines of *keys* without telling anyone; the first is scrolled to."""
        wanted = [row for row in (self._source.position(key) for key in keys) if row is not None]
        if {index.row() for index in self.selectionModel().selectedRows()} == set(wanted):
            return
        chosen = QItemSelection()
        last = self.rows.columnCount() - 1
        for row in wanted:
            chosen.select(self.rows.index(row, 0), self.rows.index(row, last))
        self._quiet = True
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if wanted:
            first = self.rows.index(wanted[0], 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)
        self._quiet = False

    def selected_keys(self) -> list[str]:
        """Keys of the selected lines, the current one first."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        current = self.currentIndex().row()
        if current in rows:
            rows.remove(current)
            rows.insert(0, current)
        return [self._source.key(row) for row in rows]

    def visible_keys(self) -> list[str]:
        """Keys of all lines that the filter leaves, from top to bottom."""
        return [self._source.key(row) for row in range(self.rows.rowCount())]

    def shows(self, keys: Collection[str]) -> bool:
        """Tell whether the line of one of *keys* is in view."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        end = self.rows.rowCount() if last < 0 else last + 1
        return first >= 0 and any(self._source.key(row) in keys for row in range(first, end))

    def copy(self) -> None:
        """Put the selected lines, or all, on the clipboard as tab-separated text."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(self.rows.as_text(rows or list(range(self.rows.rowCount()))))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # letters are shortcuts here, not a search by first letter
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()
        if self.selectionModel().hasSelection():
            self._keep_in_view(event.oldSize().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _keep_in_view(self, height: int) -> None:
        """Scroll to the current line if it was in view while the table was *height* pixels high, or never shown."""
        line = self.visualRect(self.currentIndex())
        if height <= 0 or (line.top() >= 0 and line.bottom() < height):
            self.scrollTo(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self.rows.line(index.row()).head:
            self.opened.emit(self._source.key(index.row()))

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.selected_keys())

    def _repaint_marks(self) -> None:
        self.viewport().update(0, 0, self.columnWidth(0), self.viewport().height())

    def _settle_view(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _dress(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._theme.row_height)
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height)
        self.horizontalHeader().setFixedHeight(self._theme.size("table_header"))
        self.columns.fit()
        self.viewport().update()
