"""How a drawing comes to lie on a floor."""

import math

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.plans import Fit, PlanFloor
from heyzack_console.domain.sites import Floor, FloorPicture, Point, Stroke

LONGEST_SIDE_M = 2_000.0
_LEAST_M = 0.5


def measured(start: Point, end: Point, metres: float) -> float:
    """Metres of the drawing's unit, from two points of it that are really *metres* apart.

    Raises:
        InvalidInput: the points lie on one another, or the distance is none.
    """
    apart = math.dist(start, end)
    if not (metres > 0 and math.isfinite(metres)):
        raise InvalidInput("The real distance has to be more than 0 m.", "metres")
    if not apart > 0:
        raise InvalidInput("The two points lie on one another. Choose two that are far apart.", "metres")
    return metres / apart


def laid_over(here: tuple[Point, Point], there: tuple[Point, Point], scale: float | None = None) -> Fit:
    """The fit that brings two points of the drawing onto two of another floor (metres).

    Args:
        scale: metres of the unit where it is known; the points then meet in their middle and direction. Without it,
            both meet exactly and the scale follows.

    Raises:
        InvalidInput: two of the points lie on one another.
    """
    (ax, ay), (bx, by) = here
    (px, py), (qx, qy) = there
    if math.dist(*here) == 0 or math.dist(*there) == 0:
        raise InvalidInput("The two points lie on one another. Choose two that are far apart.", "points")
    turn = math.atan2(qy - py, qx - px) - math.atan2(by - ay, bx - ax)
    size = scale if scale is not None else math.dist(*there) / math.dist(*here)
    cos, sin = size * math.cos(turn), size * math.sin(turn)
    x, y = (ax + bx) / 2, (ay + by) / 2
    return Fit(size, turn, (px + qx) / 2 - (cos * x - sin * y), (py + qy) / 2 - (sin * x + cos * y))


def drawn_on(floor: Floor, drawing: PlanFloor, fit: Fit, digest: str = "") -> Floor:
    """*floor* with the plan of *drawing* in place of what it had.

    Raises:
        InvalidInput: it would be smaller than a cupboard or larger than a town.
    """
    corners = fit.of(((0.0, 0.0), (drawing.width, 0.0), (drawing.width, drawing.height), (0.0, drawing.height)))
    width, height = max(x for x, _ in corners), max(y for _, y in corners)
    sides = (drawing.width * fit.scale, drawing.height * fit.scale, width, height)
    if not all(_LEAST_M <= side <= LONGEST_SIDE_M for side in sides):
        raise InvalidInput(
            f"{drawing.name} would be {sides[0]:,.2f} × {sides[1]:,.2f} m at this scale; a floor measures"
            f" {_LEAST_M:g} to {LONGEST_SIDE_M:,.0f} m. Measure its scale by two points.",
            "scale",
        )
    strokes = tuple(Stroke(one.kind, fit.of(one.points), one.closed) for one in drawing.strokes)
    picture = FloorPicture(digest, *corners[0], sides[0], sides[1], math.degrees(fit.turn)) if digest else None
    return Floor(floor.id, floor.level, floor.name, width, height, strokes, picture)
