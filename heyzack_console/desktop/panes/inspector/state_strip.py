"""The history of a truth or a word: stretches of time, each with its word where there is room."""

from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.inspector.stretches import Stretch
from heyzack_console.presentation.inspector.trend import time_ticks
from heyzack_console.presentation.site_time import SiteTime

HIGH, BAR, PAD = 66, 34, 4
_INKS = ("data1", "data2", "data3", "data4")


class StateStrip(QWidget):
    """Shows one point's words in a span; before the first word nothing is drawn."""

    def __init__(self, theme: Theme, times: SiteTime, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._theme = theme
        self._times = times
        self._stretches: tuple[Stretch, ...] = ()
        self._start = self._end = datetime.fromtimestamp(0, UTC)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def widget(self) -> QWidget:
        """The strip itself."""
        return self

    def show_stretches(self, stretches: tuple[Stretch, ...], start: datetime, end: datetime) -> None:
        """Draw *stretches* in [start, end]."""
        self._stretches, self._start, self._end = stretches, start, end
        said = f", last {stretches[-1].words}" if stretches else ", nothing known"
        self.setAccessibleName(f"History of states{said}")
        self.update()

    def instant_at(self, x: float) -> datetime:
        """The instant below *x*."""
        share = min(1.0, max(0.0, x / max(1, self.width())))
        return self._start + (self._end - self._start) * share

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self.instant_at(event.pos().x())
            here = next((one for one in reversed(self._stretches) if one.start <= at < one.end), None)
            QToolTip.showText(event.globalPos(), here.told(self._times.zone()) if here else "not known", self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour, bar = self._theme.color, self._theme.px(BAR)
        painter.fillRect(QRectF(0, PAD, self.width(), bar), colour("sunken"))
        painter.setFont(self._theme.font("micro"))
        for stretch in self._stretches:
            self._paint_stretch(painter, stretch, bar)
        painter.setPen(QPen(colour("ink3")))
        self._paint_times(painter, bar)

    def _paint_stretch(self, painter: QPainter, stretch: Stretch, bar: int) -> None:
        left, right = self._x(stretch.start), self._x(stretch.end)
        where = QRectF(left, PAD, max(1.0, right - left), bar)
        colour = self._theme.color
        # What is off or at rest is an empty frame: it can be told from the rest without colour.
        if stretch.ink is None:
            painter.fillRect(where, colour("raised"))
        else:
            painter.fillRect(where, colour(_INKS[stretch.ink % len(_INKS)]))
        painter.setPen(QPen(colour("line_strong"), 1))
        painter.drawRect(where)
        if painter.fontMetrics().horizontalAdvance(stretch.words) + 2 * PAD <= where.width():
            painter.setPen(QPen(colour("ink" if stretch.ink is None else "surface")))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, stretch.words)

    def _paint_times(self, painter: QPainter, bar: int) -> None:
        metrics = painter.fontMetrics()
        marks = [
            (self._x(datetime.fromtimestamp(at, UTC)), text)
            for at, text in time_ticks(self._start, self._end, self._times.zone())
        ]
        room = min((b[0] - a[0] for a, b in pairwise(marks)), default=float(self.width()))
        for x, text in marks:
            wide = metrics.horizontalAdvance(text)
            if wide <= room and wide / 2 <= x <= self.width() - wide / 2:
                painter.drawText(round(x - wide / 2), PAD + bar + metrics.height(), text)

    def _x(self, at: datetime) -> float:
        return self.width() * ((at - self._start) / (self._end - self._start))

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(HIGH))
        self.update()
