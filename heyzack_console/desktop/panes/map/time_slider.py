"""The slider of the time bar: a stretch of time that ends now, with ticks where alerts began."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

TICK = 2
TALLEST = 9
"""Pixels of the tick of a P1; the others are shorter, so that colour is not needed to tell them apart."""
SHORTER = 2


class TimeSlider(QSlider):
    """Counts seconds from the beginning of the stretch."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._ticks: Sequence[tuple[int, int]] = ()
        self.setAccessibleName("Moment")
        self.setTracking(True)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def ticks(self) -> Sequence[tuple[int, int]]:
        """Second and priority of each tick."""
        return self._ticks

    def show_ticks(self, ticks: Sequence[tuple[int, int]]) -> None:
        """Mark where alerts began; the last ones lie on top."""
        if ticks != self._ticks:
            self._ticks = ticks
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self)
        room = max(1, self.width() - handle)
        length = max(1, self.maximum())
        for second, priority in self._ticks:
            x = handle / 2 + room * second / length
            height = self._theme.px(TALLEST - SHORTER * (priority - 1))
            painter.fillRect(QRectF(x - TICK / 2, 0, TICK, height), self._theme.color(f"p{priority}_text"))

    def _dress(self) -> None:
        self.setMinimumHeight(self._theme.px(30))
        self.update()
