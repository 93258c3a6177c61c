"""The retained picture of a map that stands still: the plan, and the plan with everything that does not flash."""

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from heyzack_console.presentation.building.shapes import Box

Paint = Callable[[QPainter], None]


class StillPicture:
    """Two pictures of the window's size; mending copies the plan back and paints again only what stands there."""

    def __init__(self) -> None:
        self._plan = QPixmap()
        self._whole = QPixmap()

    @property
    def empty(self) -> bool:
        """Nothing is kept."""
        return self._whole.isNull()

    def drop(self) -> None:
        """Forget the picture: the view, the floor or the look has changed."""
        self._plan, self._whole = QPixmap(), QPixmap()

    def build(self, size: QSize, ratio: float, paint_plan: Paint, paint_rest: Paint) -> None:
        """Paint both pictures anew."""
        self._plan = QPixmap(size * ratio)
        self._plan.setDevicePixelRatio(ratio)
        painter = QPainter(self._plan)
        paint_plan(painter)
        painter.end()
        self._whole = self._plan.copy()
        painter = QPainter(self._whole)
        paint_rest(painter)
        painter.end()

    def mend(self, boxes: Sequence[Box], paint_rest: Paint) -> QRegion:
        """Paint the parts in *boxes* anew and return them, for the widget to show."""
        region = QRegion()
        for box in boxes:
            region += QRectF(box.left, box.top, box.width, box.height).toAlignedRect()
        painter = QPainter(self._whole)
        self._copy(painter, self._plan, region)
        painter.setClipRegion(region)
        paint_rest(painter)
        painter.end()
        return region

    def show(self, painter: QPainter, region: QRegion) -> None:
        """Paint the parts of the picture that lie in *region*."""
        self._copy(painter, self._whole, region)

    def _copy(self, painter: QPainter, source: QPixmap, region: QRegion) -> None:
        """Copy part by part: one copy of all, clipped to many parts, costs three times as much."""
        ratio = source.devicePixelRatio()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for part in parts_of(region):
            corner, size = part.topLeft() * ratio, part.size() * ratio
            painter.drawPixmap(part, source, QRect(corner, size))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def parts_of(region: QRegion) -> Iterable[QRect]:
    """Return the rectangles of *region*; PySide's stubs do not know that it can be walked through."""
    return cast("Iterable[QRect]", region)
