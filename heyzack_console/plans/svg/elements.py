"""The shapes of SVG as lines, and what an element says of itself."""

import re
from xml.etree.ElementTree import Element

from heyzack_console.domain.sites import Point
from heyzack_console.plans.curves import ellipse
from heyzack_console.plans.svg.matrix import NUMBER, numbers
from heyzack_console.plans.svg.path_data import lines

INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"})
Lines = list[tuple[list[Point], bool]]
_FULL_TURN = 6.283185307179586
# Names that drawing programs make up: "rect1611-1-2", "g48", "Layer_1", "Page-1", "Combined Shape 3".
_MADE_UP = re.compile(
    r"(path|rect|rectangle|polygon|polyline|line|circle|ellipse|oval|g|use|svg|text|tspan|image|shape|combined.shape|"
    r"layer|ebene|calque|group|page|artboard|fill|stroke|clip|id|_x?[0-9a-f]*_?)?[-_ ]?[\d][-_ \d.]*|shape|group|layer",
    re.IGNORECASE,
)


def kind(element: Element) -> str:
    """The element's name without its namespace; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_shape(element: Element) -> bool:
    """Whether the element can be drawn as lines."""
    return kind(element) in SHAPES


def given_name(element: Element) -> str:
    """The name that a person gave: label, title or id; empty where a program made one up."""
    title = next((child.text or "" for child in element if kind(child) == "title"), "")
    for name in (element.get(f"{INKSCAPE}label", ""), title, element.get("id", "")):
        plain = " ".join(name.split())
        if plain and not _MADE_UP.fullmatch(plain):
            return plain
    return ""


def is_hidden(element: Element) -> bool:
    """Whether the element is not to be drawn."""
    style = re.sub(r"\s", "", element.get("style", ""))
    return element.get("display") == "none" or "display:none" in style


def length(element: Element, name: str, default: float = 0.0) -> float:
    """A length in the drawing's own unit; what is no number counts as *default*."""
    found = NUMBER.match(element.get(name, "").strip())
    return float(found[0]) if found else default


def outlines(element: Element) -> Lines:
    """The lines of a basic shape or path; none for anything else."""
    match kind(element):
        case "path":
            return lines(element.get("d", ""))
        case "rect":
            return _rect(element)
        case "circle" | "ellipse":
            return _round(element)
        case "line":
            ends = [(length(element, f"x{end}"), length(element, f"y{end}")) for end in (1, 2)]
            return [(ends, False)]
        case "polyline" | "polygon" as name:
            flat = numbers(element.get("points", ""))
            points = list(zip(flat[::2], flat[1::2], strict=False))
            return [(points, name == "polygon")] if len(points) > 1 else []
        case _:
            return []


def _rect(element: Element) -> Lines:
    x, y, width, height = (length(element, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return []
    return [([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True)]


def _round(element: Element) -> Lines:
    radius = length(element, "r")
    radii = (length(element, "rx", radius), length(element, "ry", radius))
    if min(radii) <= 0:
        return []
    points = ellipse((length(element, "cx"), length(element, "cy")), radii, 0.0, _FULL_TURN)
    return [(points[:-1], True)]
