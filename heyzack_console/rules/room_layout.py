"""Outlines for rooms of which nobody has drawn a plan yet: equal rectangles side by side, clear of what is drawn."""

from collections.abc import Iterable, Sequence

from heyzack_console.domain.sites import Point

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
GAP = 0.5
"""Metres between a proposed room and its cell's edge: neighbours do not share a wall that nobody has seen."""
SMALLEST = 2.0
FINEST = 40
ROOM = (6.0, 5.0)
"""Metres that a new floor has for each room."""
SMALLEST_FLOOR = (40.0, 25.0)


def floor_size(rooms: int) -> tuple[float, float]:
    """Return width and height of a new floor on which *rooms* rooms find their place."""
    width, height = SMALLEST_FLOOR
    while (width // ROOM[0]) * (height // ROOM[1]) < rooms:
        width, height = width * 1.5, height * 1.5
    return width, height


def room_outlines(
    count: int, width: float, height: float, drawn: Iterable[Sequence[Point]]
) -> tuple[tuple[Point, ...], ...] | None:
    """Return *count* rectangles inside a floor of *width* × *height*, row by row; None where there is no room for them.

    Args:
        drawn: the outlines of rooms that are there already.
    """
    boxes = [_box(outline) for outline in drawn if outline]
    for across in range(1, FINEST + 1):
        # Cells about as wide as high look like rooms.
        down = max(1, round(across * height / width))
        side, depth = width / across, height / down
        if min(side, depth) - 2 * GAP < SMALLEST:
            return None
        cells = [_cell(n * side, m * depth, side, depth) for m in range(down) for n in range(across)]
        free = [cell for cell in cells if not any(_overlap(cell, box) for box in boxes)]
        if len(free) >= count:
            return tuple(_corners(cell) for cell in free[:count])
    return None


def _cell(left: float, top: float, side: float, depth: float) -> Box:
    return round(left + GAP, 2), round(top + GAP, 2), round(left + side - GAP, 2), round(top + depth - GAP, 2)


def _box(outline: Sequence[Point]) -> Box:
    across, down = [x for x, _ in outline], [y for _, y in outline]
    return min(across), min(down), max(across), max(down)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _corners(box: Box) -> tuple[Point, ...]:
    left, top, right, bottom = box
    return (left, top), (right, top), (right, bottom), (left, bottom)
