"""Paints the ticks of a walk test over the plan: a check on what was heard, an empty ring round what was not."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.shown import Shown
from heyzack_console.desktop.panes.map.sprites import MapSprites
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId

PLATE = 7.5
CHECK = ((-3.4, 0.2), (-1.0, 2.8), (3.6, -2.6))


class WalkPainter:
    """Nothing here is retained."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, walked: Mapping[DeviceId, bool], scene: MapScene, shown: Shown, sprites: MapSprites
    ) -> None:
        """Paint what of *walked* is on the floor; True where the device was ticked."""
        painter.save()
        half = sprites.chip_size / 2
        for device, ticked in walked.items():
            number = scene.number(device)
            if number is None:
                continue
            middle = QPointF(float(shown.px[number]), float(shown.py[number]))
            if ticked:
                self._paint_check(painter, middle + QPointF(half - 2, half - 2))
            else:
                self._paint_ring(painter, middle, half + 3)
        painter.restore()

    def _paint_check(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(self._theme.color("surface"), 1.5))
        painter.setBrush(self._theme.color("ok"))
        painter.drawEllipse(at, PLATE, PLATE)
        painter.setPen(QPen(self._theme.color("surface"), 2))
        painter.drawPolyline(QPolygonF([at + QPointF(x, y) for x, y in CHECK]))

    def _paint_ring(self, painter: QPainter, middle: QPointF, reach: float) -> None:
        painter.setPen(QPen(self._theme.color("caution"), 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach))
