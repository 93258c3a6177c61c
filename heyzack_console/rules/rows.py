"""Spots side by side along a drawn line."""

from collections.abc import Sequence
from itertools import pairwise
from math import dist

from heyzack_console.domain.sites import Point


def along(path: Sequence[Point], count: int) -> tuple[Point, ...]:
    """Return *count* spots at equal distances along *path*, its ends among them; a single one lies in the middle."""
    sides = [(a, b, dist(a, b)) for a, b in pairwise(path)]
    whole = sum(length for _, _, length in sides)
    if count < 1 or not path:
        return ()
    if count == 1:
        return (_at(sides, whole / 2, path[0]),)
    return tuple(_at(sides, whole * number / (count - 1), path[0]) for number in range(count))


def _at(sides: Sequence[tuple[Point, Point, float]], far: float, start: Point) -> Point:
    spot = start
    for (ax, ay), (bx, by), length in sides:
        if length > 0:
            share = min(1.0, far / length)
            spot = ax + share * (bx - ax), ay + share * (by - ay)
        if far <= length:
            break
        far -= length
    return spot
