"""A lamp's colour: hue 0 to 360, saturation and brightness 0 to 1,000, as newer lamps and the cloud count them."""

import json
from dataclasses import dataclass
from math import isfinite

from heyzack_console.domain.devices.points import PointKind, PointSpec

MOST_HUE, MOST = 360, 1000


@dataclass(frozen=True, slots=True)
class Colour:
    """Hue in degrees, saturation and value in thousandths."""

    h: int
    s: int
    v: int

    @property
    def text(self) -> str:
        """The colour as the value of a data point: a small JSON object."""
        return json.dumps({"h": self.h, "s": self.s, "v": self.v}, separators=(",", ":"))


def is_colour(code: str) -> bool:
    """Tell whether a data point called *code* holds a lamp's colour."""
    return code.startswith("colour_data") and not code.endswith("_raw")


def is_colour_point(spec: PointSpec) -> bool:
    """Tell whether the values of *spec* are colours that can be read and given."""
    return spec.kind is PointKind.JSON and is_colour(spec.code)


def colour_of(value: object) -> Colour | None:
    """Read a data point's value; None where it is no colour. What lies outside the bounds is brought inside."""
    if not isinstance(value, str):
        return None
    try:
        members = json.loads(value)
        h, s, v = (float(members[part]) for part in ("h", "s", "v"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not all(isfinite(part) for part in (h, s, v)):
        return None
    return Colour(*(round(max(0, min(part, most))) for part, most in ((h, MOST_HUE), (s, MOST), (v, MOST))))
