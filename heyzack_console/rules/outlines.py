"""Outlines of zones: what lies inside, how large they are, and what is wrong with one."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, isfinite

from heyzack_console.domain.sites import Point

MOST_CORNERS = 400
LEAST_AREA = 0.05
"""Square metres; less is a slip of the hand."""
LEAST_SIDE = 0.01


def sides(outline: Sequence[Point]) -> list[tuple[Point, Point]]:
    """Return the sides of the polygon, the one that closes it last."""
    return list(pairwise((*outline, *outline[:1])))


def inside(outline: Sequence[Point], x: float, y: float) -> bool:
    """Tell whether a spot lies in the polygon *outline* (even-odd rule)."""
    found = False
    for (ax, ay), (bx, by) in sides(outline):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            found = not found
    return found


def area(outline: Sequence[Point]) -> float:
    """Return the area of the polygon."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in sides(outline))) / 2


def crosses_itself(outline: Sequence[Point]) -> bool:
    """Tell whether two sides that are no neighbours meet, or a side runs back over the one before."""
    lines = sides(outline)
    count = len(lines)
    for one in range(count):
        if _turns_back(lines[one], lines[(one + 1) % count]):
            return True
        for other in range(one + 2, count - (one == 0)):
            if _meet(lines[one], lines[other]):
                return True
    return False


def fault_of(outline: Sequence[Point], width: float, height: float) -> str:
    """Return what is wrong with *outline* on a plan of this size, fit for an operator; empty where nothing is."""
    if not 3 <= len(outline) <= MOST_CORNERS:
        return f"has {len(outline)} corners; 3 to {MOST_CORNERS} are needed"
    if not all(isfinite(x) and isfinite(y) and 0 <= x <= width and 0 <= y <= height for x, y in outline):
        return "leaves the plan"
    if any(hypot(bx - ax, by - ay) < LEAST_SIDE for (ax, ay), (bx, by) in sides(outline)):
        return "has two corners in one spot"
    if crosses_itself(outline):
        return "crosses itself"
    if area(outline) < LEAST_AREA:
        return "has no area"
    return ""


def _turn(a: Point, b: Point, c: Point) -> float:
    """Above 0 where c lies on one side of the line from a to b, below on the other."""
    found = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return 0.0 if abs(found) < 1e-9 else found


def _turns_back(one: tuple[Point, Point], following: tuple[Point, Point]) -> bool:
    (ax, ay), (bx, by) = one
    cx, cy = following[1]
    forward = (bx - ax) * (cx - bx) + (by - ay) * (cy - by)
    return _turn(*one, following[1]) == 0 and forward < 0


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = one, other
    first, second, third, fourth = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if first * second < 0 and third * fourth < 0:
        return True
    touching = ((first, a, c, b), (second, a, d, b), (third, c, a, d), (fourth, c, b, d))
    return any(turn == 0 and _between(start, spot, end) for turn, start, spot, end in touching)


def _between(start: Point, spot: Point, end: Point) -> bool:
    return all(
        min(start[axis], end[axis]) - 1e-9 <= spot[axis] <= max(start[axis], end[axis]) + 1e-9 for axis in (0, 1)
    )
