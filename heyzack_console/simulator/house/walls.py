"""Draws walls, glass and doors around rooms: shared walls once, with a gap wherever a door is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from heyzack_console.domain.sites import Point, Stroke, StrokeKind, ZoneKind
from heyzack_console.simulator.house.rooms import Door, Rect, Room, Side

Span = tuple[float, float]
Line = tuple[str, float]
"""'h' with its y, or 'v' with its x."""

WINDOW_MODULE = 3.0
WINDOW = (0.45, 2.55)


def strokes_around(rooms: Sequence[Room], house: Rect, entrances: Sequence[Door]) -> list[Stroke]:
    """The outer wall with its windows and entrances, partitions, the glass of open areas, and doors."""
    leaves = [leaf for room in rooms for door in room.doors for leaf in _leaves(door, room.rect)]
    leaves += [leaf for door in entrances for leaf in _leaves(door, house)]
    open_areas = [r.rect.shrunk(0.15).outline for r in rooms if r.kind is ZoneKind.OPEN]
    return [
        *_outer_wall(house, entrances),
        *_windows(house, entrances),
        *_partitions(rooms, house),
        *(Stroke(StrokeKind.GLASS, outline, closed=True) for outline in open_areas),
        *leaves,
    ]


def _partitions(rooms: Sequence[Room], house: Rect) -> list[Stroke]:
    walls: dict[Line, list[Span]] = defaultdict(list)
    gaps: dict[Line, list[Span]] = defaultdict(list)
    for room in rooms:
        if room.walled:
            for side in Side:
                walls[_line(room.rect, side)].append(_extent(room.rect, side))
        for door in room.doors:
            gaps[_line(room.rect, door.side)].append(door.span)
    outer = {_line(house, side) for side in Side}
    return [
        Stroke(StrokeKind.WALL, _ends(line, span))
        for line, spans in sorted(walls.items())
        if line not in outer
        for span in _without(_joined(spans), gaps[line])
    ]


def _outer_wall(house: Rect, entrances: Sequence[Door]) -> list[Stroke]:
    """The perimeter as one closed line, or as open lines from one entrance to the next."""
    if not entrances:
        return [Stroke(StrokeKind.OUTER_WALL, house.outline, closed=True)]
    corners = [(_along(house, point), point) for point in house.outline]
    openings = sorted(tuple(sorted(_along(house, p) for p in _door_ends(door, house))) for door in entrances)
    length = 2 * (house.width + house.height)
    strokes = []
    for index, (_, start) in enumerate(openings):
        end = openings[(index + 1) % len(openings)][0]
        end += length if end <= start else 0.0
        between = sorted((s + turn, p) for s, p in corners for turn in (0.0, length) if start < s + turn < end)
        points = (_at(house, start), *(p for _, p in between), _at(house, end % length))
        strokes.append(Stroke(StrokeKind.OUTER_WALL, points))
    return strokes


def _windows(house: Rect, entrances: Sequence[Door]) -> list[Stroke]:
    strokes = []
    for side in Side:
        low, high = _extent(house, side)
        doors = [door.span for door in entrances if door.side is side]
        count = int((high - low) // WINDOW_MODULE)
        margin = (high - low - count * WINDOW_MODULE) / 2
        for index in range(count):
            start = low + margin + index * WINDOW_MODULE
            pane = (start + WINDOW[0], start + WINDOW[1])
            pieces = _without([pane], [(a - 0.3, b + 0.3) for a, b in doors])
            strokes += [Stroke(StrokeKind.GLASS, _ends(_line(house, side), piece)) for piece in pieces]
    return strokes


def _leaves(door: Door, rect: Rect) -> list[Stroke]:
    """One or two door leaves as (hinge, closed end, open end); a thin line for a sliding door."""
    low, high = _door_ends(door, rect)
    if door.sliding:
        return [Stroke(StrokeKind.STAIR, (low, high))]
    if door.double:
        middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
        return [_leaf(low, middle, door.side), _leaf(high, middle, door.side)]
    return [_leaf(high, low, door.side) if door.flipped else _leaf(low, high, door.side)]


def _leaf(hinge: Point, closed: Point, side: Side) -> Stroke:
    length = abs(closed[0] - hinge[0]) + abs(closed[1] - hinge[1])
    dx, dy = {Side.NORTH: (0, 1), Side.SOUTH: (0, -1), Side.WEST: (1, 0), Side.EAST: (-1, 0)}[side]
    opened = (round(hinge[0] + dx * length, 3), round(hinge[1] + dy * length, 3))
    return Stroke(StrokeKind.DOOR, (hinge, closed, opened))


def _line(rect: Rect, side: Side) -> Line:
    return {
        Side.NORTH: ("h", rect.y0),
        Side.SOUTH: ("h", rect.y1),
        Side.WEST: ("v", rect.x0),
        Side.EAST: ("v", rect.x1),
    }[side]


def _extent(rect: Rect, side: Side) -> Span:
    return (rect.x0, rect.x1) if side in {Side.NORTH, Side.SOUTH} else (rect.y0, rect.y1)


def _ends(line: Line, span: Span) -> tuple[Point, Point]:
    low, high = (round(value, 3) for value in span)
    return ((low, line[1]), (high, line[1])) if line[0] == "h" else ((line[1], low), (line[1], high))


def _door_ends(door: Door, rect: Rect) -> tuple[Point, Point]:
    return _ends(_line(rect, door.side), door.span)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1] + 1e-6:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _without(spans: Sequence[Span], gaps: Sequence[Span]) -> list[Span]:
    """*spans* less *gaps*."""
    left = list(spans)
    for gap_low, gap_high in gaps:
        left = [
            piece
            for low, high in left
            for piece in ((low, min(high, gap_low)), (max(low, gap_high), high))
            if piece[1] - piece[0] > 1e-6
        ]
    return left


def _along(house: Rect, point: Point) -> float:
    """How far *point* lies along the perimeter, clockwise from the upper left corner."""
    x, y = point[0] - house.x0, point[1] - house.y0
    if y == 0:
        return x
    if x == house.width:
        return house.width + y
    if y == house.height:
        return 2 * house.width + house.height - x
    return 2 * (house.width + house.height) - y


def _at(house: Rect, along: float) -> Point:
    w, h = house.width, house.height
    if along <= w:
        return (round(house.x0 + along, 3), house.y0)
    if along <= w + h:
        return (house.x1, round(house.y0 + along - w, 3))
    if along <= 2 * w + h:
        return (round(house.x1 - (along - w - h), 3), house.y1)
    return (house.x0, round(house.y1 - (along - 2 * w - h), 3))
