"""Curves as short straight pieces."""

import math

from heyzack_console.domain.sites import Point

_CUBIC_PIECES, _QUADRATIC_PIECES = 12, 8
# One piece of an arc turns by no more than this.
_ARC_STEP = math.radians(10)
_MOST_PIECES = 72


def cubic(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """A cubic Bézier curve without its start."""
    made = []
    for piece in range(1, _CUBIC_PIECES + 1):
        t = piece / _CUBIC_PIECES
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
        x = a * start[0] + b * first[0] + c * second[0] + d * end[0]
        y = a * start[1] + b * first[1] + c * second[1] + d * end[1]
        made.append((x, y))
    return made


def quadratic(start: Point, control: Point, end: Point) -> list[Point]:
    """A quadratic Bézier curve without its start."""
    made = []
    for piece in range(1, _QUADRATIC_PIECES + 1):
        t = piece / _QUADRATIC_PIECES
        a, b, c = (1 - t) ** 2, 2 * (1 - t) * t, t * t
        made.append((a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]))
    return made


def ellipse(centre: Point, radii: Point, start: float, sweep: float, turned: float = 0.0) -> list[Point]:
    """Points along an ellipse from the angle *start*, over *sweep*; angles in radians, both ends included."""
    pieces = max(1, min(_MOST_PIECES, math.ceil(abs(sweep) / _ARC_STEP)))
    cos, sin = math.cos(turned), math.sin(turned)
    made = []
    for piece in range(pieces + 1):
        angle = start + sweep * piece / pieces
        x, y = radii[0] * math.cos(angle), radii[1] * math.sin(angle)
        made.append((centre[0] + cos * x - sin * y, centre[1] + sin * x + cos * y))
    return made
