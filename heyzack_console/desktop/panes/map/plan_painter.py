"""Paints a floor's plan: near greys, walls, glass, doors, furniture, tints and hatching."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from heyzack_console.desktop.panes.map.floor_pictures import FloorPictures, paint_picture
from heyzack_console.desktop.panes.map.plan_paths import PlanPaths, plan_paths
from heyzack_console.desktop.theme.hatch import hatch
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.sites import Floor, Zone, ZoneKind
from heyzack_console.presentation.map.view import View
from heyzack_console.presentation.map.zones import ZoneLabel

FURNITURE_FROM = 12.0
"""Pixels per metre from which furniture is drawn."""
MANY_LINES = 500
TINT_ON_PICTURE = 0.55
OUTER = 4.4
OUTER_FAR = 3.0
GROUNDS = {
    ZoneKind.ROOM: "map_room",
    ZoneKind.OPEN: "map_room",
    ZoneKind.CORRIDOR: "map_room_alt",
    ZoneKind.CORE: "map_core",
}


class PlanPainter:
    """Draws one floor directly under any view, or sharp for one view while that stands still."""

    def __init__(self, theme: Theme, pictures: FloorPictures) -> None:
        self._theme = theme
        self._pictures = pictures
        self._floor: Floor | None = None
        self._zones: Sequence[Zone] = ()
        self._metres = PlanPaths()
        self._ratio = 1.0

    def show(self, floor: Floor | None, zones: Sequence[Zone]) -> None:
        """Prepare *floor*; None clears."""
        self._floor, self._zones = floor, zones
        self._metres = plan_paths(floor, zones) if floor else PlanPaths()

    def paint(self, painter: QPainter, view: View, labels: Iterable[ZoneLabel], *, sharp: bool) -> None:
        """Paint the plan; *labels* tell which rooms are tinted or hatched. *sharp* costs new paths for this view."""
        if self._floor is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ratio = painter.device().devicePixelRatio()
        pixels = painter.transform()
        zoom = QTransform(view.scale, 0, 0, view.scale, view.left, view.top)
        paths = plan_paths(self._floor, self._zones, view) if sharp else self._metres
        drawn_in = pixels if sharp else zoom * pixels
        painter.setTransform(drawn_in)
        self._paint_slab(painter, paths)
        picture = self._floor.picture
        levels = self._pictures.levels(picture, self._theme.color("map_room"))
        if picture is not None:
            paint_picture(painter, picture, levels, zoom * pixels, sharp=sharp)
        self._paint_grounds(painter, paths, labels, on_picture=bool(levels))
        painter.setTransform(pixels)
        self._paint_hatching(painter, zoom, labels)
        painter.setTransform(drawn_in)
        self._paint_lines(painter, paths, view.scale, sharp=sharp)
        painter.restore()

    def ground(self, label: ZoneLabel) -> QColor:
        """Return the ground on which *label* stands."""
        return self._theme.color(f"p{label.tint}_tint" if label.tint else GROUNDS[label.kind])

    def _paint_slab(self, painter: QPainter, paths: PlanPaths) -> None:
        halo = QColor(self._theme.color("line"))
        halo.setAlphaF(0.45)
        painter.setPen(self._pen(halo, 9.0))
        painter.drawPath(paths.slab)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(paths.slab, self._theme.color("map_room_alt"))

    def _paint_grounds(
        self, painter: QPainter, paths: PlanPaths, labels: Iterable[ZoneLabel], *, on_picture: bool
    ) -> None:
        """A picture shows through what has no tint, and through what has one."""
        tints = {label.zone: label.tint for label in labels if label.tint}
        for kind in (ZoneKind.CORRIDOR, ZoneKind.OPEN, ZoneKind.ROOM, ZoneKind.CORE):
            for zone in self._zones:
                if zone.kind is kind:
                    tint = tints.get(zone.id)
                    ground = QColor(self._theme.color(f"p{tint}_tint" if tint else GROUNDS[kind]))
                    if on_picture:
                        ground.setAlphaF(TINT_ON_PICTURE if tint else 0.0)
                        painter.strokePath(paths.zones[zone.id], self._pen(self._theme.color("map_wall"), 1.0))
                    painter.fillPath(paths.zones[zone.id], ground)

    def _paint_hatching(self, painter: QPainter, zoom: QTransform, labels: Iterable[ZoneLabel]) -> None:
        for label in labels:
            if label.no_data and not label.tint:
                path: QPainterPath = zoom.map(self._metres.zones[label.zone])
                hatch(painter, QRectF(path.boundingRect()), self._theme.color("map_line"), 8, path)

    def _paint_lines(self, painter: QPainter, paths: PlanPaths, scale: float, *, sharp: bool) -> None:
        color = self._theme.color
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if scale >= FURNITURE_FROM:
            faint = QColor(color("map_line"))
            faint.setAlphaF(0.8)
            painter.strokePath(paths.furniture, self._pen(faint, 1.0))
        dashed = self._pen(color("map_glass"), 1.0)
        dashed.setDashPattern([4, 3])
        painter.strokePath(paths.open_glass, dashed)
        # Lines of one pixel are painted eight times as fast: they serve while a large plan moves.
        thin = not sharp and paths.walls.elementCount() > MANY_LINES
        painter.strokePath(paths.walls, self._pen(color("map_wall"), 1.0 if thin else 1.4))
        self._paint_doors(painter, paths, scale)
        painter.strokePath(paths.outer, self._pen(color("map_wall"), OUTER if scale >= FURNITURE_FROM else OUTER_FAR))
        self._paint_windows(painter, paths, scale)

    def _paint_windows(self, painter: QPainter, paths: PlanPaths, scale: float) -> None:
        """Two thin lines with glass between them, in the thickness of the wall."""
        room, wall, glass = (self._theme.color(token) for token in ("map_room", "map_wall", "map_glass"))
        wall, glass = QColor(wall), QColor(glass)
        wall.setAlphaF(0.55)
        glass.setAlphaF(0.6)
        width = OUTER if scale >= FURNITURE_FROM else OUTER_FAR
        for colour, share in ((room, 1.0), (wall, 1.0), (room, 0.5), (glass, 0.5)):
            painter.strokePath(paths.windows, self._pen(colour, width * share))

    def _paint_doors(self, painter: QPainter, paths: PlanPaths, scale: float) -> None:
        color = self._theme.color
        painter.strokePath(paths.gaps, self._pen(color("map_room_alt"), 3.4))
        if scale >= FURNITURE_FROM / 2:
            painter.strokePath(paths.arcs, self._pen(color("map_line"), 1.0))
            painter.strokePath(paths.leaves, self._pen(color("map_wall"), 1.2))

    def _pen(self, colour: QColor, width: float) -> QPen:
        # A cosmetic pen counts device pixels.
        pen = QPen(colour, width * self._ratio)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen
