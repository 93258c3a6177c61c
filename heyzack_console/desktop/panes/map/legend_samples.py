"""Samples for the legend, on the screen and on paper."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from heyzack_console.desktop.panes.map.heat_painter import blend_heat, heat_color
from heyzack_console.desktop.panes.map.link_painter import supply_pen
from heyzack_console.desktop.panes.map.sprites import CHIP_LOOKS
from heyzack_console.desktop.panes.map.tone_sprites import tone_picture
from heyzack_console.desktop.theme.icons import blank
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.dependencies import Supply
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.map.legend import LegendRow

CHIP = 16
TONE = 12
LINE = 26


def legend_sample(theme: Theme, markers: Markers, row: LegendRow, ratio: float) -> QPixmap:
    """Return the sample of *row*: a step of the scale, a line, a form, a mark or a chip."""
    if row.step is not None:
        return heat_sample(theme, row.step, CHIP, ratio)
    if row.supply is not None:
        return line_sample(theme, row.supply, LINE, ratio)
    if row.tone:
        return tone_picture(theme, row.tone, TONE, ratio)
    if row.priority:
        return markers.mark(row.priority, row.state, theme.gap("mark_map_small"), True, ratio)
    category = row.category or Category.UNKNOWN
    return markers.chip(category.value, CHIP_LOOKS[row.look], CHIP, ratio)


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
