"""The place of a chart: a stretch of time is picked by drawing across it, keys zoom and move."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.theme import Theme

SHORTEST_DRAG = 8
_KEYS = {
    Qt.Key.Key_Plus: ("zoom", 0.5),
    Qt.Key.Key_Minus: ("zoom", 2.0),
    Qt.Key.Key_Left: ("move", -0.5),
    Qt.Key.Key_Right: ("move", 0.5),
}


class TimeChart(Protocol):
    """Something drawn over time."""

    @property
    def widget(self) -> QWidget:
        """What is shown."""

    def instant_at(self, x: float) -> datetime:
        """The instant below *x*, in its own pixels."""


class ChartFrame(QWidget):
    """Holds one chart at a time."""

    picked = Signal(object, object)
    """Two instants between which a person wants to look."""
    zoomed = Signal(float)
    moved = Signal(float)
    back_wanted = Signal()
    """A double click, or Home: back to the present."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chart: TimeChart | None = None
        self._cover = _Cover(theme, self, self._drawn)
        self._cover.double_clicked = self.back_wanted.emit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("History")

    def hold(self, chart: TimeChart) -> None:
        """Show *chart* in place of the one before."""
        if chart is self._chart:
            return
        if self._chart is not None:
            self._chart.widget.hide()
        self._chart = chart
        if self._column.indexOf(chart.widget) < 0:
            self._column.addWidget(chart.widget)
        chart.widget.show()
        self.setToolTip("Draw across it to look closer; double click leads back")
        self._cover.raise_()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cover.resize(event.size())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            self.back_wanted.emit()
        elif (found := _KEYS.get(Qt.Key(event.key()))) is not None:
            (self.zoomed if found[0] == "zoom" else self.moved).emit(found[1])
        else:
            super().keyPressEvent(event)

    def _drawn(self, first: float, second: float) -> None:
        if self._chart is not None:
            self.picked.emit(self._chart.instant_at(first), self._chart.instant_at(second))


class _Cover(QWidget):
    """Lies over the chart and takes the pointer; the wheel goes on to whatever scrolls."""

    def __init__(self, theme: Theme, parent: QWidget, drawn: Callable[[float, float], None]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawn = drawn
        self.double_clicked: Callable[[], None] = _nothing
        self._from: QPointF | None = None
        self._to = QPointF()
        self.resize(QSize(parent.width(), parent.height()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        parent = self.parentWidget()
        if event.button() is Qt.MouseButton.LeftButton and parent is not None:
            parent.setFocus(Qt.FocusReason.MouseFocusReason)
            self._from = self._to = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._to = event.position()
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        self.update()
        if start is not None and abs(event.position().x() - start.x()) >= SHORTEST_DRAG:
            self._drawn(start.x(), event.position().x())

    @override
    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.double_clicked()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        parent = self.parentWidget()
        if parent is not None and parent.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self._from is not None:
            where = QRectF(self._from.x(), 0, self._to.x() - self._from.x(), self.height()).normalized()
            tint = self._theme.color("focus")
            painter.setOpacity(0.25)
            painter.fillRect(where, tint)


def _nothing() -> None:
    """Nobody listens."""
