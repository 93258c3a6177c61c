"""Hatching: the sign for values that are old or rooms without data."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def hatch(painter: QPainter, where: QRectF, colour: QColor, step: int = 7, clip: QPainterPath | None = None) -> None:
    """Fill *where* with rising lines at 45°, one pixel wide and *step* apart, inside *clip* if given."""
    painter.save()
    if clip is None:
        painter.setClipRect(where, Qt.ClipOperation.IntersectClip)
    else:
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    height = where.height()
    x = where.left() - height
    while x < where.right():
        painter.drawLine(QPointF(x, where.bottom()), QPointF(x + height, where.top()))
        x += step
    painter.restore()
