"""Colours of lamps in words."""

from heyzack_console.domain.devices.colours import Colour

_PALE = 120
# Where each hue ends, in degrees.
_HUES = (
    (15, "red"),
    (45, "orange"),
    (70, "yellow"),
    (160, "green"),
    (200, "cyan"),
    (255, "blue"),
    (290, "violet"),
    (345, "pink"),
    (361, "red"),
)


def colour_text(colour: Colour) -> str:
    """Say what a person sees: the hue, pale or not, and how bright."""
    if colour.v == 0:
        return "dark"
    hue = next(name for end, name in _HUES if colour.h < end)
    tone = "white" if colour.s < _PALE else hue if colour.s >= 500 else f"pale {hue}"
    return f"{tone}, {colour.v / 10:.0f}\N{NO-BREAK SPACE}%"
