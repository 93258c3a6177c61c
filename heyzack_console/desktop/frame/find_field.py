"""The header's field that opens the command palette."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

WORDS = "Find a device, room or command"
KEY = "Ctrl K"


class FindField(QAbstractButton):
    """Looks like a search field; the searching itself is done in the palette that it opens."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(f"{WORDS}, {KEY}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.size("control"))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.color
        radius = self._theme.tokens.radius["control"]
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(colour("focus"), 2) if self.hasFocus() else QPen(colour("line"), 1))
        painter.setBrush(colour("hover" if self.underMouse() else "sunken"))
        painter.drawRoundedRect(ground, radius, radius)
        size = self._theme.size("icon_tool")
        glyph = QRectF(ground.left() + 10, ground.center().y() - size / 2, size, size)
        self._theme.icons.paint(painter, "search", glyph, colour("ink2"))
        right = self._paint_key(painter, ground)
        words = QRectF(glyph.right() + 10, ground.top(), right - glyph.right() - 18, ground.height())
        font = self._theme.font("body")
        painter.setFont(font)
        painter.setPen(colour("ink3"))
        shown = QFontMetricsF(font).elidedText(WORDS, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_key(self, painter: QPainter, ground: QRectF) -> float:
        font = self._theme.font("micro", 600)
        width = QFontMetricsF(font).horizontalAdvance(KEY) + 12
        tall = self._theme.px(17)
        box = QRectF(ground.right() - width - 6, ground.center().y() - tall / 2, width, tall)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, KEY)
        return box.left()
