"""An SVG file as floors: its layers where they are storeys, else the whole drawing."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from heyzack_console.domain.plans import METRES, Plan, PlanChoice, PlanFloor, PlanLayer
from heyzack_console.plans.kinds import kind_of, names_a_floor, names_a_trade
from heyzack_console.plans.limits import LIMITS, refused, too_many_shapes
from heyzack_console.plans.shapes import Box, Scale, framed
from heyzack_console.plans.svg.elements import INKSCAPE, given_name, is_shape, kind, length
from heyzack_console.plans.svg.matrix import numbers
from heyzack_console.plans.svg.safety import check
from heyzack_console.plans.svg.tracing import Tracing

_FEWEST_SHAPES = 3
_LARGEST_SHEET_M = 3.0
_UNITS = ("mm", "cm", "in", "pt", "pc", "px")


def read_svg(name: str, data: bytes, choice: PlanChoice) -> Plan:
    """The floors of a drawing; its scale has to be measured.

    Raises:
        InvalidInput: broken, unsafe, empty, or a layer is asked for that it does not have.
    """
    root = _parsed(name, data)
    check(root)
    layers = _layers(root)
    _check_choice(choice, layers)
    chosen = [layer for layer in layers if given_name(layer) in choice.layers] if choice.layers else layers
    storeys = _storeys(chosen)
    page, unit = _page(root), _unit(root)
    if storeys:
        floors = [_floor(given_name(layer), root, [layer], page, unit) for layer in storeys]
    else:
        floors = [_floor(name, root, chosen if choice.layers else list(root), page, unit)]
    taken = {id(layer) for layer in (storeys or chosen)}
    listed = tuple(PlanLayer(given_name(one), _shapes(one), id(one) in taken) for one in layers)
    return Plan("svg", tuple(floors), listed, notes=("A drawing has no scale: measure it by two points.",))


def _parsed(name: str, data: bytes) -> Element:
    # Counted before the tree is built, which takes many times the file's size.
    if data.count(b"<") > 2 * LIMITS.entities + 1000:
        raise too_many_shapes()
    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        raise refused(f"{name} defines entities of its own, which can hide harm. Save it as plain SVG.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise refused(f"{name} is a damaged drawing.") from error
    if kind(root) != "svg":
        raise refused(f"{name} is XML, but no SVG drawing.")
    return root


def _layers(root: Element) -> list[Element]:
    """Groups at the top that a person named, or that the drawing program calls layers."""
    groups = [child for child in root if kind(child) == "g" and _shapes(child) >= _FEWEST_SHAPES]
    marked = [group for group in groups if group.get(f"{INKSCAPE}groupmode") == "layer"]
    # A name with a dot is an entity's: "light.garage".
    named = [group for group in groups if given_name(group) and "." not in given_name(group)]
    return [group for group in marked if given_name(group)] or named


def _storeys(layers: list[Element]) -> list[Element]:
    """The layers that are floors; none where they say what is drawn instead of where."""
    sounding = [layer for layer in layers if names_a_floor(given_name(layer))]
    if sounding:
        return sounding
    if len(layers) < 2 or any(names_a_trade(given_name(layer)) for layer in layers):
        return []
    return layers


def _check_choice(choice: PlanChoice, layers: list[Element]) -> None:
    known = [given_name(layer) for layer in layers]
    for wanted in choice.layers:
        if wanted not in known:
            raise refused(f"There is no layer {wanted!r}. The drawing has: {', '.join(known) or 'none'}.")


def _floor(name: str, root: Element, parts: list[Element], page: Box | None, unit: str) -> PlanFloor:
    tracing = Tracing(root)
    for part in parts:
        tracing.add(part, kind_of(given_name(part)) if kind(part) == "g" else None)
    found = tracing.sketch.box()
    if found is None:
        raise refused(f"{name}: there is nothing to see in the drawing.")
    # Layers share the page, so they lie over one another as they were drawn; without a page the lines bound it.
    frame = page if page is not None and _lies_on(found, page) else found
    return framed(name, tracing.finished(frame), frame, Scale(unit, _real(unit, frame)))


def _real(unit: str, frame: Box) -> float | None:
    """A page that is as large as a house was drawn in its real size; a sheet of paper was not."""
    metres = METRES.get(unit)
    return metres if metres is not None and max(frame.width, frame.height) * metres > _LARGEST_SHEET_M else None


def _page(root: Element) -> Box | None:
    view = numbers(root.get("viewBox", ""))
    if len(view) == 4 and view[2] > 0 and view[3] > 0:
        return Box(view[0], view[1], view[0] + view[2], view[1] + view[3])
    width, height = length(root, "width"), length(root, "height")
    return Box(0.0, 0.0, width, height) if width > 0 and height > 0 and "%" not in root.get("width", "") else None


def _lies_on(found: Box, page: Box) -> bool:
    """Whether most of what is drawn is on the page, and the page is not mostly empty."""
    across = min(found.right, page.right) - max(found.left, page.left)
    down = min(found.bottom, page.bottom) - max(found.top, page.top)
    if across <= 0 or down <= 0:
        return False
    return across * down > 0.5 * found.width * found.height and across * down > 0.1 * page.width * page.height


def _unit(root: Element) -> str:
    """What the page is measured in; Inkscape's own drawings without a unit are in millimetres."""
    written = root.get("width", "").strip()
    for unit in _UNITS:
        if written.endswith(unit):
            return unit
    return "mm" if any(name.startswith(INKSCAPE) for name in root.attrib) else "px"


def _shapes(group: Element) -> int:
    return sum(1 for element in group.iter() if is_shape(element))
