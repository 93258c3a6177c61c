"""A DXF drawing as one floor: the layers that are chosen, or those that the drawing shows."""

import re
from io import BytesIO

from ezdxf import recover
from ezdxf.document import Drawing
from ezdxf.lldxf.const import DXFError

from heyzack_console.domain.plans import METRES, Plan, PlanChoice, PlanLayer
from heyzack_console.plans.dxf_entities import Gathering
from heyzack_console.plans.limits import LIMITS, refused, too_many_shapes
from heyzack_console.plans.shapes import Scale, framed

# AutoCAD DXF reference, header variable $INSUNITS.
_UNITS = {1: "in", 2: "ft", 4: "mm", 5: "cm", 6: "m", 7: "km", 10: "yd", 14: "dm"}
_ENTITY = re.compile(rb"^[ \t]*0[ \t]*\r?$", re.MULTILINE)
# A binary drawing has no lines to count; an entity takes more bytes than this.
_LEAST_BYTES = 24


def read_dxf(name: str, data: bytes, choice: PlanChoice) -> Plan:
    """The drawing's model space as a floor, in the unit of its header.

    Raises:
        InvalidInput: broken, empty, too much, or a layer is asked for that it does not have.
    """
    _check_count(data)
    drawing = _opened(name, data)
    layers = {layer.dxf.name: not (layer.is_off() or layer.is_frozen()) for layer in drawing.layers}
    gathering = Gathering()
    gathering.add_all(drawing.modelspace())
    names = [layer for layer in gathering.layers if layer]
    chosen = _chosen(choice, names, layers)
    sketch = gathering.sketch(chosen)
    frame = sketch.box()
    if frame is None:
        raise refused(f"{name}: there is nothing to see in the drawing's chosen layers.")
    unit = _UNITS.get(_header_unit(drawing), "")
    floor = framed(name, sketch, frame, Scale(unit or "unit", METRES.get(unit)))
    listed = tuple(PlanLayer(layer, gathering.layers[layer], layer in chosen) for layer in names)
    return Plan("dxf", (floor,), listed, notes=_notes(unit, names, chosen, choice))


def _check_count(data: bytes) -> None:
    if data.startswith(b"AutoCAD Binary DXF"):
        too_many = len(data) > LIMITS.entities * _LEAST_BYTES * 4
    else:
        too_many = sum(1 for _ in _ENTITY.finditer(data)) > LIMITS.entities
    if too_many:
        raise too_many_shapes()


def _opened(name: str, data: bytes) -> Drawing:
    try:
        drawing, _ = recover.read(BytesIO(data))
    except (DXFError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise refused(f"{name} is a damaged drawing.") from error
    return drawing


def _chosen(choice: PlanChoice, names: list[str], shown: dict[str, bool]) -> frozenset[str]:
    """Layers' names do not tell capital letters apart."""
    if not choice.layers:
        visible = frozenset(name for name in names if shown.get(name, True))
        return visible or frozenset(names)
    by_name = {name.lower(): name for name in (*shown, *names)}
    for wanted in choice.layers:
        if wanted.lower() not in by_name:
            raise refused(f"There is no layer {wanted!r}. The drawing has: {', '.join(names) or 'none'}.")
    return frozenset(by_name[wanted.lower()] for wanted in choice.layers)


def _header_unit(drawing: Drawing) -> int:
    unit = drawing.header.get("$INSUNITS", 0)
    return unit if isinstance(unit, int) else 0


def _notes(unit: str, names: list[str], chosen: frozenset[str], choice: PlanChoice) -> tuple[str, ...]:
    notes = []
    left = [name for name in names if name not in chosen]
    if left and not choice.layers:
        notes.append(f"Hidden layers were left out: {', '.join(left)}.")
    if not unit:
        notes.append("The drawing does not tell its unit: measure its scale by two points.")
    return tuple(notes)
