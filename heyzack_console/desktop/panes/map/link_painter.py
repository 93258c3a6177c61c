"""Paints what supplies what as lines, one kind of line for each supply."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.dependencies import Supply, Thing
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import Point
from heyzack_console.presentation.building.shapes import label_spot

DASHES: dict[Supply, list[float]] = {
    Supply.POWER: [],
    Supply.NETWORK: [5, 3],
    Supply.WATER: [1.2, 2.4],
    Supply.HEAT: [7, 2.4, 1.2, 2.4],
    Supply.AIR: [7, 2.4, 1.2, 2.4, 1.2, 2.4],
    Supply.CONTROL: [11, 4],
}
INKS = {
    Supply.POWER: "data2",
    Supply.NETWORK: "data1",
    Supply.WATER: "data3",
    Supply.HEAT: "data4",
    Supply.AIR: "ink3",
    Supply.CONTROL: "ink2",
}
WIDTH = 1.4
END = 2.2
ROOM_END = 3.0


def supply_pen(theme: Theme, supply: Supply) -> QPen:
    """Return the pen for lines of *supply*; each has its own dashes besides its colour."""
    pen = QPen(theme.color(INKS[supply]), WIDTH)
    if DASHES[supply]:
        pen.setDashPattern(DASHES[supply])
    return pen


class LinkPainter:
    """Paints the lines between things of one floor; those to other floors are only counted, in words."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, scene: MapScene) -> None:
        """Paint the lines of the floor that *scene* shows, from supplier to what is supplied."""
        rooms = {zone.id: label_spot(zone.outline) for zone in scene.zones}
        lines: dict[Supply, list[QLineF]] = {}
        ends: dict[Supply, list[tuple[Thing, QPointF]]] = {}
        for link in scene.facts.links.all:
            start, end = self._spot(link.source, scene, rooms), self._spot(link.target, scene, rooms)
            if start is not None and end is not None:
                lines.setdefault(link.supply, []).append(QLineF(start, end))
                ends.setdefault(link.supply, []).append((link.target, end))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for supply, found in lines.items():
            painter.setPen(supply_pen(self._theme, supply))
            painter.drawLines(found)
            self._paint_ends(painter, supply, ends[supply])
        painter.restore()

    def _spot(self, thing: Thing, scene: MapScene, rooms: dict[ZoneId, Point]) -> QPointF | None:
        number = scene.number(thing.device_id)
        if number is not None:
            return QPointF(*scene.view.to_screen(float(scene.field.x[number]), float(scene.field.y[number])))
        spot = rooms.get(thing.zone_id) if thing.zone_id is not None else None
        return None if spot is None else QPointF(*scene.view.to_screen(*spot))

    def _paint_ends(self, painter: QPainter, supply: Supply, ends: list[tuple[Thing, QPointF]]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(INKS[supply]))
        for thing, spot in ends:
            if thing.device_id is None:
                painter.drawRect(QRectF(spot.x() - ROOM_END, spot.y() - ROOM_END, 2 * ROOM_END, 2 * ROOM_END))
            else:
                painter.drawEllipse(spot, END, END)
