"""The rows of the command palette: groups with their hits, painted by one delegate."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.keys import spelled
from heyzack_console.presentation.frame.palette import Hit

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
PAD = 16


class PaletteRows(QAbstractListModel):
    """Hits with a row for each group's name, which cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | str] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows.clear()
        group = ""
        for hit in hits:
            if hit.group != group:
                group = hit.group
                self._rows.append(group)
            self._rows.append(hit)
        self.endResetModel()

    def choosable(self, start: int, step: int) -> int:
        """Return the next row from *start* on that is a hit, walking by *step*; *start* - *step* if there is none."""
        row = start
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], Hit):
                return row
            row += step
        return start - step

    def hit(self, row: int) -> Hit | None:
        """Return the hit in *row*, None for a group's name."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Hit) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == HIT:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row if isinstance(row, str) else f"{row.title}, {row.detail}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.hit(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Paints a row: glyph, title, detail, keys."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        group = isinstance(index.data(HIT), str)
        return QSize(0, self._theme.px(28) if group else self._theme.size("palette_row"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(HIT)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            painter.setFont(self._theme.font("small", 600))
            painter.setPen(self._theme.color("ink3"))
            painter.drawText(area.adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, row)
        elif isinstance(row, Hit):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_hit(painter, area, row, chosen=chosen)
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRectF, hit: Hit, *, chosen: bool) -> None:
        colour = self._theme.color
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected"))
            painter.drawRoundedRect(area.adjusted(8, 1, -8, -1), 5, 5)
            painter.fillRect(QRectF(area.left() + 8, area.top() + 7, 3, area.height() - 14), colour("accent"))
        size = self._theme.px(18)
        glyph = QRectF(area.left() + PAD + 6, area.center().y() - size / 2, size, size)
        self._theme.icons.paint(painter, hit.icon, glyph, colour("ink2"))
        right = self._paint_keys(painter, area, hit.shortcut or ("Enter" if chosen else ""))
        left = self._write(painter, glyph.right() + 14, right, area, (hit.title, "strong", "ink"))
        self._write(painter, left + 10, right, area, (hit.detail, "small", "ink2"))

    def _write(self, painter: QPainter, left: float, right: float, area: QRectF, text: tuple[str, str, str]) -> float:
        font = self._theme.font(text[1])
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text[0], Qt.TextElideMode.ElideRight, max(0.0, right - left))
        painter.setFont(font)
        painter.setPen(self._theme.color(text[2]))
        base = area.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), shown)
        return left + metrics.horizontalAdvance(shown)

    def _paint_keys(self, painter: QPainter, area: QRectF, shortcut: str) -> float:
        right = area.right() - PAD - 4
        font = self._theme.font("micro")
        metrics = QFontMetricsF(font)
        tall = self._theme.px(18)
        for key in reversed(spelled(shortcut).split()):
            width = max(tall, metrics.horizontalAdvance(key) + 10)
            box = QRectF(right - width, area.center().y() - tall / 2, width, tall)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.setBrush(self._theme.color("sunken"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(font)
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            right -= width + 6
        return right - 6
