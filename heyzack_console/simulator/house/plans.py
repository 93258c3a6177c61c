"""Turns the programme of a storey into its plan: a floor with strokes, and zones."""

from uuid import NAMESPACE_DNS, uuid5

from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.sites import Floor, Zone
from heyzack_console.simulator.house.furniture import furniture_of
from heyzack_console.simulator.house.programme import HEIGHT, WIDTH, programme_of, rooms_of
from heyzack_console.simulator.house.rooms import Rect, Room
from heyzack_console.simulator.house.walls import strokes_around

HOUSE = Rect(0.0, 0.0, WIDTH, HEIGHT)


def floor_id(level: int) -> FloorId:
    """The same for every building that is drawn here, because the house is the same."""
    return FloorId(_name(f"floor/{level}"))


def zone_id(level: int, room: Room) -> ZoneId:
    """Derived from storey and room number."""
    return ZoneId(_name(f"floor/{level}/room/{room.number}"))


def room_number(level: int, room: Room) -> str:
    """As on the door: storey, point, two digits."""
    return f"{level}.{room.number:02}"


def floor_plan(level: int) -> Floor:
    """The storey as it is drawn."""
    rooms = rooms_of(level)
    strokes = [stroke for room in rooms for stroke in furniture_of(room)]
    strokes += strokes_around(rooms, HOUSE, programme_of(level).entrances)
    name = "Ground floor" if level == 0 else f"Floor {level}"
    return Floor(floor_id(level), level, name, WIDTH, HEIGHT, tuple(strokes))


def zones_on(level: int) -> tuple[Zone, ...]:
    """One zone per room."""
    return tuple(
        Zone(
            id=zone_id(level, room),
            floor=floor_id(level),
            name=room.name,
            number=room_number(level, room),
            kind=room.kind,
            outline=room.rect.outline,
            capacity=room.capacity,
        )
        for room in rooms_of(level)
    )


def _name(path: str) -> str:
    return uuid5(NAMESPACE_DNS, f"harbour-house/{path}").hex
