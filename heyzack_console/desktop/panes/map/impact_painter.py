"""Paints a blast radius over the plan: the rooms that lose something, the devices, and what each hangs on."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.shown import Shown
from heyzack_console.desktop.panes.map.sprites import MapSprites
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.dependencies import Thing
from heyzack_console.domain.sites import Zone
from heyzack_console.presentation.building.shapes import label_spot
from heyzack_console.presentation.impact.view import ImpactView

LINE = 1.4
ROOM_LINE = 1.6
RING_ROOM = 4
Spots = dict[Thing, QPointF]


class ImpactPainter:
    """Nothing here is retained; a few hundred lines cost less than a repaint of the words."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, view: ImpactView | None, scene: MapScene, shown: Shown, sprites: MapSprites
    ) -> None:
        """Paint what of *view* lies on the floor that *scene* shows."""
        if view is None:
            return
        painter.save()
        self._paint_rooms(painter, [zone for zone in scene.zones if zone.id in view.zones], scene)
        spots = self._spots(view, scene, shown)
        self._paint_lines(painter, view, spots, sprites.chip_size / 2 + RING_ROOM)
        self._paint_rings(painter, view, spots, sprites.chip_size / 2 + RING_ROOM)
        painter.restore()

    def _paint_rooms(self, painter: QPainter, rooms: list[Zone], scene: MapScene) -> None:
        ground = QColor(self._theme.color("accent"))
        ground.setAlphaF(0.10)
        painter.setPen(QPen(self._theme.color("accent"), ROOM_LINE, Qt.PenStyle.DashLine))
        painter.setBrush(ground)
        for room in rooms:
            painter.drawPolygon(QPolygonF([QPointF(*scene.view.to_screen(x, y)) for x, y in room.outline]))

    def _spots(self, view: ImpactView, scene: MapScene, shown: Shown) -> Spots:
        things = {view.root, *(line.thing for line in view.lines)}
        zones = {zone.id: zone for zone in scene.zones}
        spots = {}
        for thing in things:
            number = scene.number(thing.device_id)
            zone = zones.get(thing.zone_id) if thing.zone_id is not None else None
            if number is not None:
                spots[thing] = QPointF(float(shown.px[number]), float(shown.py[number]))
            elif zone is not None:
                spots[thing] = QPointF(*scene.view.to_screen(*label_spot(zone.outline)))
        return spots

    def _paint_lines(self, painter: QPainter, view: ImpactView, spots: Spots, room: float) -> None:
        painter.setPen(QPen(self._theme.color("accent"), LINE))
        painter.setBrush(self._theme.color("accent"))
        for above, thing in view.steps:
            start, end = spots.get(above), spots.get(thing)
            # Rooms are tinted; lines to the middle of each would only hide its words.
            if start is None or end is None or above.device_id is None or thing.device_id is None:
                continue
            line = QLineF(start, end)
            if line.length() <= 2 * room:
                continue
            shortened = QLineF(line.pointAt(room / line.length()), line.pointAt(1 - room / line.length()))
            painter.drawLine(shortened)
            painter.drawEllipse(shortened.p2(), 2.4, 2.4)

    def _paint_rings(self, painter: QPainter, view: ImpactView, spots: Spots, room: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in view.lines:
            spot = spots.get(line.thing)
            if spot is None or line.thing.device_id is None:
                continue
            box = QRectF(spot.x() - room, spot.y() - room, 2 * room, 2 * room)
            painter.setPen(QPen(self._theme.color("caution" if line.lost else "accent"), 1.6))
            painter.drawEllipse(box)
            if line.lost:
                # Told by form as well: what is lost already has a second ring.
                painter.drawEllipse(box.adjusted(-3, -3, 3, 3))
        root = spots.get(view.root)
        if root is not None:
            painter.setPen(QPen(self._theme.color("accent"), 2.4))
            painter.drawEllipse(QRectF(root.x() - room - 2, root.y() - room - 2, 2 * room + 4, 2 * room + 4))
