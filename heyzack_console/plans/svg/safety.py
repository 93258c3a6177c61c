"""What an SVG must not hold: scripts, and anything that would be fetched from elsewhere."""

import re
from xml.etree.ElementTree import Element

from heyzack_console.plans.limits import refused
from heyzack_console.plans.svg.elements import kind

_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)", re.IGNORECASE)
_INSIDE = ("#", "data:image/")
_STYLES = (
    "style",
    "fill",
    "stroke",
    "filter",
    "mask",
    "clip-path",
    "marker-start",
    "marker-mid",
    "marker-end",
    "cursor",
)


def check(root: Element) -> None:
    """Look through the whole drawing.

    Raises:
        InvalidInput: a script, an event, foreign content or an outside reference was found.
    """
    for element in root.iter():
        name = kind(element)
        if name.lower() in {"script", "foreignobject", "handler", "listener", "iframe", "object", "embed"}:
            raise refused(f"The drawing holds active content (<{name[:20]}>), which a floor plan does not need.")
        if name == "style":
            _check_style(element.text or "")
        for attribute, value in element.attrib.items():
            _check_attribute(name, attribute.rpartition("}")[2], value)


def _check_attribute(element: str, name: str, value: str) -> None:
    if name.lower().startswith("on"):
        raise refused(f"The drawing holds a script ({name[:20]}), which a floor plan does not need.")
    # A link that a reader may click fetches nothing by itself.
    if name in {"href", "src"} and element != "a" and value.strip() and not _is_inside(value):
        raise _outside(value)
    if name in _STYLES:
        _check_style(value)


def _check_style(text: str) -> None:
    if "@import" in text.lower():
        raise _outside("@import")
    for target in _URL.findall(text):
        if not _is_inside(target):
            raise _outside(target)


def _is_inside(target: str) -> bool:
    return target.strip().lower().startswith(_INSIDE)


def _outside(target: str) -> Exception:
    return refused(f"The drawing refers to something outside the file ({target.strip()[:60]}). Embed it or remove it.")
