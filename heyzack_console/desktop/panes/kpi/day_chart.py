"""Alerts per day as stacked bars, with the lines of what is good and what is too much."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.kpi.page import GOOD_A_DAY, TOO_MUCH_A_DAY, DayBar

HEIGHT = 260
LINES = ((GOOD_A_DAY, f"good up to {GOOD_A_DAY}"), (TOO_MUCH_A_DAY, f"too much above {TOO_MUCH_A_DAY}"))
WIDEST = 44


class DayChart(QWidget):
    """Bars by priority, P1 on top; days with a flood stand on a tinted ground and say so in their tool tip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days: tuple[DayBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(HEIGHT))

    def show_days(self, days: tuple[DayBar, ...]) -> None:
        """Show *days*, oldest first."""
        self._days = days
        counts = [day.total for day in days]
        most = max(counts, default=0)
        self.setAccessibleName(f"Alerts per day: {len(days)} days, {sum(counts)} alerts, at most {most} on one day")
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._days:
            spot = self._spots()
            day = next((day for day, where in spot if where.left() <= event.pos().x() < where.right()), None)
            QToolTip.showText(event.globalPos(), _told(day) if day is not None else "", self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._days:
            return
        painter = QPainter(self)
        colour, font = self._theme.color, self._theme.font("micro")
        painter.setFont(font)
        area, top = self._area(), self._top()
        for day, where in self._spots():
            if day.flooded:
                painter.fillRect(where, colour("caution_tint"))
            self._paint_bar(painter, day, where, area.height() / top)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), colour("line_strong"))
        for count, words in LINES:
            if count <= top:
                self._paint_line(painter, area.bottom() - count * area.height() / top, words)
        painter.setPen(colour("ink3"))
        margin = QRectF(0, area.top() - 8, area.left() - 6, 16)
        painter.drawText(margin, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{top:d}")
        self._paint_names(painter, QFontMetricsF(font))

    def _paint_bar(self, painter: QPainter, day: DayBar, where: QRectF, scale: float) -> None:
        width = min(where.width() * 0.7, self._theme.px(WIDEST))
        bottom = where.bottom()
        for number in (4, 3, 2, 1):
            height = day.counts[number - 1] * scale
            bar = QRectF(where.center().x() - width / 2, bottom - height, width, height)
            painter.fillRect(bar, self._theme.color(f"p{number}"))
            bottom -= height

    def _paint_line(self, painter: QPainter, y: float, words: str) -> None:
        area = self._area()
        painter.setPen(QPen(self._theme.color("ink3"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(QRectF(area.left(), y - 18, area.width(), 16), Qt.AlignmentFlag.AlignRight, words)

    def _paint_names(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        painter.setPen(self._theme.color("ink2"))
        room = metrics.horizontalAdvance("30 Sep") + 12
        last = -room
        for day, where in self._spots():
            if where.center().x() - last >= room:
                last = where.center().x()
                name = QRectF(last - room / 2, where.bottom() + 3, room, metrics.height())
                painter.drawText(name, Qt.AlignmentFlag.AlignHCenter, day.label)

    def _top(self) -> int:
        most = max(day.total for day in self._days)
        return most + max(1, most // 10)

    def _area(self) -> QRectF:
        metrics = QFontMetricsF(self._theme.font("micro"))
        left = metrics.horizontalAdvance("8888") + 8
        foot = metrics.height() + 6
        return QRectF(left, 12, self.width() - left - 8, self.height() - foot - 14)

    def _spots(self) -> list[tuple[DayBar, QRectF]]:
        area = self._area()
        step = area.width() / len(self._days)
        return [
            (day, QRectF(area.left() + number * step, area.top(), step, area.height()))
            for number, day in enumerate(self._days)
        ]


def _told(day: DayBar) -> str:
    parts = ", ".join(f"P{number} {count}" for number, count in enumerate(day.counts, start=1) if count)
    flood = "; flood" if day.flooded else ""
    return f"{day.label}: {day.total} alerts{f' ({parts})' if parts else ''}{flood}"
