"""What lies where on each floor of Harbour House: 60 m by 26 m around one core, a programme for every floor.

North is up. A floor is a row of rooms along the north front, a middle strip (west room, open area, core, open area,
east room) with a corridor above and below it, and a row of rooms along the south front.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from heyzack_console.simulator.house.rooms import Door, Rect, Room, Side, Use

WIDTH, HEIGHT = 60.0, 26.0
NORTH_ROW = (0.0, 7.6)
MIDDLE = (9.6, 16.8)
SOUTH_ROW = (18.8, HEIGHT)
WEST_ROOM, EAST_ROOM = 6.0, 54.0
LINK_WEST, CORE_WEST, CORE_EAST, LINK_EAST = 19.8, 21.6, 38.4, 40.2


@dataclass(frozen=True, slots=True)
class Cell:
    """One room of a row; *door* is 'l', 'r' (near that end), 'c' (a double door in the middle) or 'lr'."""

    number: int
    name: str
    use: Use
    width: float
    door: str = "l"


@dataclass(frozen=True, slots=True)
class Programme:
    """The rooms of one floor; *entrances* are doors in the outer wall."""

    north: tuple[Cell, ...]
    west: tuple[str, Use]
    quay: tuple[str, Use]
    dock: tuple[str, Use]
    east: tuple[str, Use]
    south: tuple[Cell, ...]
    entrances: tuple[Door, ...] = ()


GROUND = Programme(
    north=(
        Cell(1, "Security", Use.OFFICE, 5.4, "r"),
        Cell(2, "Post room", Use.WORKSHOP, 4.8),
        Cell(3, "Bicycles", Use.BIKES, 7.8, "c"),
        Cell(4, "Workshop", Use.WORKSHOP, 6.0, "r"),
        Cell(6, "Hall Lagoon", Use.TRAINING, 12.6, "c"),
        Cell(7, "Plant room", Use.PLANT, 10.2, "c"),
        Cell(8, "Electrical room", Use.SERVER, 6.0, "r"),
        Cell(9, "Facilities", Use.OFFICE, 7.2, "l"),
    ),
    west=("Delivery", Use.DELIVERY),
    quay=("Lounge Pier", Use.LOUNGE),
    dock=("Exhibition", Use.LOUNGE),
    east=("Reading room", Use.LIBRARY),
    south=(
        Cell(20, "Harbour Canteen", Use.CAFE, 18.6, "c"),
        Cell(21, "Visitors", Use.MEETING, 6.0, "r"),
        Cell(22, "Reception", Use.RECEPTION, 13.2, "c"),
        Cell(23, "Meeting Mooring", Use.MEETING, 6.6),
        Cell(24, "Showroom", Use.SHOWROOM, 15.6, "c"),
    ),
    entrances=(Door(Side.SOUTH, 31.2, 2.2, double=True), Door(Side.WEST, 13.2, 2.6, double=True)),
)

FIRST = Programme(
    north=(
        Cell(1, "Office", Use.OFFICE, 6.0, "r"),
        Cell(2, "Legal", Use.OFFICE, 6.6, "r"),
        Cell(3, "Meeting Sail", Use.MEETING, 6.0, "r"),
        Cell(4, "Meeting Oar", Use.MEETING, 6.0),
        Cell(5, "Focus 1", Use.FOCUS, 3.0, "r"),
        Cell(6, "Focus 2", Use.FOCUS, 3.0),
        Cell(7, "Studio Compass", Use.TRAINING, 11.4, "c"),
        Cell(8, "Purchasing", Use.OFFICE, 6.0, "r"),
        Cell(9, "Meeting Keel", Use.MEETING, 6.0),
        Cell(10, "Office", Use.OFFICE, 6.0),
    ),
    west=("Quiet room", Use.LIBRARY),
    quay=("Team Pontoon", Use.TEAM),
    dock=("Team Jetty", Use.TEAM),
    east=("Project Tide", Use.TRAINING),
    south=(
        Cell(20, "Open office West", Use.OPEN_OFFICE, 20.4, "c"),
        Cell(21, "Meeting Rudder", Use.MEETING, 6.6, "r"),
        Cell(22, "Tea kitchen", Use.CAFE, 8.4, "c"),
        Cell(23, "Project Gull", Use.MEETING, 6.0),
        Cell(24, "Open office East", Use.OPEN_OFFICE, 18.6, "c"),
    ),
)

SECOND = Programme(
    north=(
        Cell(1, "Office", Use.OFFICE, 6.0, "r"),
        Cell(2, "Meeting Anchorage", Use.MEETING, 7.2, "r"),
        Cell(3, "Marketing", Use.OFFICE, 7.2),
        Cell(4, "Focus 1", Use.FOCUS, 3.0, "r"),
        Cell(5, "Focus 2", Use.FOCUS, 3.0),
        Cell(6, "Meeting Ferry", Use.MEETING, 6.6),
        Cell(7, "Laboratory", Use.TRAINING, 9.0, "c"),
        Cell(8, "Sales", Use.OFFICE, 6.0, "r"),
        Cell(9, "Support", Use.OFFICE, 6.0),
        Cell(10, "Office", Use.OFFICE, 6.0),
    ),
    west=("Archive", Use.LIBRARY),
    quay=("Team Harbour", Use.TEAM),
    dock=("Team Lock", Use.TEAM),
    east=("Meeting Delta", Use.BOARD),
    south=(
        Cell(20, "Open office West", Use.OPEN_OFFICE, 16.2, "c"),
        Cell(21, "Project Crane", Use.MEETING, 7.2, "r"),
        Cell(22, "Lounge Dune", Use.CAFE, 9.0, "c"),
        Cell(23, "Project Heron", Use.MEETING, 7.2),
        Cell(24, "Open office East", Use.OPEN_OFFICE, 20.4, "c"),
    ),
)

THIRD = Programme(
    north=(
        Cell(1, "Office", Use.OFFICE, 6.0, "r"),
        Cell(2, "Meeting Pilot", Use.MEETING, 6.0, "r"),
        Cell(3, "Meeting Beacon", Use.MEETING, 6.0),
        Cell(4, "Focus 1", Use.FOCUS, 3.0, "r"),
        Cell(5, "Focus 2", Use.FOCUS, 3.0),
        Cell(6, "Board room Anchor", Use.BOARD, 12.0, "c"),
        Cell(7, "Finance", Use.OFFICE, 6.0),
        Cell(8, "People team", Use.OFFICE, 6.0),
        Cell(9, "Server room", Use.SERVER, 6.0),
        Cell(10, "Office", Use.OFFICE, 6.0),
    ),
    west=("Library", Use.LIBRARY),
    quay=("Team Quay", Use.TEAM),
    dock=("Team Dock", Use.TEAM),
    east=("Training", Use.TRAINING),
    south=(
        Cell(20, "Open office West", Use.OPEN_OFFICE, 18.0, "c"),
        Cell(21, "Harbour Café", Use.CAFE, 10.2, "c"),
        Cell(22, "Project Mole", Use.MEETING, 7.8),
        Cell(24, "Open office East", Use.OPEN_OFFICE, 24.0, "c"),
    ),
)


def programme_of(level: int) -> Programme:
    """The programme of a storey; storeys above the third repeat the first three in turn."""
    return GROUND if level == 0 else (FIRST, SECOND, THIRD)[(level - 1) % 3]


def rooms_of(level: int) -> tuple[Room, ...]:
    """Every room of a storey, placed."""
    plan = programme_of(level)
    return (
        *_row(plan.north, NORTH_ROW, Side.SOUTH),
        *_middle(plan),
        *_core(),
        *_row(plan.south, SOUTH_ROW, Side.NORTH),
    )


def _row(cells: Sequence[Cell], band: tuple[float, float], side: Side) -> list[Room]:
    rooms, x = [], 0.0
    for cell in cells:
        rect = Rect(round(x, 3), band[0], round(x + cell.width, 3), band[1])
        rooms.append(Room(cell.number, cell.name, cell.use, rect, _row_doors(cell, rect, side)))
        x += cell.width
    return rooms


def _row_doors(cell: Cell, rect: Rect, side: Side) -> tuple[Door, ...]:
    # A door must give onto the corridor, which ends at the west and the east room.
    low, high = max(rect.x0, WEST_ROOM), min(rect.x1, EAST_ROOM)
    if cell.door == "c":
        return (Door(side, (low + high) / 2, 1.9, double=True),)
    if rect.x1 <= WEST_ROOM + 0.5:
        return (Door(side, rect.x1 - 0.9),)
    if rect.x0 >= EAST_ROOM - 0.5:
        return (Door(side, rect.x0 + 0.9, flipped=True),)
    return (Door(side, low + 1.0),) if cell.door == "l" else (Door(side, high - 1.0, flipped=True),)


def _middle(plan: Programme) -> tuple[Room, ...]:
    north, south = (NORTH_ROW[1], MIDDLE[0]), (MIDDLE[1], SOUTH_ROW[0])
    ends = (sum(north) / 2, sum(south) / 2)
    west = Rect(0.0, north[0], WEST_ROOM, south[1])
    east = Rect(EAST_ROOM, north[0], WIDTH, south[1])
    return (
        Room(11, *plan.west, west, tuple(Door(Side.EAST, y, flipped=y == ends[0]) for y in ends)),
        Room(12, *plan.quay, Rect(WEST_ROOM, MIDDLE[0], LINK_WEST, MIDDLE[1])),
        Room(13, *plan.dock, Rect(LINK_EAST, MIDDLE[0], EAST_ROOM, MIDDLE[1])),
        Room(14, *plan.east, east, tuple(Door(Side.WEST, y, flipped=y == ends[0]) for y in ends)),
        Room(40, "Corridor North", Use.CORRIDOR, Rect(WEST_ROOM, north[0], EAST_ROOM, north[1])),
        Room(41, "Corridor South", Use.CORRIDOR, Rect(WEST_ROOM, south[0], EAST_ROOM, south[1])),
        Room(42, "Corridor West", Use.CORRIDOR, Rect(LINK_WEST, MIDDLE[0], CORE_WEST, MIDDLE[1])),
        Room(43, "Corridor East", Use.CORRIDOR, Rect(CORE_EAST, MIDDLE[0], LINK_EAST, MIDDLE[1])),
    )


def _core() -> tuple[Room, ...]:
    """Lifts, stairs, risers and wet rooms: the same on every floor, so that pipes and cables run straight."""
    top, lift, lobby, mid, bottom = MIDDLE[0], 12.2, 14.0, 13.2, MIDDLE[1]
    a, b, c, d, e, f = CORE_WEST, 25.2, 28.2, 32.2, 35.4, CORE_EAST
    lift_doors = tuple(Door(Side.SOUTH, a + x, 1.1, sliding=True) for x in (1.1, 3.3, 5.5))
    return (
        Room(30, "Lifts", Use.LIFTS, Rect(a, top, c, lift), lift_doors),
        Room(39, "Lift lobby", Use.LOBBY, Rect(a, lift, c, lobby)),
        Room(31, "Stairs West", Use.STAIRS, Rect(a, lobby, b, bottom), (Door(Side.SOUTH, 22.4),)),
        Room(32, "Riser", Use.RISER, Rect(b, lobby, c, bottom), (Door(Side.SOUTH, 26.0),)),
        Room(33, "WC", Use.WC, Rect(c, top, d, mid), (Door(Side.NORTH, 29.0),)),
        Room(34, "Kitchen", Use.KITCHEN, Rect(d, top, e, mid), (Door(Side.NORTH, 33.0),)),
        Room(35, "Stairs East", Use.STAIRS, Rect(e, top, f, mid), (Door(Side.NORTH, 37.5, flipped=True),)),
        Room(36, "WC", Use.WC, Rect(c, mid, d, bottom), (Door(Side.SOUTH, 29.0),)),
        Room(37, "Store", Use.STORE, Rect(d, mid, e, bottom), (Door(Side.SOUTH, 33.0),)),
        Room(38, "Shaft", Use.SHAFT, Rect(e, mid, f, bottom), (Door(Side.SOUTH, 37.5, flipped=True),)),
    )
