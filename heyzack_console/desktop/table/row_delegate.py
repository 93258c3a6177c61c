"""Paints the lines of every table: ground, selection bar, marks, glyphs, words."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from heyzack_console.desktop.table.row_model import ROW, AnyIndex
from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.tables import Cell, Column, Row, RowSource

PAD = 8
BAR = 3
DOT_GAP = 3


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a cell is painted, in which column, and whether its line is selected in the pane with the keyboard."""

    where: QRect
    column: Column
    ratio: float


class RowDelegate(QStyledItemDelegate):
    """One delegate per table; colours by token, sizes from the theme, no style sheet rules for items."""

    def __init__(self, theme: Theme, markers: Markers, source: RowSource, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._markers = markers
        self._source = source
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._source.columns[index.column()].width, self._theme.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(ROW)
        if not isinstance(line, Row):
            return
        where: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if line.head:
            self._paint_head(painter, where, line)
        else:
            self._paint_ground(painter, where, index, line, selected=selected)
            spot = _Spot(where, self._source.columns[index.column()], self._view.devicePixelRatioF())
            self._paint_cell(painter, spot, line.cells[index.column()])
        painter.restore()

    def _paint_ground(self, painter: QPainter, where: QRect, index: AnyIndex, line: Row, *, selected: bool) -> None:
        colour = self._theme.color
        focused = self._view.hasFocus()
        if selected:
            painter.fillRect(where, colour("selected" if focused else "selected_off"))
        elif line.tint:
            painter.fillRect(where, colour(line.tint))
        painter.fillRect(QRect(where.left(), where.bottom(), where.width(), 1), colour("line_soft"))
        if selected and index.column() == 0:
            bar = QRect(where.left(), where.top(), BAR, where.height())
            painter.fillRect(bar, colour("accent" if focused else "line_strong"))
        if focused and index.row() == self._view.currentIndex().row() and not selected:
            painter.setPen(QPen(colour("focus"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(where.left(), where.bottom() - 1, where.right(), where.bottom() - 1)

    def _paint_head(self, painter: QPainter, where: QRect, line: Row) -> None:
        """The whole head is painted in each of its cells, clipped to it, since Qt asks for cells one by one."""
        painter.setClipRect(where)
        whole = QRect(0, where.top(), self._view.viewport().width(), where.height())
        painter.fillRect(whole, self._theme.color("raised"))
        painter.fillRect(QRect(0, whole.bottom(), whole.width(), 1), self._theme.color("line_soft"))
        words = whole.adjusted(PAD + 4, 0, -PAD, 0)
        strong = self._theme.font("strong")
        painter.setFont(strong)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, line.head)
        taken = int(QFontMetricsF(strong).horizontalAdvance(line.head)) + 10
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("ink3"))
        painter.drawText(words.adjusted(taken, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, line.count)

    def _paint_cell(self, painter: QPainter, spot: _Spot, cell: Cell) -> None:
        inner = spot.where.adjusted(PAD, 0, -PAD, -1)
        if cell.hatched:
            hatch(painter, QRectF(spot.where.adjusted(4, 4, -4, -5)), self._theme.color("line"), 6)
        if cell.mark is not None:
            self._paint_mark(painter, spot, cell)
            return
        if cell.glyph:
            side = self._theme.size("icon_row")
            glyph = self._theme.glyph(cell.glyph, cell.glyph_ink, side, spot.ratio)
            painter.drawPixmap(inner.left(), inner.center().y() - side // 2 + 1, glyph)
            inner = inner.adjusted(side + PAD, 0, 0, 0)
        if cell.text:
            self._paint_words(painter, inner, spot.column, cell)

    def _paint_mark(self, painter: QPainter, spot: _Spot, cell: Cell) -> None:
        if cell.mark is None:
            return
        lit = self._theme.flash.lit_for(cell.mark.state)
        size = self._theme.size("mark_row")
        sprite = self._markers.mark(cell.mark.priority, cell.mark.state, size, lit, spot.ratio)
        side = sprite.deviceIndependentSize()
        middle = spot.where.center()
        painter.drawPixmap(round(middle.x() + 2 - side.width() / 2), round(middle.y() - side.height() / 2), sprite)

    def _paint_words(self, painter: QPainter, inner: QRect, column: Column, cell: Cell) -> None:
        small = column.name in {"age", "since", "limit", "path"}
        font = self._theme.font("small" if small else "strong" if cell.strong else "body", 600 if cell.strong else None)
        painter.setFont(font)
        painter.setPen(self._theme.color(cell.ink))
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, inner.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)
        if cell.dotted:
            width = metrics.horizontalAdvance(text)
            left = inner.right() - width if column.right else inner.left()
            y = inner.center().y() + metrics.ascent() / 2 + DOT_GAP
            painter.setPen(QPen(self._theme.color("ink3"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(int(left), int(y), int(left + width), int(y))
