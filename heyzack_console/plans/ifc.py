"""A building model as floors: one a storey, its named spaces as zones, walls where a plan would cut them."""

import importlib
from dataclasses import dataclass
from typing import Any

from heyzack_console.domain.plans import Plan, PlanChoice, PlanZone
from heyzack_console.domain.sites import Stroke, StrokeKind
from heyzack_console.plans.ifc_sections import footprint, section
from heyzack_console.plans.limits import Tally, refused, too_many_shapes
from heyzack_console.plans.shapes import Box, Scale, Sketch, box_of, framed, sound

MISSING = 'Reading IFC needs an optional part that is not installed: pip install "heyzack-console[ifc]".'
_MOST_LINES = 3_000_000
# Plans cut a storey so high above its floor (ISO 128-3; usual in architecture).
_CUT_M = 1.2
# A wall may belong to the storey below and still stand in the cut; nothing taller than this is asked.
_CUT_KINDS = {
    "IfcWall": StrokeKind.WALL,
    "IfcCurtainWall": StrokeKind.GLASS,
    "IfcWindow": StrokeKind.GLASS,
    "IfcColumn": StrokeKind.WALL,
    "IfcStair": StrokeKind.STAIR,
    "IfcStairFlight": StrokeKind.STAIR,
}
_BROKEN = (RuntimeError, ValueError, TypeError, AttributeError, IndexError, KeyError)


@dataclass(frozen=True, slots=True)
class _Storey:
    name: str
    elevation: float
    sketch: Sketch


def read_ifc(name: str, data: bytes, choice: PlanChoice) -> Plan:
    """One floor for each storey, all in the same frame, so that they lie over one another.

    Raises:
        InvalidInput: the optional library is missing; the model is broken or has no storeys.
    """
    del choice
    if data.count(b"\n") > _MOST_LINES:
        raise too_many_shapes()
    try:
        library, shapes = importlib.import_module("ifcopenshell"), importlib.import_module("ifcopenshell.geom")
    except ImportError as error:
        raise refused(MISSING) from error
    model = _opened(library, name, data)
    storeys = _Model(library, shapes, model).storeys()
    if not storeys:
        raise refused(f"{name} has no storeys.")
    frame = _frame(name, storeys)
    floors = tuple(
        framed(storey.name, storey.sketch, frame, Scale("m", 1.0), round(storey.elevation, 3)) for storey in storeys
    )
    return Plan("ifc", floors)


def _opened(library: Any, name: str, data: bytes) -> Any:
    try:
        return library.file.from_string(data.decode("utf-8", errors="replace"))
    except (RuntimeError, ValueError, OSError) as error:
        raise refused(f"{name} is a damaged building model.") from error


def _frame(name: str, storeys: list[_Storey]) -> Box:
    corners = [
        point
        for storey in storeys
        if (box := storey.sketch.box()) is not None
        for point in ((box.left, box.top), (box.right, box.bottom))
    ]
    frame = box_of(corners)
    if frame is None:
        raise refused(f"{name} has storeys, but neither spaces nor walls that could be drawn.")
    return frame


class _Model:
    """Reads storeys out of an opened model; lengths become metres."""

    def __init__(self, library: Any, shapes: Any, model: Any) -> None:
        self._model = model
        self._shapes = shapes
        self._settings = shapes.settings()
        self._settings.set("use-world-coords", True)
        self._scale = _length_scale(library, model)
        self._tally = Tally()

    def storeys(self) -> list[_Storey]:
        """From the lowest up."""
        found = [self._storey(one) for one in self._model.by_type("IfcBuildingStorey")]
        return sorted(found, key=lambda storey: storey.elevation)

    def _storey(self, one: Any) -> _Storey:
        elevation = _number(one.Elevation) * self._scale
        sketch = Sketch()
        for space in _spaces(one):
            self._add_space(sketch, space)
        for part in _contained(one):
            kind = next((drawn for name, drawn in _CUT_KINDS.items() if part.is_a(name)), None)
            if kind is not None:
                self._add_part(sketch, part, kind, elevation + _CUT_M)
        name = _text(one.LongName) or _text(one.Name) or f"Storey {elevation:+.2f}"
        return _Storey(name, elevation, sketch)

    def _add_space(self, sketch: Sketch, space: Any) -> None:
        outline = sound(footprint(self._mesh(space)))
        number, name = _text(space.Name), _text(space.LongName)
        if len(outline) > 2 and (number or name):
            sketch.zones.append(PlanZone(name or number, outline, number if name else ""))

    def _add_part(self, sketch: Sketch, part: Any, kind: StrokeKind, height: float) -> None:
        parts = [part, *_decomposed(part)] if kind is StrokeKind.STAIR else [part]
        for one in parts:
            for points, closed in section(self._mesh(one), height):
                line = sound(points)
                self._tally.points(len(line))
                if len(line) > 1:
                    sketch.strokes.append(Stroke(kind, line, closed))

    def _mesh(self, product: Any) -> Any:
        """Its triangles in metres, or None for what has no shape or a broken one."""
        self._tally.entity()
        if getattr(product, "Representation", None) is None:
            return None
        try:
            return self._shapes.create_shape(self._settings, product).geometry
        except _BROKEN:
            return None


def _length_scale(library: Any, model: Any) -> float:
    """Metres of the model's unit of length; elevations are in it, shapes always in metres."""
    try:
        importlib.import_module("ifcopenshell.util.unit")
        scale = float(library.util.unit.calculate_unit_scale(model))
    except _BROKEN:
        return 1.0
    return scale if scale > 0 else 1.0


def _spaces(storey: Any) -> list[Any]:
    return [part for part in (*_decomposed(storey), *_contained(storey)) if part.is_a("IfcSpace")]


def _decomposed(whole: Any) -> list[Any]:
    return [part for relation in getattr(whole, "IsDecomposedBy", ()) for part in relation.RelatedObjects]


def _contained(storey: Any) -> list[Any]:
    return [part for relation in getattr(storey, "ContainsElements", ()) for part in relation.RelatedElements]


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
