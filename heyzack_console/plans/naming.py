"""Closed lines get the words that stand in them as their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from heyzack_console.domain.plans import PlanZone
from heyzack_console.domain.sites import Point
from heyzack_console.plans.shapes import Box, area, box_of

# Comparing is words times outlines.
_MOST_WORDS, _MOST_OUTLINES = 2_000, 4_000


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the drawing and where it begins."""

    text: str
    at: Point


def named(outlines: Sequence[tuple[Point, ...]], words: Sequence[Words]) -> list[PlanZone]:
    """The outlines that hold words, each with the words that no smaller one holds."""
    by_size = sorted(outlines, key=area, reverse=True)[:_MOST_OUTLINES][::-1]
    boxes = [box_of(outline) for outline in by_size]
    found: dict[int, list[str]] = {}
    for one in words[:_MOST_WORDS]:
        for at, (outline, box) in enumerate(zip(by_size, boxes, strict=True)):
            if box is not None and _in_box(box, one.at) and _inside(outline, one.at):
                found.setdefault(at, []).append(one.text)
                break
    return [PlanZone(" ".join(found[at]), by_size[at]) for at in sorted(found)]


def _in_box(box: Box, point: Point) -> bool:
    return box.left < point[0] < box.right and box.top < point[1] < box.bottom


def _inside(outline: Sequence[Point], point: Point) -> bool:
    """Whether a ray to the right leaves the outline once more than it enters."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside
