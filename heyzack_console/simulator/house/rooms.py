"""Rooms of the demo building: what a room is for, and where it lies."""

from dataclasses import dataclass, field
from enum import StrEnum

from heyzack_console.domain.sites import Point, ZoneKind


class Use(StrEnum):
    """What a room is for; furniture, people, climate and devices follow from it."""

    OFFICE = "office"
    MEETING = "meeting"
    FOCUS = "focus"
    BOARD = "board"
    TEAM = "team"
    OPEN_OFFICE = "open_office"
    LOUNGE = "lounge"
    LIBRARY = "library"
    TRAINING = "training"
    CAFE = "cafe"
    RECEPTION = "reception"
    SERVER = "server"
    PLANT = "plant"
    DELIVERY = "delivery"
    STORE = "store"
    BIKES = "bikes"
    WORKSHOP = "workshop"
    SHOWROOM = "showroom"
    WC = "wc"
    KITCHEN = "kitchen"
    LIFTS = "lifts"
    LOBBY = "lobby"
    STAIRS = "stairs"
    RISER = "riser"
    SHAFT = "shaft"
    CORRIDOR = "corridor"


_KINDS = {
    Use.TEAM: ZoneKind.OPEN,
    Use.LOUNGE: ZoneKind.OPEN,
    Use.CORRIDOR: ZoneKind.CORRIDOR,
    Use.LOBBY: ZoneKind.CORRIDOR,
} | dict.fromkeys((Use.WC, Use.KITCHEN, Use.STORE, Use.LIFTS, Use.STAIRS, Use.RISER, Use.SHAFT), ZoneKind.CORE)

# Floor area per person in m2, as usual in office planning.
_AREA_PER_PERSON = {
    Use.OFFICE: 11.0,
    Use.MEETING: 5.0,
    Use.FOCUS: 12.0,
    Use.BOARD: 5.0,
    Use.TEAM: 5.5,
    Use.OPEN_OFFICE: 5.5,
    Use.LOUNGE: 8.0,
    Use.LIBRARY: 7.0,
    Use.TRAINING: 4.0,
    Use.CAFE: 3.5,
    Use.RECEPTION: 14.0,
    Use.DELIVERY: 30.0,
    Use.WORKSHOP: 20.0,
    Use.SHOWROOM: 10.0,
}


class Side(StrEnum):
    """A side of a room on the plan, where north is up."""

    NORTH = "north"
    SOUTH = "south"
    WEST = "west"
    EAST = "east"


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle in metres of the plan."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Extent along x."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Extent along y."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Square metres."""
        return self.width * self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return ((self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2)

    @property
    def outline(self) -> tuple[Point, ...]:
        """The four corners, clockwise from the upper left one."""
        return ((self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1))

    def holds(self, x: float, y: float, inset: float = 0.0) -> bool:
        """Tell whether a point lies inside, at least *inset* from every side."""
        return self.x0 + inset <= x <= self.x1 - inset and self.y0 + inset <= y <= self.y1 - inset

    def shrunk(self, inset: float) -> "Rect":
        """The rectangle *inset* further in on every side."""
        return Rect(self.x0 + inset, self.y0 + inset, self.x1 - inset, self.y1 - inset)


@dataclass(frozen=True, slots=True)
class Door:
    """A door in one *side* of a room, its middle *at* metres along x or y; it opens into the room."""

    side: Side
    at: float
    width: float = 0.95
    double: bool = False
    flipped: bool = False
    """The hinge is at the far end instead of the near one."""
    sliding: bool = False
    """It has no leaf that swings, as at a lift."""

    @property
    def span(self) -> tuple[float, float]:
        """Where the opening begins and ends along its wall."""
        return (self.at - self.width / 2, self.at + self.width / 2)


@dataclass(frozen=True, slots=True)
class Room:
    """One room or open area of one floor; *number* counts within the floor."""

    number: int
    name: str
    use: Use
    rect: Rect
    doors: tuple[Door, ...] = field(default=())

    @property
    def kind(self) -> ZoneKind:
        """How its zone is drawn."""
        return _KINDS.get(self.use, ZoneKind.ROOM)

    @property
    def capacity(self) -> int:
        """How many people it is meant for."""
        share = _AREA_PER_PERSON.get(self.use)
        return max(1, round(self.rect.area / share)) if share else 0

    @property
    def walled(self) -> bool:
        """It has walls of its own (corridors and open areas have none)."""
        return self.kind not in {ZoneKind.OPEN, ZoneKind.CORRIDOR}
