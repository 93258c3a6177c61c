"""What stands beside the pointer while an entry is dragged: when it would be, and what it would collide with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.calendar import Conflict
from heyzack_console.presentation.calendar.items import day_words


@dataclass(frozen=True, slots=True)
class DragLabel:
    """The words of one moment of a drag."""

    start: datetime
    end: datetime
    conflicts: Sequence[Conflict]

    def paint(self, painter: QPainter, theme: Theme, room: QRectF, beside: QPointF) -> None:
        """Draw them near *beside*, inside *room*."""
        lines = [f"{day_words(self.start)} {self.start:%H:%M}–{self.end:%H:%M}", *(one.text for one in self.conflicts)]
        painter.setFont(theme.font("small", 500))
        metrics, air = painter.fontMetrics(), theme.px(10)
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * air
        height = metrics.lineSpacing() * len(lines) + air
        left = min(beside.x() + 12, room.right() - width - 4)
        top = min(beside.y() + 12, room.bottom() - height - 4)
        painter.setPen(theme.color("caution" if self.conflicts else "line_strong"))
        painter.setBrush(theme.color("caution_tint" if self.conflicts else "overlay"))
        painter.drawRoundedRect(QRectF(left, top, width, height), 5, 5)
        for number, line in enumerate(lines):
            painter.setPen(theme.color("caution" if number else "ink"))
            base = top + air / 2 + metrics.ascent() + number * metrics.lineSpacing()
            painter.drawText(QPointF(left + air, base), line)
