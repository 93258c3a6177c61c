"""The foot of the calendar: what the marks mean, and whose clocks are shown."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.calendar.items import GLYPHS

MARKS = (
    ("tentative", "Tentative"), ("planned", "Planned"), ("running", "Running"), ("past", "Past"),
    ("conflict", "Conflict"), ("event", "Public event"), ("window", "Window"), ("freeze", "Freeze"),
)  # fmt: skip


class CalendarLegend(QWidget):
    """One line; what has no room gives way to the words about clocks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clocks = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def say(self, clocks: str) -> None:
        """Say whose clocks are shown."""
        self._clocks = clocks
        self.setToolTip(clocks)
        self.setAccessibleName(clocks)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(26))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        metrics, side = QFontMetricsF(painter.font()), self._theme.px(13)
        painter.setPen(self._theme.color("ink3"))
        words = metrics.elidedText(self._clocks, Qt.TextElideMode.ElideRight, self.width() - 20)
        clocks = metrics.horizontalAdvance(words)
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(self.width() - clocks - 10, base), words)
        left = 10.0
        for look, word in MARKS:
            width = side + 5 + metrics.horizontalAdvance(word)
            if left + width > self.width() - clocks - 30:
                return
            ink = self._theme.color("caution" if look == "conflict" else "ink2")
            self._theme.icons.paint(painter, GLYPHS[look], QRectF(left, (self.height() - side) / 2, side, side), ink)
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(QPointF(left + side + 5, base), word)
            left += width + 16
