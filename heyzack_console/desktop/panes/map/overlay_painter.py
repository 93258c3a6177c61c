"""Paints what floats over the plan: selection, ghosts of moved devices, the rubber band, the scale, the focus frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPainter, QPen, QRegion

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.shown import Shown
from heyzack_console.desktop.panes.map.sprites import MapSprites
from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.impact.view import ImpactView
from heyzack_console.presentation.map.placing import GRID
from heyzack_console.presentation.map.view import View, scale_bar

FRAME_ROOM = 7
FRAME = 2
GRID_FROM = 24.0
"""Pixels per metre from which the grid shows while devices are placed."""
FOOT = 36.0
PAST_EDGE = 6
"""Pixels of the hatched edge that says: this is not the present."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """A device on its way: the number of its sprite and where it would land, in metres."""

    chip: int
    x: float
    y: float


@dataclass(slots=True)
class Overlay:
    """What the hand is doing on the map just now; boxes in pixels.

    *impact*: the blast radius that is shown. *drawing*: clicks draw lines of what supplies what.
    """

    ghosts: Sequence[Ghost] = field(default_factory=tuple)
    rubber: Box | None = None
    editing: bool = False
    focused: bool = False
    impact: ImpactView | None = None
    drawing: bool = False
    walked: Mapping[DeviceId, bool] = field(default_factory=dict)
    """The devices of a walk test, and whether each was ticked."""


def size_of(device: QPaintDevice) -> QSize:
    """Return the size of *device* in the pixels of the look: that of an image counts those of the picture."""
    ratio = device.devicePixelRatio() if isinstance(device, QImage) else 1.0
    return QSize(round(device.width() / ratio), round(device.height() / ratio))


class OverlayPainter:
    """Paints an overlay; nothing here is retained."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_selection(self, painter: QPainter, scene: MapScene, shown: Shown, sprites: MapSprites) -> None:
        """Frame the selected devices that are on this floor."""
        ring = self._theme.color("focus")
        ground = QColor(self._theme.color("focus"))
        ground.setAlphaF(0.14)
        painter.setPen(QPen(ring, FRAME))
        painter.setBrush(ground)
        half = sprites.chip_size / 2 + FRAME_ROOM
        corner = self._theme.tokens.radius["pane"]
        for device in scene.selected:
            number = scene.number(device)
            if number is None:
                continue
            middle = float(shown.px[number]), float(shown.py[number])
            painter.drawRoundedRect(QRectF(middle[0] - half, middle[1] - half, 2 * half, 2 * half), corner, corner)

    def paint_hand(self, painter: QPainter, overlay: Overlay, scene: MapScene, sprites: MapSprites) -> None:
        """Paint ghosts and rubber band."""
        ring = QPen(self._theme.color("focus"), 1)
        ground = QColor(self._theme.color("focus"))
        ground.setAlphaF(0.10)
        for ghost in overlay.ghosts:
            px, py = scene.view.to_screen(ghost.x, ghost.y)
            painter.setOpacity(0.75)
            sprites.paint_chip(painter, ghost.chip, px, py)
            painter.setOpacity(1.0)
            half = sprites.chip_size / 2 + 3
            painter.setPen(QPen(self._theme.color("focus"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(round(px) - half, round(py) - half, 2 * half, 2 * half), 4, 4)
        if overlay.rubber is not None:
            box = overlay.rubber
            painter.setPen(ring)
            painter.setBrush(ground)
            painter.drawRect(QRectF(box.left + 0.5, box.top + 0.5, box.width, box.height))

    def paint_past(self, painter: QPainter, width: int, height: int) -> None:
        """Frame the whole map with the hatch of what is not real now."""
        edge = self._theme.px(PAST_EDGE)
        inner = height - 2 * edge
        for side in (
            QRectF(0, 0, width, edge),
            QRectF(0, height - edge, width, edge),
            QRectF(0, edge, edge, inner),
            QRectF(width - edge, edge, edge, inner),
        ):
            painter.fillRect(side, self._theme.color("band"))
            hatch(painter, side, self._theme.color("band_stripe"), 9)

    def paint_foot(self, painter: QPainter, region: QRegion, view: View, left: float) -> None:
        """Paint the scale from *left* on, and dim what lies under it and the legend so that both can be read."""
        size = size_of(painter.device())
        width, height = size.width(), size.height()
        foot = QRect(0, height - self._theme.px(FOOT), width, self._theme.px(FOOT))
        if not region.intersects(foot):
            return
        veil = QColor(self._theme.color("map_ground"))
        veil.setAlphaF(0.88)
        painter.fillRect(foot, veil)
        self._paint_scale(painter, view, left, foot.top() + self._theme.px(FOOT / 2 - 4))

    def _paint_scale(self, painter: QPainter, view: View, left: float, y: float) -> None:
        length, words = scale_bar(view.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.color("ink3"), 1))
        bar = QLineF(left, y, left + length, y)
        painter.drawLines([bar, QLineF(left, y - 4, left, y + 4), QLineF(bar.p2().x(), y - 4, bar.p2().x(), y + 4)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("ink2"))
        where = QRectF(bar.p2().x() + 8, y - 12, 80, 24)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def paint_grid(self, painter: QPainter, scene: MapScene) -> None:
        """Dot the spots of whole metres while devices are placed, where they are far enough apart."""
        floor, view = scene.floor, scene.view
        if floor is None or view.scale < GRID_FROM:
            return
        colour = QColor(self._theme.color("map_wall"))
        colour.setAlphaF(0.55)
        painter.setPen(QPen(colour, 1))
        step = round(1 / GRID)
        dots = [
            QLineF(px, py, px + 0.01, py)
            for column in range(0, round(floor.width / GRID) + 1, step)
            for row in range(0, round(floor.height / GRID) + 1, step)
            for px, py in (view.to_screen(column * GRID, row * GRID),)
        ]
        painter.drawLines(dots)

    def paint_focus(self, painter: QPainter, width: float, height: float) -> None:
        """Frame the whole map: it has the keyboard and no device is selected."""
        painter.setPen(QPen(self._theme.color("focus"), FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, 1, width - 2, height - 2))
