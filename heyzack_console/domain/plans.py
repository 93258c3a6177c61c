"""A floor plan as it was read from a file, before anything of it belongs to a site."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.sites import Point, Stroke

METRES = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "in": 0.0254, "ft": 0.3048, "yd": 0.9144, "km": 1000.0}
"""Metres of one unit, where a drawing's unit is a real length."""
# What an entity's name begins with in drawings made for home automation: "binary_sensor.living_area".
_ENTITY = re.compile(r"^[a-z_]+\.(?=[a-z0-9_]+)")


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """A picture of a plan, cleaned: *data* was written by us. *media* is image/png or image/jpeg; sizes in pixels."""

    data: bytes = field(repr=False)
    media: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PlanZone:
    """A named closed shape; *name* is as the file has it, *outline* in the floor's unit."""

    name: str
    outline: tuple[Point, ...]
    number: str = ""

    @property
    def label(self) -> str:
        """Number and name as one word."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class PlanFloor:
    """One floor of a file: lengths in *unit* from the upper left corner, y down.

    *metres* is the real length of one unit, None where the file does not tell and the scale has to be measured;
    *elevation* in metres, where storeys have one.
    """

    name: str
    width: float
    height: float
    unit: str
    metres: float | None = None
    strokes: tuple[Stroke, ...] = ()
    zones: tuple[PlanZone, ...] = ()
    picture: PlanPicture | None = None
    elevation: float | None = None


@dataclass(frozen=True, slots=True)
class PlanLayer:
    """A layer that the file has; *taken* tells whether it is part of what was read."""

    name: str
    shapes: int
    taken: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file holds; *page* of *pages* was read, *notes* are sentences for the operator."""

    format: str
    floors: tuple[PlanFloor, ...]
    layers: tuple[PlanLayer, ...] = ()
    page: int = 1
    pages: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """What to read of a file: the layers named, none for those that the drawing shows; the page from 1."""

    layers: tuple[str, ...] = ()
    page: int = 1


@dataclass(frozen=True, slots=True)
class Fit:
    """How a drawing lies on a floor: *scale* metres for its unit, *turn* radians clockwise, then moved by metres."""

    scale: float
    turn: float = 0.0
    x: float = 0.0
    y: float = 0.0

    def of(self, points: Iterable[Point]) -> tuple[Point, ...]:
        """Points of the drawing where they lie on the floor, to the millimetre."""
        cos, sin = self.scale * math.cos(self.turn), self.scale * math.sin(self.turn)
        return tuple((round(cos * x - sin * y + self.x, 3), round(sin * x + cos * y + self.y, 3)) for x, y in points)


@dataclass(frozen=True, slots=True)
class TakenZone:
    """A zone that is wanted, named as it shall be called; *outline* in the drawing's unit."""

    name: str
    outline: tuple[Point, ...]
    number: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True)
class TakenFloor:
    """A drawing that becomes the plan of *floor*, or of a new one where that is None."""

    drawing: PlanFloor
    fit: Fit
    zones: tuple[TakenZone, ...] = ()
    floor: FloorId | None = None
    name: str = ""
    level: int = 0


def zone_title(name: str) -> str:
    """A name fit for a door sign: "binary_sensor.living_area" becomes "Living area"."""
    plain = _ENTITY.sub("", name)
    if plain == name and " " in name:
        return name
    words = re.sub(r"[_\s]+", " ", plain).strip()
    return words[:1].upper() + words[1:] if words else name
