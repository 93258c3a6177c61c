"""Samples for the legend: a step of the heat map, a line of supply."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from heyzack_console.desktop.panes.map.heat_painter import blend_heat, heat_color
from heyzack_console.desktop.panes.map.link_painter import supply_pen
from heyzack_console.desktop.theme.icons import blank
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.dependencies import Supply


def heat_sample(theme: Theme, step: int, side: int, ratio: float) -> QPixmap:
    """Return the colour of a step as it looks on the floor of a room."""
    picture = QPixmap(blank(side, ratio))
    painter = QPainter(picture)
    box = QRectF(0, 0, side, side)
    painter.fillRect(box, theme.color("map_room"))
    blend_heat(painter, theme)
    painter.fillRect(box, heat_color(theme, step))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(theme.color("line_strong"))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    return picture


def line_sample(theme: Theme, supply: Supply, side: int, ratio: float) -> QPixmap:
    """Return a line of *supply*."""
    picture = QPixmap(blank(side, ratio))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(supply_pen(theme, supply))
    painter.drawLine(QLineF(0, side / 2, side, side / 2))
    painter.end()
    return picture
