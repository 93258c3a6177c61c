"""Draws entries: state by form and glyph, never by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.calendar.items import GLYPHS, Item

PAD = 5
BAR = 3
DASHED = {"tentative", "event"}
UNFILLED = {"past", "cancelled", "tentative", "window"}
QUIET = {"past", "cancelled"}


class ChipPainter:
    """Draws one entry in a rectangle, its words cut where they do not fit."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, where: QRectF, item: Item, words: str, *, chosen: bool = False) -> None:
        """Draw *item* in *where*; a tall one has its title below its times."""
        self._plate(painter, where, item, chosen=chosen)
        side = self._theme.px(13)
        glyph = QRectF(where.left() + PAD, where.top() + 3, side, side)
        if where.height() < self._theme.px(24):
            glyph.moveTop(where.center().y() - side / 2)
        ink = self._theme.color(self._ink(item))
        if where.width() > side + 2 * PAD:
            self._theme.icons.paint(painter, GLYPHS[item.look], glyph, ink)
        text = where.adjusted(PAD + side + PAD, 1, -2, -1)
        if text.width() < self._theme.px(14):
            return
        painter.setPen(ink)
        painter.setFont(self._theme.font("small", 400 if item.look in QUIET else 500))
        if where.height() >= self._theme.px(38):
            flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.save()
            painter.setClipRect(text)
            painter.drawText(text, int(flags), words)
            painter.restore()
            return
        line = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line)

    def _plate(self, painter: QPainter, where: QRectF, item: Item, *, chosen: bool) -> None:
        colour, look = self._theme.color, item.look
        fill = "caution_tint" if look == "conflict" else "surface" if look in UNFILLED else "selected_off"
        edge = "caution" if look == "conflict" else "line_strong" if look in DASHED else "line"
        pen = QPen(colour(edge), 1.2, Qt.PenStyle.DashLine if look in DASHED else Qt.PenStyle.SolidLine)
        if chosen:
            fill, pen = "selected", QPen(colour("focus"), 2)
        painter.setPen(pen)
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if look == "running":
            painter.fillRect(QRectF(where.left(), where.top(), BAR, where.height()), colour("accent"))
        if look == "cancelled":
            painter.setPen(QPen(colour("ink3"), 1))
            middle = where.center().y()
            painter.drawLine(QPointF(where.left() + 24, middle), QPointF(where.right() - 6, middle))

    def _ink(self, item: Item) -> str:
        return "ink3" if item.look in QUIET else "caution" if item.look == "conflict" else "ink"
