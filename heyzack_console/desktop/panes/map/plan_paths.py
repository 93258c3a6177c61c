"""A floor's lines as painter paths, in metres or in the pixels of one view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import Floor, Point, Stroke, StrokeKind, Zone
from heyzack_console.presentation.building.shapes import bounds
from heyzack_console.presentation.map.view import View

Mapped = Callable[[Point], QPointF]


@dataclass(slots=True)
class PlanPaths:
    """One path per way of drawing; *zones* by id, for grounds, tints and hatching."""

    slab: QPainterPath = field(default_factory=QPainterPath)
    zones: dict[ZoneId, QPainterPath] = field(default_factory=dict)
    outer: QPainterPath = field(default_factory=QPainterPath)
    windows: QPainterPath = field(default_factory=QPainterPath)
    open_glass: QPainterPath = field(default_factory=QPainterPath)
    walls: QPainterPath = field(default_factory=QPainterPath)
    gaps: QPainterPath = field(default_factory=QPainterPath)
    leaves: QPainterPath = field(default_factory=QPainterPath)
    arcs: QPainterPath = field(default_factory=QPainterPath)
    furniture: QPainterPath = field(default_factory=QPainterPath)


def plan_paths(floor: Floor, zones: Sequence[Zone], view: View | None = None) -> PlanPaths:
    """Return the paths of *floor*: in metres, or with *view* in pixels with straight walls on whole pixels."""
    straight, exact = _mapping(view)
    paths = PlanPaths(slab=_slab(floor, zones, straight))
    for zone in zones:
        path = QPainterPath()
        _line(path, zone.outline, straight, closed=True)
        paths.zones[zone.id] = path
    for stroke in floor.strokes:
        _add(paths, stroke, straight, exact)
    return paths


def _mapping(view: View | None) -> tuple[Mapped, Mapped]:
    if view is None:
        return (lambda p: QPointF(*p)), (lambda p: QPointF(*p))

    def snapped(point: Point) -> QPointF:
        x, y = view.to_screen(*point)
        return QPointF(round(x - 0.5) + 0.5, round(y - 0.5) + 0.5)

    return snapped, lambda p: QPointF(*view.to_screen(*p))


def _add(paths: PlanPaths, stroke: Stroke, straight: Mapped, exact: Mapped) -> None:
    if stroke.kind is StrokeKind.DOOR:
        if len(stroke.points) == 3:
            _door(paths, stroke.points, straight)
        return
    # Rectangles may lie on whole pixels; anything rounder would be bent by it.
    to = straight if len(stroke.points) <= 5 else exact
    target = {
        StrokeKind.OUTER_WALL: paths.outer,
        StrokeKind.WALL: paths.walls,
        StrokeKind.GLASS: paths.open_glass if stroke.closed else paths.windows,
    }.get(stroke.kind, paths.furniture)
    _line(target, stroke.points, to, closed=stroke.closed)


def _line(path: QPainterPath, points: Sequence[Point], to: Mapped, *, closed: bool) -> None:
    if len(points) < 2:
        return
    path.addPolygon(QPolygonF([to(point) for point in points]))
    if closed:
        path.closeSubpath()


def _door(paths: PlanPaths, points: Sequence[Point], to: Mapped) -> None:
    """A gap from hinge to closed end, the leaf as it stands open, and the quarter that it sweeps."""
    hinge, shut, opened = (to(point) for point in points)
    paths.gaps.moveTo(hinge)
    paths.gaps.lineTo(shut)
    paths.leaves.moveTo(hinge)
    paths.leaves.lineTo(opened)
    radius = max(abs(shut.x() - hinge.x()), abs(shut.y() - hinge.y()))
    where = QRectF(hinge.x() - radius, hinge.y() - radius, 2 * radius, 2 * radius)
    start, end = _angle(hinge, opened), _angle(hinge, shut)
    sweep = (end - start + 180) % 360 - 180
    paths.arcs.arcMoveTo(where, start)
    paths.arcs.arcTo(where, start, sweep)


def _angle(centre: QPointF, end: QPointF) -> float:
    """Degrees as QPainterPath counts them: anticlockwise from three o'clock, y down."""
    dx, dy = end.x() - centre.x(), end.y() - centre.y()
    if abs(dx) >= abs(dy):
        return 0.0 if dx >= 0 else 180.0
    return 270.0 if dy >= 0 else 90.0


def _slab(floor: Floor, zones: Sequence[Zone], to: Mapped) -> QPainterPath:
    path = QPainterPath()
    closed = [s for s in floor.strokes if s.kind is StrokeKind.OUTER_WALL and s.closed]
    for stroke in closed:
        _line(path, stroke.points, to, closed=True)
    if not closed:
        outer = [p for s in floor.strokes if s.kind is StrokeKind.OUTER_WALL for p in s.points]
        outer = outer or [p for zone in zones for p in zone.outline]
        if outer:
            box = bounds(outer)
            corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
            _line(path, corners, to, closed=True)
    return path
