"""Geometry of zones and of boxes on the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.sites import Point
from heyzack_console.rules.outlines import inside


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; units are the caller's."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def covers(self, other: "Box", gap: float = 0.0) -> bool:
        """Tell whether the two overlap, or come closer than *gap*."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def overlap(self, other: "Box") -> float:
        """Return the common area."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0


def bounds(points: Iterable[Point]) -> Box:
    """Return the smallest box round *points*; an empty outline has an empty box at the origin."""
    spots = tuple(points)
    if not spots:
        return Box(0, 0, 0, 0)
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    return Box(left, top, max(x for x, _ in spots) - left, max(y for _, y in spots) - top)


def label_spot(outline: Sequence[Point]) -> Point:
    """Return where a zone's name stands: the middle of its box, or of its widest inner stretch if that is outside."""
    box = bounds(outline)
    if not outline or inside(outline, *box.centre):
        return box.centre
    best, spot = 0.0, box.centre
    for row in range(1, 8):
        y = box.top + box.height * row / 8
        cuts = sorted(_crossings(outline, y))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            if end - start > best:
                best, spot = end - start, ((start + end) / 2, y)
    return spot


def _crossings(outline: Sequence[Point], y: float) -> Iterable[float]:
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], *outline[:1]), strict=True):
        if (ay > y) != (by > y):
            yield (bx - ax) * (y - ay) / (by - ay) + ax
