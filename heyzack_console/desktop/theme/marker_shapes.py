"""Outlines of the alert marks, one shape per priority, around the origin."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def outline(priority: int, size: float, growth: float = 1.0) -> QPainterPath:
    """Return the shape of *priority* at nominal *size*, grown about its centre.

    The proportions give the four shapes about the same area, so that none looks heavier than another.
    """
    path = QPainterPath()
    s = size * growth
    if priority == 1:
        half, corner = 0.42 * s, 0.1 * s
        path.addRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), corner, corner)
    elif priority == 2:
        _polygon(path, ((0, -0.612), (0.58, 0.408), (-0.58, 0.408)), s)
    elif priority == 3:
        _polygon(path, ((0, -0.6), (0.6, 0), (0, 0.6), (-0.6, 0)), s)
    else:
        path.addEllipse(QPointF(0, 0), 0.475 * s, 0.475 * s)
    return path


def ring_growth(priority: int, size: float) -> float:
    """Return by how much the outline grows so that a ring of 1.5 px leaves about 3 px of room round the fill."""
    distance = 2.25 + 0.0575 * size
    reach = {1: 0.42, 2: 0.352, 3: 0.424}.get(priority, 0.475)
    return 1 + distance / (reach * size)


def digit_drop(priority: int, size: float) -> float:
    """Return how far below the centre the digit sits: a triangle has its room in the lower half."""
    return 0.1 * size if priority == 2 else 0.0


def half_extent(size: int) -> int:
    """Return half the side of a square that holds any mark of *size* with ring and badge, centred."""
    return round(0.612 * size * ring_growth(2, size) + 2)


def _polygon(path: QPainterPath, corners: tuple[tuple[float, float], ...], scale: float) -> None:
    path.addPolygon(QPolygonF([QPointF(x * scale, y * scale) for x, y in corners]))
    path.closeSubpath()
