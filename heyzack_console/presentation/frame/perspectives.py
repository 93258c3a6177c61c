"""The views of the window that are saved under a name, and which one a role begins with."""

from dataclasses import dataclass
from enum import StrEnum

from heyzack_console.domain.identity import Role


class Side(StrEnum):
    """Where a pane goes, seen from the one that it is put beside."""

    RIGHT = "right"
    BELOW = "below"
    BEHIND = "behind"


class Room(StrEnum):
    """How much room the window has; each has an arrangement of its own."""

    WIDE = "wide"
    NARROW = "narrow"
    LOW = "low"
    TIGHT = "tight"


TIGHT_BELOW = 900
LOW_BELOW = 640
"""Design pixels; under these a pane beside, or below, another leaves neither of them of use."""


def room_for(size: tuple[float, float], narrow_below: int) -> Room:
    """Return the room of a window of *size*, width and height in design pixels, that is wide from *narrow_below*."""
    width, height = size
    if width < TIGHT_BELOW:
        return Room.TIGHT
    if height < LOW_BELOW:
        return Room.LOW
    return Room.NARROW if width < narrow_below else Room.WIDE


@dataclass(frozen=True, slots=True)
class Slot:
    """Puts *pane* at a side of *beside*, which stands before it; *size* in design pixels, 0 for what is left."""

    pane: str
    beside: str = ""
    side: Side = Side.RIGHT
    size: int = 0


@dataclass(frozen=True, slots=True)
class Perspective:
    """A named arrangement of panes; the first pane is the main one and gets the keyboard."""

    id: str
    title: str
    icon: str
    wide: tuple[Slot, ...]
    narrow: tuple[Slot, ...]

    def slots(self, room: Room) -> tuple[Slot, ...]:
        """Return where panes go; without room for two beside or below each other, the second goes behind the first."""
        if room is Room.WIDE:
            return self.wide
        if room is Room.NARROW:
            return self.narrow
        crowded = Side.RIGHT if room is Room.TIGHT else Side.BELOW
        return tuple(_behind(slot) if slot.side is crowded and slot.beside else slot for slot in self.narrow)


def _behind(slot: Slot) -> Slot:
    return Slot(slot.pane, slot.beside, Side.BEHIND)


OVERVIEW = Perspective(
    "overview",
    "Overview",
    "overview",
    wide=(
        Slot("map"),
        Slot("inspector", "map", Side.RIGHT, 380),
        Slot("cloud", "inspector", Side.BEHIND),
        Slot("alerts", "map", Side.BELOW, 348),
        Slot("devices", "alerts", Side.RIGHT, 574),
    ),
    narrow=(
        Slot("map"),
        Slot("inspector", "map", Side.RIGHT, 316),
        Slot("cloud", "inspector", Side.BEHIND),
        Slot("alerts", "map", Side.BELOW, 262),
        Slot("devices", "alerts", Side.BEHIND),
    ),
)
ALERTS = Perspective(
    "alerts",
    "Alerts",
    "alerts",
    wide=(
        Slot("alerts"),
        Slot("inspector", "alerts", Side.RIGHT, 560),
        Slot("map", "inspector", Side.BEHIND),
    ),
    narrow=(
        Slot("alerts"),
        Slot("inspector", "alerts", Side.RIGHT, 420),
        Slot("map", "inspector", Side.BEHIND),
    ),
)
FIELD = Perspective(
    "field",
    "Field",
    "field",
    wide=(
        Slot("map"),
        Slot("work", "map", Side.RIGHT, 620),
        Slot("inspector", "work", Side.BEHIND),
        Slot("devices", "work", Side.BEHIND),
    ),
    narrow=(
        Slot("map"),
        Slot("work", "map", Side.RIGHT, 540),
        Slot("inspector", "work", Side.BEHIND),
        Slot("devices", "work", Side.BEHIND),
    ),
)
REPORTS = Perspective(
    "reports",
    "Reports",
    "reports",
    wide=(Slot("kpi"), Slot("rules", "kpi", Side.BEHIND), Slot("notifications", "kpi", Side.BEHIND)),
    narrow=(Slot("kpi"), Slot("rules", "kpi", Side.BEHIND), Slot("notifications", "kpi", Side.BEHIND)),
)
CALENDAR = Perspective("calendar", "Calendar", "calendar", wide=(Slot("calendar"),), narrow=(Slot("calendar"),))
PERSPECTIVES: tuple[Perspective, ...] = (OVERVIEW, ALERTS, CALENDAR, FIELD, REPORTS)


def first_perspective(role: str) -> Perspective:
    """Return where a role's day begins: people in the building with devices, people on shift with alerts."""
    if role == Role.TECHNICIAN:
        return FIELD
    if role in {Role.INCIDENT_COMMANDER, Role.SUPPORT_AGENT}:
        return ALERTS
    return OVERVIEW


def perspective(name: str) -> Perspective:
    """Return the perspective called *name*; an unknown one, as from an older layout file, is the overview."""
    return next((known for known in PERSPECTIVES if known.id == name), OVERVIEW)
