"""Paints the words on the plan: room labels, and captions with values below the chips."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from heyzack_console.desktop.panes.map.plan_painter import PlanPainter
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.shown import Shown
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.label_layout import LabelMetrics, PlacedLabel, placed_label
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.view import View

CAPTIONS_FROM = 34.0
"""Pixels per metre from which devices carry their value."""
TALKATIVE = frozenset({Layer.VALUES, Layer.PATH, Layer.HEAT})
"""Layers that say something of nearly every device."""
FEW_CAPTIONS_FROM = 16.0
"""Pixels per metre from which the other layers write."""
FEW = 400
"""Markers on the screen up to which labels look for a clear place, and captions are written."""
CAPTION_GAP = 1.0
AIR = 5.0
"""Pixels by which a label's ground may reach past its words."""
CAPTION_SIDE = 60.0
"""Most pixels that a caption reaches to either side of its chip."""


class WordsPainter:
    """Arranges the room labels for a view, keeps the arrangement while the plan is only pushed about, and paints."""

    def __init__(self, theme: Theme, plan: PlanPainter) -> None:
        self._theme = theme
        self._plan = plan
        self._placed: dict[ZoneId, PlacedLabel] = {}
        self._for = View()
        self._obstacles: Sequence[Box] = ()
        self._edges: NDArray[np.float64] | None = None
        self._fonts()
        theme.changed.connect(self._fonts)

    def arrange(self, scene: MapScene, obstacles: Sequence[Box]) -> None:
        """Place every room's label in the scene's view, clear of *obstacles*."""
        self._for = scene.view
        self._obstacles = obstacles
        found = {key: placed_label(x, scene.view, self._metrics, obstacles) for key, x in scene.labels.items()}
        self._placed = {key: placed for key, placed in found.items() if placed is not None}
        self._edges = None

    def reword(self, scene: MapScene, zones: Collection[ZoneId]) -> list[Box]:
        """Write new words into *zones* and return what has to be painted anew, in pixels."""
        dirty = []
        self._edges = None
        for zone in zones:
            before = self._placed.pop(zone, None)
            after = placed_label(scene.labels[zone], self._for, self._metrics, self._obstacles)
            if before is not None and after is not None and before.box.height == after.box.height:
                # The words stay where they are: only their width may differ.
                left = before.box.centre[0] - after.box.width / 2
                box = Box(left, before.box.top, after.box.width, after.box.height)
                after = PlacedLabel(after.label, after.name, after.line, box)
            if after is not None:
                self._placed[zone] = after
            dirty += [self._moved(placed.box, scene.view) for placed in (before, after) if placed is not None]
        return [Box(b.left - 4, b.top - 2, b.width + 8, b.height + 4) for b in dirty]

    def paint(self, painter: QPainter, view: View, only: Sequence[Box] | None = None) -> None:
        """Paint the room labels, or those that reach into one of the boxes *only*."""
        placed = list(self._placed.values())
        if only is not None:
            placed = self._among(placed, view, only)
        for label in placed:
            self._paint_label(painter, label, self._moved(label.box, view))

    def captioned(self, scene: MapScene, shown: Shown) -> bool:
        """Tell whether captions are written in the scene's view."""
        near = scene.view.scale >= (CAPTIONS_FROM if scene.layer in TALKATIVE else FEW_CAPTIONS_FROM)
        return near and not shown.crowded and len(shown.numbers) <= FEW

    def paint_captions(
        self, painter: QPainter, scene: MapScene, shown: Shown, numbers: Iterable[int], chip: int
    ) -> None:
        """Write the values of the devices *numbers* below their chips; one that would cover a chip is left out."""
        painter.setFont(self._line_font)
        height = self._metrics.line_height
        for number in numbers:
            text, assumed = scene.picture.caption(scene.field.ids[number], scene.layer)
            width = self._metrics.line_width(text)
            if not text or width > 2 * CAPTION_SIDE:
                continue
            px, py = float(shown.px[number]), float(shown.py[number])
            box = Box(px - width / 2, py + chip / 2 + CAPTION_GAP, width, height)
            if len(shown.near([box], chip / 2 - 1)) == 0:
                if scene.layer is Layer.HEAT:
                    ground = QRectF(box.left - 3, box.top, box.width + 6, box.height)
                    painter.fillRect(ground, self._theme.color("map_room"))
                self._paint_caption(painter, box, text, assumed=assumed)

    def caption_box(self, shown: Shown, number: int, chip: int) -> Box:
        """Return what a caption may cover, in pixels."""
        px, py = float(shown.px[number]), float(shown.py[number])
        return Box(px - CAPTION_SIDE, py + chip / 2, 2 * CAPTION_SIDE, self._metrics.line_height + 4)

    def _paint_caption(self, painter: QPainter, box: Box, text: str, *, assumed: bool) -> None:
        painter.setPen(self._theme.color("ink2"))
        where = QRectF(box.left - 1, box.top, box.width + 2, box.height)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
        if not assumed:
            return
        dotted = QPen(self._theme.color("ink2"), 1, Qt.PenStyle.DotLine)
        painter.setPen(dotted)
        painter.drawLine(QPointF(box.left, box.bottom - 1), QPointF(box.right, box.bottom - 1))
        side = box.height - 4
        glass = QRectF(box.right + 2, box.top + 2, side, side)
        self._theme.icons.paint(painter, "assumed", glass, self._theme.color("caution"))

    def _paint_label(self, painter: QPainter, placed: PlacedLabel, box: Box) -> None:
        label = placed.label
        ground = QRectF(box.left - 3, box.top, box.width + 6, box.height)
        painter.fillRect(ground, self._plan.ground(label))
        painter.setFont(self._name_font)
        painter.setPen(self._theme.color("map_label"))
        top = QRectF(box.left - 3, box.top, box.width + 6, self._metrics.name_height)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, placed.name)
        if placed.line:
            painter.setFont(self._alarm_font if label.alarm else self._line_font)
            painter.setPen(self._line_colour(placed))
            below = QRectF(box.left - 3, top.bottom(), box.width + 6, self._metrics.line_height)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, placed.line)

    def _line_colour(self, placed: PlacedLabel) -> QColor:
        label = placed.label
        if label.alarm:
            return self._theme.color(f"p{label.alarm}_text")
        return self._theme.color("caution" if label.caution else "map_label")

    def _among(self, placed: Sequence[PlacedLabel], view: View, boxes: Sequence[Box]) -> list[PlacedLabel]:
        """Those of *placed* that reach into one of *boxes*."""
        if not placed or not boxes:
            return []
        x, y = self._for.to_plan(0, 0)
        dx, dy = view.to_screen(x, y)
        if self._edges is None:
            self._edges = np.array([(p.box.left, p.box.top, p.box.right, p.box.bottom) for p in placed])
        mine = self._edges + np.array((dx - AIR, dy - AIR, dx + AIR, dy + AIR))
        theirs = np.array([(b.left, b.top, b.right, b.bottom) for b in boxes])
        apart = (
            (mine[:, None, 0] > theirs[None, :, 2])
            | (mine[:, None, 2] < theirs[None, :, 0])
            | (mine[:, None, 1] > theirs[None, :, 3])
            | (mine[:, None, 3] < theirs[None, :, 1])
        )
        return [placed[int(number)] for number in np.flatnonzero(~apart.all(axis=1))]

    def _moved(self, box: Box, view: View) -> Box:
        """Where a box that was arranged for one view lies in another: it stays with its spot on the plan."""
        x, y = self._for.to_plan(*box.centre)
        px, py = view.to_screen(x, y)
        return Box(round(px - box.width / 2), round(py - box.height / 2), box.width, box.height)

    def _fonts(self) -> None:
        self._name_font: QFont = self._theme.font("small", weight=500)
        self._line_font: QFont = self._theme.font("micro")
        self._alarm_font: QFont = self._theme.font("micro", weight=600)
        self._metrics = LabelMetrics(
            name_width=QFontMetricsF(self._name_font).horizontalAdvance,
            # Bold digits are the wider ones: a value that begins to alarm must not outgrow its place.
            line_width=QFontMetricsF(self._alarm_font).horizontalAdvance,
            name_height=float(self._theme.px(16)),
            line_height=float(self._theme.px(15)),
        )
