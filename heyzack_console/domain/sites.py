"""A site: floors with their plans, zones, devices."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import Device, FloorId, ZoneId
from heyzack_console.domain.holidays import Holiday

SiteId = NewType("SiteId", str)
"""UUID as 32 hex digits."""
Point = tuple[float, float]
"""Metres from the plan's upper left corner: x to the right, y down."""


class ZoneKind(StrEnum):
    """How a zone is drawn."""

    ROOM = "room"
    OPEN = "open"
    CORRIDOR = "corridor"
    CORE = "core"


@dataclass(frozen=True, slots=True)
class Zone:
    """A named part of a floor; *number* as on the door ('3.09'), *capacity* in people, *use* in people's words."""

    id: ZoneId
    floor: FloorId
    name: str
    number: str
    kind: ZoneKind
    outline: tuple[Point, ...]
    capacity: int = 0
    use: str = ""


class StrokeKind(StrEnum):
    """What a line on the plan is, hence how it is drawn."""

    OUTER_WALL = "outer_wall"
    WALL = "wall"
    GLASS = "glass"
    DOOR = "door"
    FURNITURE = "furniture"
    STAIR = "stair"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the plan; a DOOR is (hinge, closed end, open end) and is drawn as a gap with a quarter arc."""

    kind: StrokeKind
    points: tuple[Point, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class FloorPicture:
    """A picture under the plan: *digest* names its bytes (SHA-256 in hex); its upper left corner and size in metres.

    *turn* in degrees clockwise about that corner.
    """

    digest: str
    x: float
    y: float
    width: float
    height: float
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Floor:
    """One storey; *level* 0 is the ground floor; width and height of the plan in metres."""

    id: FloorId
    level: int
    name: str
    width: float
    height: float
    strokes: tuple[Stroke, ...] = ()
    picture: FloorPicture | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A building with one IANA time zone."""

    id: SiteId
    name: str
    time_zone: str
    kind: str = ""
    demo: bool = False
    floors: tuple[Floor, ...] = ()
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteBook:
    """A site with its devices: what a site file holds and what the window's map shows."""

    site: Site
    devices: tuple[Device, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    """What people, or the demo, drew; what hangs on a gateway follows from the devices alone."""
    holidays: tuple[Holiday, ...] = ()
    """Local dates on which the site is closed, by date."""
