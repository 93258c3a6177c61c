"""What all cells of the header have in common: ground, focus frame, two lines of text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

PAD = 8
Line = tuple[str, QFont, str]
"""Text, font, colour token."""


class HeaderButton(QAbstractButton):
    """A cell that opens what it counts. Subclasses draw the content and say how wide it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = theme
        self.abnormal = False
        self.narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def content_width(self) -> int:
        """Width of the content in the present form; the same for every value, so that nothing jumps."""
        raise NotImplementedError

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Draw into *area*."""
        raise NotImplementedError

    def be_narrow(self, *, narrow: bool) -> None:
        """Take the form for narrow windows."""
        self.narrow = narrow
        self.update()

    def wide(self, text: str, step: str, weight: int | None = None) -> int:
        """Return the width of *text* in a step of the type scale."""
        return int(QFontMetricsF(self.look.font(step, weight)).horizontalAdvance(text)) + 1

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.content_width() + 2 * PAD, self.look.size("header_narrow"))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 4, -1, -4)
        radius = self.look.tokens.radius["control"]
        if self.abnormal or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color("caution_tint" if self.abnormal else "hover"))
            painter.drawRoundedRect(ground, radius, radius)
        self.paint_content(painter, QRectF(self.rect()).adjusted(PAD, 0, -PAD, 0))
        if self.hasFocus():
            painter.setPen(QPen(self.look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, radius, radius)

    def two_lines(self, painter: QPainter, area: QRectF, upper: Line, lower: Line) -> None:
        """Draw two lines, centred together in height; what does not fit is elided at the right."""
        tall = [QFontMetricsF(font).height() for _, font, _ in (upper, lower)]
        top = area.center().y() - sum(tall) / 2
        for (text, font, token), height in zip((upper, lower), tall, strict=True):
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
            painter.setFont(font)
            painter.setPen(self.look.color(token))
            painter.drawText(QRectF(area.left(), top, area.width() + 1, height), Qt.AlignmentFlag.AlignVCenter, shown)
            top += height

    def one_line(self, painter: QPainter, where: QPointF, text: str, font: QFont, token: str) -> float:
        """Draw *text* vertically centred from *where* to the right; returns the x of its end."""
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.look.color(token))
        base = where.y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(where.x(), base), text)
        return where.x() + metrics.horizontalAdvance(text)
