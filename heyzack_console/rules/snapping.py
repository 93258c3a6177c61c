"""Where a corner lands: on a corner, along a guide at right angles, on a wall, else on the grid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import dist, hypot

from heyzack_console.domain.sites import Point

GRID = 0.25
"""Metres."""
_NOTHING = 1e-9


class SnapKind(StrEnum):
    """What a spot was drawn to."""

    CORNER = "corner"
    CROSSING = "crossing"
    RIGHT_ANGLE = "right angle"
    WALL = "wall"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Line:
    """From *start* to *end*; an *endless* one goes on both ways."""

    start: Point
    end: Point
    endless: bool = False

    def nearest(self, spot: Point) -> Point:
        """Return the point of the line that is nearest to *spot*."""
        (ax, ay), (bx, by) = self.start, self.end
        length = (bx - ax) ** 2 + (by - ay) ** 2
        if length < _NOTHING:
            return self.start
        along = ((spot[0] - ax) * (bx - ax) + (spot[1] - ay) * (by - ay)) / length
        if not self.endless:
            along = min(1.0, max(0.0, along))
        return ax + along * (bx - ax), ay + along * (by - ay)

    def crossing(self, other: "Line") -> Point | None:
        """Return where the two meet; None where they run side by side or end before."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.start, self.end, other.start, other.end
        across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
        if abs(across) < _NOTHING:
            return None
        along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
        beside = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
        on_both = (self.endless or 0 <= along <= 1) and (other.endless or 0 <= beside <= 1)
        return (ax + along * (bx - ax), ay + along * (by - ay)) if on_both else None


@dataclass(frozen=True, slots=True)
class Snapped:
    """A spot on the plan, and what drew it there."""

    spot: Point
    kind: SnapKind


@dataclass(frozen=True, slots=True)
class Ground:
    """What corners are drawn to on a floor of this size: *corners* of rooms and walls, and the *walls* themselves."""

    width: float
    height: float
    corners: tuple[Point, ...] = ()
    walls: tuple[Line, ...] = ()


def snapped(
    spot: Point, ground: Ground, reach: float, drawn: Sequence[Point] = (), beside: Sequence[Point] = ()
) -> Snapped:
    """Return where *spot* lands on the plan.

    Args:
        reach: metres within which something draws it.
        drawn: the corners so far; the last and the first give right angles.
        beside: neighbours of a corner that is moved; they give right angles too.
    """
    x = min(max(spot[0], 0.0), ground.width)
    y = min(max(spot[1], 0.0), ground.height)
    corner = _nearest((x, y), (*ground.corners, *drawn[:1]), reach)
    if corner is not None:
        return Snapped(corner, SnapKind.CORNER)
    guides = _guides(drawn, beside)
    guide = _line_near((x, y), guides, reach)
    if guide is not None:
        others = [line for line in (*guides, *ground.walls) if line is not guide]
        meets = (meet for line in others if (meet := guide.crossing(line)) is not None and _on(meet, ground))
        crossing = _nearest((x, y), meets, 1.5 * reach)
        if crossing is not None:
            return Snapped(_tidy(crossing), SnapKind.CROSSING)
        return Snapped(_kept(_stepped(guide, (x, y)), ground), SnapKind.RIGHT_ANGLE)
    wall = _line_near((x, y), ground.walls, reach)
    if wall is not None:
        return Snapped(_kept(wall.nearest((x, y)), ground), SnapKind.WALL)
    return Snapped(_kept((round(x / GRID) * GRID, round(y / GRID) * GRID), ground), SnapKind.GRID)


def _guides(drawn: Sequence[Point], beside: Sequence[Point]) -> list[Line]:
    """Level and upright lines through the last and the first corner; along and across the last side."""
    ends = [*drawn[-1:], *(drawn[:1] if len(drawn) > 2 else ()), *beside]
    lines = [Line((x, y), (x + dx, y + dy), endless=True) for x, y in ends for dx, dy in ((1.0, 0.0), (0.0, 1.0))]
    if len(drawn) > 1:
        (ax, ay), (bx, by) = drawn[-2], drawn[-1]
        length = hypot(bx - ax, by - ay)
        if length > _NOTHING and min(abs(bx - ax), abs(by - ay)) > _NOTHING:
            dx, dy = (bx - ax) / length, (by - ay) / length
            lines += [Line((bx, by), (bx + px, by + py), endless=True) for px, py in ((dx, dy), (-dy, dx))]
    return lines


def _stepped(guide: Line, spot: Point) -> Point:
    """The nearest point of the guide that is whole grid steps away from the corner that it runs through."""
    (ax, ay), (bx, by) = guide.start, guide.end
    length = dist(guide.start, guide.end)
    dx, dy = (bx - ax) / length, (by - ay) / length
    along = round(((spot[0] - ax) * dx + (spot[1] - ay) * dy) / GRID) * GRID
    return ax + along * dx, ay + along * dy


def _nearest(spot: Point, points: Iterable[Point], reach: float) -> Point | None:
    near = min(points, key=lambda point: dist(point, spot), default=None)
    return near if near is not None and dist(near, spot) <= reach else None


def _line_near(spot: Point, lines: Iterable[Line], reach: float) -> Line | None:
    near = min(lines, key=lambda line: dist(line.nearest(spot), spot), default=None)
    return near if near is not None and dist(near.nearest(spot), spot) <= reach else None


def _on(spot: Point, ground: Ground) -> bool:
    return 0 <= spot[0] <= ground.width and 0 <= spot[1] <= ground.height


def _kept(spot: Point, ground: Ground) -> Point:
    return _tidy((min(max(spot[0], 0.0), ground.width), min(max(spot[1], 0.0), ground.height)))


def _tidy(spot: Point) -> Point:
    # Millimetres are finer than any plan; floats would carry fractions of atoms.
    return round(spot[0], 3), round(spot[1], 3)
