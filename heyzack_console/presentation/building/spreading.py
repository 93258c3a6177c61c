"""Spots for devices inside a room or a floor, side by side and apart from what stands there."""

from collections.abc import Iterable, Sequence

from heyzack_console.domain.sites import Floor, Point, Zone
from heyzack_console.presentation.building.shapes import bounds, label_spot
from heyzack_console.rules.outlines import inside

APART = 0.5
"""Metres that proposed spots keep from what stands there already."""
FINEST = 64


def outline_of(floor: Floor, zone: Zone | None) -> tuple[Point, ...]:
    """Return the outline of *zone*, or of the whole floor where there is none."""
    if zone is not None and zone.outline:
        return zone.outline
    return ((0.0, 0.0), (floor.width, 0.0), (floor.width, floor.height), (0.0, floor.height))


def spots(outline: Sequence[Point], count: int, standing: Iterable[Point]) -> list[Point]:
    """Return *count* spots inside *outline*, evenly spread; where it is too full they share its middle."""
    box, taken = bounds(outline), tuple(standing)
    for cells in range(1, FINEST + 1 if min(box.width, box.height) > 0 else 1):
        step = max(box.width, box.height) / cells
        across, down = max(1, round(box.width / step)), max(1, round(box.height / step))
        grid = [
            (round(box.left + box.width * (n + 0.5) / across, 2), round(box.top + box.height * (m + 0.5) / down, 2))
            for m in range(down)
            for n in range(across)
        ]
        free = [spot for spot in grid if inside(outline, *spot) and _clear(spot, taken)]
        if len(free) >= count:
            return [free[n * len(free) // count] for n in range(count)]
    return [label_spot(outline)] * count


def _clear(spot: Point, taken: Iterable[Point]) -> bool:
    return all(abs(spot[0] - x) >= APART or abs(spot[1] - y) >= APART for x, y in taken)
