"""Paints the heat map over the plan, so that walls and furniture still show through it."""

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import Zone
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.heat import HeatPatch
from heyzack_console.presentation.map.view import View

STEPS = 8
UPRIGHT = 4
"""Corners of a room whose cells need no clipping."""


def heat_color(theme: Theme, step: int) -> QColor:
    """Return the colour of a step of the scale, 0 for the lowest."""
    return theme.color(f"heat{step + 1}")


def blend_heat(painter: QPainter, theme: Theme) -> None:
    """Let what is painted next leave the lines below it readable: dark ones by day, light ones by night."""
    modes = QPainter.CompositionMode
    light = theme.name == "light"
    painter.setCompositionMode(modes.CompositionMode_Multiply if light else modes.CompositionMode_Screen)


class HeatPainter:
    """Keeps one small picture per patch; a patch that was worked out anew is another one."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._images: dict[ZoneId, tuple[HeatPatch, QImage]] = {}
        theme.changed.connect(self._images.clear)

    def paint(
        self,
        painter: QPainter,
        patches: Iterable[HeatPatch],
        zones: Sequence[Zone],
        view: View,
        only: Sequence[Box] | None = None,
    ) -> None:
        """Paint *patches*, or those that reach into one of the boxes *only* (pixels)."""
        outlines = {zone.id: zone.outline for zone in zones}
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        blend_heat(painter, self._theme)
        for patch in patches:
            box = on_screen(patch.box, view)
            if only is not None and not any(box.covers(other, 2) for other in only):
                continue
            painter.save()
            outline = outlines.get(patch.zone, ())
            if len(outline) != UPRIGHT:
                path = QPainterPath()
                path.addPolygon(QPolygonF([QPointF(*view.to_screen(x, y)) for x, y in outline]))
                painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.drawImage(QRectF(QPointF(box.left, box.top), QSizeF(box.width, box.height)), self._image(patch))
            painter.restore()
        painter.restore()

    def _image(self, patch: HeatPatch) -> QImage:
        kept = self._images.get(patch.zone)
        if kept is not None and kept[0] is patch:
            return kept[1]
        inks = [0, *(heat_color(self._theme, step).rgba() for step in range(STEPS))]
        pixels = np.array(inks, dtype=np.uint32)[patch.steps.astype(np.intp) + 1]
        rows, columns = pixels.shape
        image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32).copy()
        self._images[patch.zone] = (patch, image)
        return image


def on_screen(box: Box, view: View) -> Box:
    """Return where *box* (metres) lies, in whole pixels, so that neighbours meet without a seam."""
    left, top = (round(edge) for edge in view.to_screen(box.left, box.top))
    right, bottom = (round(edge) for edge in view.to_screen(box.right, box.bottom))
    return Box(left, top, right - left, bottom - top)
