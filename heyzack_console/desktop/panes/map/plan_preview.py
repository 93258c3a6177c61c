"""Shows a plan as it was read, and takes points that are chosen on it by hand or by key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.map.keys import ARROWS
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.sites import Point, Stroke
from heyzack_console.presentation.map.view import Margins, View, fitted

EDGE = 14.0
STEP, FINE = 0.02, 0.002
"""Parts of the plan by which an arrow moves the cross, and with Shift."""
MARK = 6.0
LEAST = QSize(320, 240)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown; all in one unit, from the upper left corner. Zones with whether they are taken."""

    width: float
    height: float
    strokes: Sequence[Stroke] = ()
    zones: Sequence[tuple[Sequence[Point], bool]] = ()
    image: QImage | None = None


class PlanPreview(QWidget):
    """One sheet, whole; while it asks, a click or Enter chooses the spot under the cross."""

    picked = Signal(object)
    """Carries the Point that was chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: Sheet | None = None
        self._lines, self._zones = QPainterPath(), (QPainterPath(), QPainterPath())
        self._points: tuple[Point, ...] = ()
        self._cross: Point | None = None
        self.setMinimumSize(LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Plan")
        self.setAccessibleDescription("While points are asked for: arrows move the cross, Enter chooses the spot.")

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show *sheet*, with no points on it."""
        self._sheet = sheet
        self._lines = QPainterPath()
        self._zones = (QPainterPath(), QPainterPath())
        if sheet is not None:
            for stroke in sheet.strokes:
                _add(self._lines, stroke.points, closed=stroke.closed)
            for outline, taken in sheet.zones:
                _add(self._zones[int(taken)], outline, closed=True)
        self.show_points(())

    def show_points(self, points: Sequence[Point]) -> None:
        """Mark *points* with their numbers."""
        self._points = tuple(points)
        self.update()

    def ask(self, *, on: bool) -> None:
        """Begin to ask for points, or stop."""
        sheet = self._sheet
        self._cross = (sheet.width / 2, sheet.height / 2) if on and sheet is not None else None
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        if on:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    @property
    def view(self) -> View:
        """How the sheet lies in the widget."""
        sheet = self._sheet
        if sheet is None:
            return View()
        window = (float(self.width()), float(self.height()))
        scale = fitted((100.0, 100.0 * sheet.height / sheet.width), window, Margins(EDGE, EDGE, EDGE, EDGE))
        # A sheet may be measured in any unit: fitted as if it were 100 m wide.
        return View(scale.scale * 100.0 / sheet.width, scale.left, scale.top)

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 460)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._cross is not None:
            self._cross = self.view.to_plan(event.position().x(), event.position().y())
            self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._cross is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(self.view.to_plan(event.position().x(), event.position().y()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._cross is None or self._sheet is None:
            super().keyPressEvent(event)
        elif key in ARROWS:
            part = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            far = part * max(self._sheet.width, self._sheet.height)
            way = ARROWS[key]
            self._cross = (self._cross[0] + way[0] * far, self._cross[1] + way[1] * far)
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._cross)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("map_ground"))
        if self._sheet is not None:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_sheet(painter, self._sheet, self.view)
            self._paint_points(painter, self.view)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_sheet(self, painter: QPainter, sheet: Sheet, view: View) -> None:
        color = self._theme.color
        painter.save()
        painter.translate(view.left, view.top)
        painter.scale(view.scale, view.scale)
        paper = QRectF(0, 0, sheet.width, sheet.height)
        painter.fillRect(paper, color("map_room"))
        if sheet.image is not None:
            painter.drawImage(paper, sheet.image)
        tint = QColor(color("focus"))
        tint.setAlphaF(0.16)
        painter.fillPath(self._zones[1], tint)
        for path, token in ((self._lines, "map_wall"), (self._zones[0], "map_line"), (self._zones[1], "focus")):
            pen = QPen(color(token), 1.2)
            pen.setCosmetic(True)
            painter.strokePath(path, pen)
        painter.restore()

    def _paint_points(self, painter: QPainter, view: View) -> None:
        painter.setPen(QPen(self._theme.color("focus"), 2))
        spots = [QPointF(*view.to_screen(*point)) for point in self._points]
        painter.drawPolyline(QPolygonF(spots))
        for number, spot in enumerate(spots, start=1):
            painter.drawEllipse(spot, MARK, MARK)
            painter.drawText(spot + QPointF(MARK + 3, -MARK), str(number))
        if self._cross is not None:
            x, y = view.to_screen(*self._cross)
            painter.setPen(QPen(self._theme.color("focus"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))


def _add(path: QPainterPath, points: Sequence[Point], *, closed: bool) -> None:
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    if closed:
        path.closeSubpath()
