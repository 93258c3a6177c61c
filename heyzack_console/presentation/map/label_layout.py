"""Where the words of a room stand: inside it, as many as fit, clear of what else lies there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.sites import ZoneKind
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.view import View
from heyzack_console.presentation.map.zones import ZoneLabel

NUMBER_ROOM = 210.0
"""Pixels of room from which the room's number stands before its name."""
NUMBER_SCALE = 19.0
"""Pixels per metre below which no number is written."""
AIR = 5.0
SHIFT = 6.0
STEPS = 14
TOLERATED = 0.12
"""Share of a label that chips may cover before it says less, then nothing."""

Measure = Callable[[str], float]
"""Returns the pixels that a text takes."""


@dataclass(frozen=True, slots=True)
class LabelMetrics:
    """Widths and heights, in pixels, of the name and of the line below it."""

    name_width: Measure
    line_width: Measure
    name_height: float
    line_height: float


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label with its texts chosen; *box* round them in pixels of the view it was arranged for."""

    label: ZoneLabel
    name: str
    line: str
    box: Box


def placed_label(label: ZoneLabel, view: View, metrics: LabelMetrics, obstacles: Sequence[Box]) -> PlacedLabel | None:
    """Choose the texts of *label* and their place; None where not even the name finds room, and for corridors."""
    if label.kind is ZoneKind.CORRIDOR:
        return None
    room = _on_screen(label.box, view)
    space = room.width - 2 * AIR
    names, both = label.names, metrics.name_height + metrics.line_height
    numbered_from = NUMBER_ROOM if view.scale >= NUMBER_SCALE else float("inf")
    choice = label.fit_name([metrics.name_width(name) for name in names], space, numbered_from)
    if choice < 0 or room.height < metrics.name_height + AIR:
        return None
    name = names[choice]
    line = _line(label.lines, space, metrics.line_width) if room.height >= both + AIR else ""
    near = [box for box in obstacles if box.covers(room)]
    for said in (line, "") if line else ("",):
        width = max(metrics.name_width(name), metrics.line_width(said) if said else 0.0)
        height = both if said else metrics.name_height
        middle = view.to_screen(*label.spot)
        box = _clear(Box(middle[0] - width / 2, middle[1] - height / 2, width, height), room, near)
        if _covered(box, near) <= TOLERATED * width * height:
            return PlacedLabel(label, name, said, box)
    return None


def _line(lines: Sequence[str], space: float, measure: Measure) -> str:
    joined = " · ".join(lines)
    if measure(joined) <= space:
        return joined
    return lines[0] if lines and measure(lines[0]) <= space else ""


def _clear(first: Box, room: Box, near: Sequence[Box]) -> Box:
    """Return *first*, shifted up or down inside *room* to where it covers least; near beats far."""
    best, cost = first, _cost(first, first, near)
    for step in range(1, STEPS):
        if cost == 0:
            break
        for sign in (1, -1):
            box = Box(first.left, first.top + sign * step * SHIFT, first.width, first.height)
            if box.top < room.top + AIR or box.bottom > room.bottom - AIR:
                continue
            worth = _cost(box, first, near)
            if worth < cost:
                best, cost = box, worth
    return best


def _covered(box: Box, near: Sequence[Box]) -> float:
    return sum(box.overlap(other) for other in near)


def _cost(box: Box, first: Box, near: Sequence[Box]) -> float:
    covered = _covered(box, near)
    return covered + abs(box.top - first.top) if covered else abs(box.top - first.top) * 0.01


def _on_screen(box: Box, view: View) -> Box:
    left, top = view.to_screen(box.left, box.top)
    return Box(left, top, box.width * view.scale, box.height * view.scale)
