"""Triangles of a body as the lines of a plan: what it stands on, and what a level cut through it shows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from heyzack_console.domain.sites import Point
from heyzack_console.plans.shapes import area

Corner = tuple[float, float, float]
Lines = list[tuple[list[Point], bool]]
# Millimetres decide whether two corners are the same, and whether a face lies level.
_DIGITS = 3
_LEVEL_M = 0.05


def footprint(mesh: Any) -> list[Point]:
    """The largest outline of the body's underside, y down; empty where it has none."""
    triangles = list(_triangles(mesh))
    if not triangles:
        return []
    lowest = min(corner[2] for triangle in triangles for corner in triangle)
    edges: Counter[tuple[Point, Point]] = Counter()
    for triangle in triangles:
        if all(corner[2] - lowest < _LEVEL_M for corner in triangle):
            flat = [_flat(corner) for corner in triangle]
            for start, end in zip(flat, (*flat[1:], flat[0]), strict=True):
                edges[min(start, end), max(start, end)] += 1
    loops = chained([edge for edge, count in edges.items() if count == 1 and edge[0] != edge[1]])
    return max((points for points, closed in loops if closed), key=area, default=[])


def section(mesh: Any, height: float) -> Lines:
    """The lines in which a level cut at *height* metres meets the body, y down."""
    pieces = []
    for triangle in _triangles(mesh):
        meets = list(_crossings(triangle, height))
        if len(meets) == 2 and meets[0] != meets[1]:
            pieces.append((meets[0], meets[1]))
    return chained(pieces)


def chained(pieces: Iterable[tuple[Point, Point]]) -> Lines:
    """Pieces put together end to end; True for lines that come back to where they began."""
    at: dict[Point, list[int]] = {}
    left = dict(enumerate(dict.fromkeys(pieces)))
    for number, (start, end) in left.items():
        at.setdefault(start, []).append(number)
        at.setdefault(end, []).append(number)
    made: Lines = []
    while left:
        _, (start, end) = left.popitem()
        line = [start, end]
        while line[-1] != line[0] and (beside := next((n for n in at[line[-1]] if n in left), None)) is not None:
            first, second = left.pop(beside)
            line.append(second if first == line[-1] else first)
        closed = line[0] == line[-1] and len(line) > 3
        made.append((line[:-1] if closed else line, closed))
    return made


def _crossings(triangle: tuple[Corner, ...], height: float) -> Iterator[Point]:
    for start, end in zip(triangle, (*triangle[1:], triangle[0]), strict=True):
        if (start[2] > height) != (end[2] > height):
            share = (height - start[2]) / (end[2] - start[2])
            yield _flat((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]), height))


def _triangles(mesh: Any) -> Iterator[tuple[Corner, Corner, Corner]]:
    if mesh is None:
        return
    flat, faces = mesh.verts, mesh.faces
    corners = list(zip(flat[0::3], flat[1::3], flat[2::3], strict=True))
    for first, second, third in zip(faces[0::3], faces[1::3], faces[2::3], strict=True):
        yield corners[first], corners[second], corners[third]


def _flat(corner: Corner) -> Point:
    # Plus zero: there is no minus zero on a plan.
    return round(corner[0], _DIGITS) + 0.0, round(-corner[1], _DIGITS) + 0.0
