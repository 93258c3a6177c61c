"""Colours: an object with h, s, v on the cloud and here, a row of hexadecimal digits on the LAN."""

import colorsys
import re

from heyzack_console.domain.devices.colours import MOST, MOST_HUE, colour_of, is_colour

# Newer lamps: hue, saturation, value as four digits each (0..360, 0..1000, 0..1000).
_HSV = re.compile(r"^[0-9a-f]{12}$", re.IGNORECASE)
# Older lamps: red, green, blue, then hue (four digits), saturation and value (two digits each, 0..255).
_RGB_HSV = re.compile(r"^[0-9a-f]{14}$", re.IGNORECASE)


_OLD_MOST = 255


def colour_from_lan(code: str, text: str) -> dict[str, int] | None:
    """Read a lamp's colour; None where *code* is no colour or *text* is in no known form."""
    if not is_colour(code):
        return None
    if _HSV.match(text):
        h, s, v = (int(text[i : i + 4], 16) for i in (0, 4, 8))
    elif is_old_colour(text):
        h, s, v = int(text[6:10], 16), *(round(int(text[i : i + 2], 16) * MOST / _OLD_MOST) for i in (10, 12))
    else:
        return None
    return {"h": h, "s": s, "v": v}


def is_old_colour(raw: object) -> bool:
    """Tell whether *raw* is in the older form; such a lamp takes no other."""
    return isinstance(raw, str) and bool(_RGB_HSV.match(raw))


def colour_to_lan(text: str, *, old: bool = False) -> str | None:
    """Write a colour for the LAN, in the *old* form where asked; None where *text* is no object with h, s and v."""
    colour = colour_of(text)
    if colour is None:
        return None
    if not old:
        return f"{colour.h:04x}{colour.s:04x}{colour.v:04x}"
    rgb = colorsys.hsv_to_rgb((colour.h % MOST_HUE) / MOST_HUE, colour.s / MOST, colour.v / MOST)
    parts = "".join(f"{round(part * _OLD_MOST):02x}" for part in rgb)
    return f"{parts}{colour.h:04x}{round(colour.s * _OLD_MOST / MOST):02x}{round(colour.v * _OLD_MOST / MOST):02x}"
