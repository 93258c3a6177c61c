"""Goes through the elements of a drawing and notes lines and named shapes where they come to lie."""

from xml.etree.ElementTree import Element

from heyzack_console.domain.plans import PlanZone
from heyzack_console.domain.sites import Stroke, StrokeKind
from heyzack_console.plans.kinds import kind_of
from heyzack_console.plans.limits import DEEPEST, Tally, refused
from heyzack_console.plans.shapes import Box, Sketch, area, sound
from heyzack_console.plans.svg.elements import given_name, is_hidden, is_shape, kind, length, outlines
from heyzack_console.plans.svg.matrix import Matrix, numbers, transform

_NEVER_DRAWN = frozenset(
    {"defs", "symbol", "clipPath", "mask", "marker", "pattern", "metadata", "title", "desc", "style", "filter"}
)
# A named shape below this part of the floor is a sign or a lamp; one above is the sheet itself.
_SMALLEST_ZONE, _LARGEST_ZONE = 0.002, 0.98


class Tracing:
    """Collects a sketch from one or more elements of the drawing under *root*."""

    def __init__(self, root: Element) -> None:
        self.sketch = Sketch()
        self._named = {name: element for element in root.iter() if (name := element.get("id"))}
        self._tally = Tally()

    def add(self, element: Element, drawn_as: StrokeKind | None = None) -> None:
        """Trace *element*, which is at the top of the drawing and drawn even where its layer is switched off."""
        if drawn_as is None and is_hidden(element):
            return
        self._trace(element, Matrix(), drawn_as or StrokeKind.WALL, 0, shown=True)

    def finished(self, frame: Box) -> Sketch:
        """The sketch with those of the named shapes that can be a part of a floor of this size."""
        whole = frame.width * frame.height
        self.sketch.zones = [
            zone for zone in self.sketch.zones if _SMALLEST_ZONE < area(zone.outline) / whole < _LARGEST_ZONE
        ]
        return self.sketch

    def _trace(self, element: Element, outer: Matrix, drawn_as: StrokeKind, depth: int, *, shown: bool) -> None:
        name = kind(element)
        if not name or name in _NEVER_DRAWN or (not shown and is_hidden(element)):
            return
        if depth > DEEPEST:
            raise refused("The groups of the drawing lie too deep in one another.")
        self._tally.entity()
        here = outer.then(transform(element.get("transform", "")))
        if name == "use":
            self._trace_use(element, here, drawn_as, depth)
        elif is_shape(element):
            self._note(element, here, drawn_as)
        elif name in {"g", "svg", "a", "switch"}:
            here = here.then(_viewport(element)) if name == "svg" else here
            for child in element:
                self._trace(child, here, self._kind(child, drawn_as), depth + 1, shown=False)

    def _kind(self, child: Element, drawn_as: StrokeKind) -> StrokeKind:
        """A named group may say what is in it."""
        if kind(child) != "g" or not (name := given_name(child)):
            return drawn_as
        said = kind_of(name)
        return drawn_as if said is StrokeKind.WALL else said

    def _trace_use(self, element: Element, here: Matrix, drawn_as: StrokeKind, depth: int) -> None:
        wanted = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "href"), "")
        target = self._named.get(wanted.strip().removeprefix("#"))
        if target is None:
            return
        moved = here.then(Matrix(e=length(element, "x"), f=length(element, "y")))
        if kind(target) == "symbol":
            for child in target:
                self._trace(child, moved, drawn_as, depth + 1, shown=False)
        else:
            self._trace(target, moved, drawn_as, depth + 1, shown=False)

    def _note(self, element: Element, here: Matrix, drawn_as: StrokeKind) -> None:
        pieces = outlines(element)
        name = given_name(element)
        largest: tuple[tuple[float, float], ...] = ()
        for points, closed in pieces:
            self._tally.points(len(points))
            placed = sound(here.of(points))
            round_trip = closed or (len(placed) > 3 and placed[0] == placed[-1])
            if round_trip and placed[:1] == placed[-1:]:
                placed = placed[:-1]
            if len(placed) < 2:
                continue
            self.sketch.strokes.append(Stroke(drawn_as, placed, round_trip and len(placed) > 2))
            if name and round_trip and len(placed) > 2 and area(placed) > area(largest):
                largest = placed
        if largest:
            self.sketch.zones.append(PlanZone(name, largest))


def _viewport(inner: Element) -> Matrix:
    """Where a drawing within the drawing lies (SVG 1.1, 7.9, without preserveAspectRatio's choices)."""
    place = Matrix(e=length(inner, "x"), f=length(inner, "y"))
    view = numbers(inner.get("viewBox", ""))
    width, height = length(inner, "width"), length(inner, "height")
    if len(view) != 4 or min(view[2], view[3], width, height) <= 0:
        return place
    scale = min(width / view[2], height / view[3])
    middle = Matrix(e=(width - scale * view[2]) / 2, f=(height - scale * view[3]) / 2)
    return place.then(middle).then(Matrix(a=scale, d=scale, e=-scale * view[0], f=-scale * view[1]))
