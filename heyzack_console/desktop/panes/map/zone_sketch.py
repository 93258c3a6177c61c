"""Paints zones over the map: the frame of the selected one, its handles while editing, and what is being drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.zone_drawing import Drawing, Purpose
from heyzack_console.desktop.panes.map.zone_shaping import Shaping
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.sites import Point
from heyzack_console.rules.outlines import fault_of

CORNER, MIDDLE, CROSS = 4.5, 3.0, 7.0
FRAME = 2.0


class ZoneSketch(QWidget):
    """Lies over the canvas and lets every click through; hidden while there is nothing to show."""

    def __init__(self, theme: Theme, scene: MapScene, drawing: Drawing, shaping: Shaping, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._scene = scene
        self._drawing = drawing
        self._shaping = shaping
        self.handles = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_state(self, *, handles: bool) -> None:
        """Show what there is now; with *handles* the selected zone can be changed."""
        self.handles = handles
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.setVisible(self._drawing.on or self._shaping.zone is not None)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shaping.zone is not None:
            self._paint_zone(painter)
        if self._drawing.on:
            self._paint_drawing(painter)

    def _paint_zone(self, painter: QPainter) -> None:
        corners, floor = self._shaping.outline.corners, self._scene.floor
        faulty = floor is None or bool(self._shaping.dirty and fault_of(corners, floor.width, floor.height))
        ink = self._theme.color("caution" if faulty else "focus")
        ground = QColor(ink)
        ground.setAlphaF(0.10)
        painter.setPen(QPen(ink, FRAME, Qt.PenStyle.DashLine if faulty else Qt.PenStyle.SolidLine))
        painter.setBrush(ground)
        painter.drawPolygon(self._polygon(corners))
        if self.handles:
            self._paint_handles(painter, ink)

    def _paint_handles(self, painter: QPainter, ink: QColor) -> None:
        shaping, fill = self._shaping, self._theme.color("map_ground")
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(fill)
        for _, middle in shaping.middles():
            painter.drawEllipse(self._at(middle), MIDDLE, MIDDLE)
        for number, corner in enumerate(shaping.outline.corners):
            spot, chosen = self._at(corner), number == shaping.outline.chosen
            size = CORNER + 2 if chosen else CORNER
            painter.setBrush(ink if chosen else fill)
            painter.drawRect(QRectF(spot.x() - size, spot.y() - size, 2 * size, 2 * size))
        spot = self._at(shaping.middle())
        painter.setPen(QPen(ink, 2.2))
        painter.drawLine(spot - QPointF(CROSS, 0), spot + QPointF(CROSS, 0))
        painter.drawLine(spot - QPointF(0, CROSS), spot + QPointF(0, CROSS))

    def _paint_drawing(self, painter: QPainter) -> None:
        drawing, ink = self._drawing, self._theme.color("focus")
        hover = drawing.hover
        line = (*drawing.corners, *((hover.spot,) if hover is not None and drawing.purpose is not Purpose.ROOM else ()))
        ground = QColor(ink)
        ground.setAlphaF(0.10)
        painter.setPen(QPen(ink, FRAME))
        if drawing.purpose is Purpose.ZONE and len(line) > 2:
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(self._polygon(line))
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
            painter.drawLine(self._at(line[-1]), self._at(line[0]))
            painter.setPen(QPen(ink, FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(self._polygon(line))
        painter.setBrush(ink)
        for corner in drawing.corners:
            painter.drawEllipse(self._at(corner), CORNER, CORNER)
        if hover is not None and drawing.purpose is not Purpose.ROOM:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._at(hover.spot), CROSS, CROSS)

    def _polygon(self, corners: tuple[Point, ...]) -> QPolygonF:
        return QPolygonF([self._at(corner) for corner in corners])

    def _at(self, spot: Point) -> QPointF:
        return QPointF(*self._scene.view.to_screen(*spot))
