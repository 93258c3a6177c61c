"""Colours: an object with h, s, v on the cloud and here, a row of hexadecimal digits on the LAN."""

import json
import re

from heyzack_console.domain.devices.colours import is_colour

# Newer lamps: hue, saturation, value as four digits each (0..360, 0..1000, 0..1000).
_HSV = re.compile(r"^[0-9a-f]{12}$", re.IGNORECASE)
# Older lamps: red, green, blue, then hue (four digits), saturation and value (two digits each, 0..255).
_RGB_HSV = re.compile(r"^[0-9a-f]{14}$", re.IGNORECASE)


def colour_from_lan(code: str, text: str) -> dict[str, int] | None:
    """Read a lamp's colour; None where *code* is no colour or *text* is in no known form."""
    if not is_colour(code):
        return None
    if _HSV.match(text):
        h, s, v = (int(text[i : i + 4], 16) for i in (0, 4, 8))
    elif _RGB_HSV.match(text):
        h, s, v = int(text[6:10], 16), int(text[10:12], 16), int(text[12:14], 16)
    else:
        return None
    return {"h": h, "s": s, "v": v}


def colour_to_lan(text: str) -> str | None:
    """Write a colour for the LAN in the newer form; None where *text* is no object with whole h, s and v."""
    try:
        colour = json.loads(text)
        parts = [int(colour[part]) for part in ("h", "s", "v")]
    except (ValueError, KeyError, TypeError):
        return None
    return "".join(f"{part:04x}" for part in parts) if all(0 <= part <= 0xFFFF for part in parts) else None
