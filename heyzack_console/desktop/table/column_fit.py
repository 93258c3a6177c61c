"""Gives a table's columns their widths, and lets the least needed ones go where the window is narrow."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView

from heyzack_console.desktop.table.row_delegate import PAD
from heyzack_console.desktop.table.row_model import RowModel
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.tables import Cell, Column

STRETCH_AT_LEAST = 120
KEEP_LOOKS_AT = 60


class ColumnFit(QObject):
    """Settles the header of one table and fits its columns."""

    sort_wanted = Signal(str)

    def __init__(self, theme: Theme, view: QTableView, model: RowModel) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(10)
        header.setSectionsClickable(any(column.sortable for column in self._columns))
        header.sectionClicked.connect(self._clicked)

    @property
    def _columns(self) -> tuple[Column, ...]:
        return self._model.source.columns

    def show_order(self, column: str, *, descending: bool) -> None:
        """Show the sort arrow at *column*."""
        names = [c.name for c in self._columns]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._view.horizontalHeader().setSortIndicatorShown(column in names)
        if column in names:
            self._view.horizontalHeader().setSortIndicator(names.index(column), order)

    def fit(self) -> None:
        """Give each column its width; the least needed ones leave until the rest fits."""
        room = self._view.viewport().width()
        widths = {n: self._wanted(n, column) for n, column in enumerate(self._columns)}
        leaving = sorted((c.drops, n) for n, c in enumerate(self._columns) if c.drops)
        shown = set(widths)
        while leaving and sum(widths[n] for n in shown) > room:
            shown.discard(leaving.pop(0)[1])
        self._give_way(widths, shown, room)
        spare = room - sum(widths[n] for n in shown)
        for n, column in enumerate(self._columns):
            if self._view.isColumnHidden(n) == (n in shown):
                self._view.setColumnHidden(n, n not in shown)
            width = widths[n] + (0 if column.width else max(spare, 0))
            if n in shown and self._view.columnWidth(n) != width:
                self._view.setColumnWidth(n, width)

    def _give_way(self, widths: dict[int, int], shown: set[int], room: int) -> None:
        """Take what is still missing from the columns that can be narrower, each by the same share of its slack."""
        missing = sum(widths[n] for n in shown) - room
        slack = {n: widths[n] - self._theme.px(self._columns[n].least) for n in shown if self._columns[n].least}
        total = sum(max(0, s) for s in slack.values())
        if missing <= 0 or total <= 0:
            return
        share = min(1.0, missing / total)
        for n, room_left in slack.items():
            widths[n] -= int(max(0, room_left) * share + 0.999)

    def _wanted(self, n: int, column: Column) -> int:
        width = self._theme.px(column.width or STRETCH_AT_LEAST)
        if not column.keeps:
            return width
        metrics = QFontMetricsF(self._theme.font("strong"))
        top = max(0, self._view.rowAt(0))
        lines = [self._model.line(row) for row in range(top, min(self._model.rowCount(), top + KEEP_LOOKS_AT))]
        widest = max((self._taken(line.cells[n], metrics) for line in lines if not line.head), default=0)
        return max(width, min(int(widest) + 2 * PAD + 2, self._view.viewport().width() // 2))

    def _taken(self, cell: Cell, metrics: QFontMetricsF) -> float:
        glyph = self._theme.size("icon_row") + PAD if cell.glyph else 0
        return metrics.horizontalAdvance(cell.text) + glyph

    def _clicked(self, section: int) -> None:
        column = self._columns[section]
        if column.sortable:
            self.sort_wanted.emit(column.name)
