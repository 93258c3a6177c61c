"""Lines of a drawing, and how they become few enough and lie from the upper left corner."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from heyzack_console.domain.plans import PlanFloor, PlanZone
from heyzack_console.domain.sites import Point, Stroke
from heyzack_console.plans.limits import NAME_LENGTH, STROKE_POINTS, STROKES, ZONES, refused

# Beyond this a coordinate is a mistake: Earth's circumference in millimetres.
_FARTHEST = 4e10
# Parts of the diagonal: what a corner may move by, and the smallest shape that is kept.
_SMOOTH, _SPECK = 1 / 5000, 1 / 1500
_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its sides along the axes."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def diagonal(self) -> float:
        """From corner to corner."""
        return math.hypot(self.width, self.height)


@dataclass(frozen=True, slots=True)
class Scale:
    """The unit's name, and its length in metres where the file tells."""

    unit: str
    metres: float | None = None


@dataclass(slots=True)
class Sketch:
    """What was met in a drawing, y down, in its own unit."""

    strokes: list[Stroke] = field(default_factory=list)
    zones: list[PlanZone] = field(default_factory=list)

    def box(self) -> Box | None:
        """The rectangle around all lines and zones; None when there is nothing."""
        lines = [*(stroke.points for stroke in self.strokes), *(zone.outline for zone in self.zones)]
        return box_of(point for line in lines for point in line)


def sound(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points that are real numbers within reason, without repetition of one after the other."""
    kept: list[Point] = []
    for x, y in points:
        if abs(x) < _FARTHEST and abs(y) < _FARTHEST and (not kept or kept[-1] != (x, y)):
            kept.append((x, y))
    return tuple(kept)


def box_of(points: Iterable[Point]) -> Box | None:
    """The rectangle around *points*."""
    every = list(points)
    if not every:
        return None
    xs, ys = [x for x, _ in every], [y for _, y in every]
    return Box(min(xs), min(ys), max(xs), max(ys))


def area(outline: Sequence[Point]) -> float:
    """The area that *outline* encloses."""
    ahead = zip(outline, (*outline[1:], *outline[:1]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in ahead)) / 2


def framed(name: str, sketch: Sketch, frame: Box, scale: Scale, elevation: float | None = None) -> PlanFloor:
    """Make a floor of *sketch*: moved to the corner of *frame*, simplified, specks left out.

    Raises:
        InvalidInput: the frame has no size.
    """
    if not (frame.width > 0 and frame.height > 0):
        raise refused("There is nothing to see in the drawing.")
    strokes = _few([s for s in (_simpler(s, frame) for s in sketch.strokes) if s is not None])
    zones = [_moved_zone(zone, frame) for zone in sketch.zones[:ZONES]]
    return PlanFloor(
        name=name[:NAME_LENGTH],
        width=_rounded(frame.width),
        height=_rounded(frame.height),
        unit=scale.unit,
        metres=scale.metres,
        strokes=tuple(strokes),
        zones=tuple(zone for zone in zones if len(zone.outline) > 2),
        elevation=elevation,
    )


def simplified(points: Sequence[Point], tolerance: float) -> tuple[Point, ...]:
    """Leave out corners that move the line by less than *tolerance* (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return tuple(points)
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = tolerance, None
        for between in range(first + 1, last):
            distance = _distance(points[between], points[first], points[last])
            if distance > far:
                far, at = distance, between
        if at is not None:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return tuple(points[place] for place in sorted(keep))


def _distance(point: Point, start: Point, end: Point) -> float:
    """From *point* to the piece between *start* and *end*."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = dx * dx + dy * dy
    if along == 0:
        return math.hypot(point[0] - start[0], point[1] - start[1])
    share = max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / along))
    return math.hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)


def _simpler(stroke: Stroke, frame: Box) -> Stroke | None:
    size = box_of(stroke.points)
    if size is None or size.diagonal < frame.diagonal * _SPECK:
        return None
    # A closed line is simplified from its first corner round to it again.
    round_trip = (*stroke.points, stroke.points[0]) if stroke.closed else stroke.points
    points = simplified(round_trip, frame.diagonal * _SMOOTH)
    points = points[:-1] if stroke.closed else points
    return Stroke(stroke.kind, _moved(points, frame), stroke.closed) if len(points) > 1 else None


def _moved_zone(zone: PlanZone, frame: Box) -> PlanZone:
    outline = simplified((*zone.outline, zone.outline[0]), frame.diagonal * _SMOOTH)[:-1]
    return PlanZone(zone.name[:NAME_LENGTH], _moved(outline, frame), zone.number[:NAME_LENGTH])


def _moved(points: Iterable[Point], frame: Box) -> tuple[Point, ...]:
    return tuple((_rounded(x - frame.left), _rounded(y - frame.top)) for x, y in points)


def _rounded(value: float) -> float:
    """Enough digits for any unit; shorter in the records."""
    return round(value, _DIGITS if abs(value) < 100 else 3)


def _few(strokes: list[Stroke]) -> list[Stroke]:
    """The largest shapes, in their order, as many as a floor may have."""
    if len(strokes) <= STROKES and sum(len(s.points) for s in strokes) <= STROKE_POINTS:
        return strokes
    sizes = {at: box.diagonal for at, s in enumerate(strokes) if (box := box_of(s.points)) is not None}
    kept, corners = set(), 0
    for at in sorted(sizes, key=lambda place: -sizes[place])[:STROKES]:
        corners += len(strokes[at].points)
        if corners > STROKE_POINTS:
            break
        kept.add(at)
    return [stroke for at, stroke in enumerate(strokes) if at in kept]
