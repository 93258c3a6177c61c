"""A stretch of the trend that was filled afterwards: hatched from top to bottom."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from heyzack_console.desktop.theme.hatch import hatch


class FilledBand(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is not typed
    """Hatches *where*, in the plot's own units, with lines that do not stretch with them."""

    def __init__(self, where: QRectF, colour: QColor) -> None:
        super().__init__()
        self._where = where
        self._colour = colour
        self.setZValue(-5)

    @override
    def boundingRect(self) -> QRectF:
        return self._where

    @override
    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        on_screen = painter.worldTransform().mapRect(self._where)
        painter.save()
        painter.resetTransform()
        hatch(painter, on_screen, self._colour)
        painter.restore()
