"""Which devices each kind of room wants, the most wanted first."""

from collections.abc import Iterator
from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category
from heyzack_console.simulator.house.programme import rooms_of
from heyzack_console.simulator.house.rooms import Room, Use

C = Category
RING = 10
"""How much less wanted a further device of a kind is than the first one."""
ROOM_PER_DEVICE = 5.5
"""Square metres per device that keep a plan readable."""


@dataclass(frozen=True, slots=True)
class Want:
    """One device that a room wants; the smaller *rank*, the sooner it is fitted."""

    rank: int
    level: int
    room: Room
    category: Category
    ring: int = 0


_WANTS: dict[Use, tuple[tuple[Category, int], ...]] = {
    Use.OFFICE: ((C.TEMPERATURE, 1), (C.LIGHT, 4), (C.THERMOSTAT, 4), (C.WINDOW, 5), (C.SOCKET, 6)),
    Use.MEETING: ((C.AIR_QUALITY, 1), (C.LIGHT, 3), (C.PRESENCE, 4), (C.THERMOSTAT, 5), (C.BLIND, 6)),
    Use.FOCUS: ((C.MOTION, 2), (C.LIGHT, 6)),
    Use.BOARD: ((C.AIR_QUALITY, 1), (C.FAN_COIL, 1), (C.BLIND, 1), (C.LIGHT, 2), (C.PRESENCE, 2)),
    Use.TEAM: ((C.AIR_QUALITY, 1), (C.LIGHT, 1), (C.PRESENCE, 5), (C.SOCKET, 3)),
    Use.OPEN_OFFICE: ((C.AIR_QUALITY, 1), (C.MOTION, 1), (C.LIGHT, 2), (C.BLIND, 2), (C.SOCKET, 4), (C.FAN_COIL, 5)),
    Use.LOUNGE: ((C.AIR_QUALITY, 2), (C.LIGHT, 1), (C.PRESENCE, 5)),
    Use.SHOWROOM: ((C.AIR_QUALITY, 3), (C.LIGHT, 2), (C.BLIND, 4), (C.MOTION, 4), (C.CAMERA, 4)),
    Use.LIBRARY: ((C.TEMPERATURE, 2), (C.LIGHT, 3), (C.THERMOSTAT, 2), (C.WINDOW, 5)),
    Use.TRAINING: ((C.FAN_COIL, 1), (C.AIR_QUALITY, 3), (C.LIGHT, 3), (C.BLIND, 4), (C.PRESENCE, 5)),
    Use.CAFE: ((C.AIR_QUALITY, 1), (C.LIGHT, 2), (C.SOCKET, 3), (C.GAS, 5), (C.FAN_COIL, 4)),
    Use.RECEPTION: (
        (C.LIGHT, 1),
        (C.CAMERA, 1),
        (C.LOCK, 1),
        (C.SOS_BUTTON, 1),
        (C.SIREN, 1),
        (C.CONTACT, 1),
        (C.THERMOSTAT, 3),
    ),
    Use.SERVER: ((C.TEMPERATURE, 1), (C.LEAK, 1), (C.SMOKE, 1), (C.CAMERA, 1), (C.LOCK, 2), (C.FAN_COIL, 2)),
    Use.PLANT: (
        (C.PUMP, 1),
        (C.WATER_METER, 1),
        (C.GAS, 1),
        (C.CARBON_MONOXIDE, 1),
        (C.LEAK, 1),
        (C.TEMPERATURE, 2),
        (C.SMOKE, 3),
    ),
    Use.DELIVERY: ((C.CONTACT, 1), (C.CAMERA, 2), (C.LIGHT, 3), (C.MOTION, 2)),
    Use.WORKSHOP: ((C.LIGHT, 3), (C.MOTION, 4), (C.SMOKE, 5), (C.SOCKET, 3)),
    Use.BIKES: ((C.CONTACT, 4), (C.MOTION, 4), (C.LIGHT, 3), (C.LOCK, 2)),
    Use.STORE: ((C.CONTACT, 4), (C.LIGHT, 6)),
    Use.WC: ((C.LEAK, 1), (C.LIGHT, 5)),
    Use.KITCHEN: ((C.LEAK, 1), (C.SOCKET, 1)),
    Use.LIFTS: (),
    Use.LOBBY: ((C.MOTION, 1), (C.CAMERA, 3)),
    Use.STAIRS: ((C.CONTACT, 1), (C.EMERGENCY_LIGHT, 4)),
    Use.RISER: ((C.METER, 1), (C.BREAKER, 1)),
    Use.SHAFT: ((C.VALVE, 1),),
    Use.CORRIDOR: ((C.SMOKE, 1), (C.LIGHT, 5)),
}
"""Rank 1 to 3 is what 150 devices on four floors come to; the rest follows as the building fills."""

_SINGLE = {
    (5, C.MOTION): 1,
    (40, C.SIREN): 3, (41, C.SOS_BUTTON): 1, (41, C.CARBON_MONOXIDE): 6, (40, C.EMERGENCY_LIGHT): 4,
}  # fmt: skip
"""Wants of single rooms besides, by room number, with their rank."""

_MANY = frozenset(
    {C.LIGHT, C.SOCKET, C.MOTION, C.PRESENCE, C.TEMPERATURE, C.WINDOW, C.BLIND, C.AIR_QUALITY, C.THERMOSTAT, C.SMOKE}
)
"""Kinds of which a room may have more than one."""


def wants_of(levels: int, rings: int) -> list[Want]:
    """Everything that a building of *levels* storeys wants, the most wanted first, with *rings* further rounds."""
    wants = [want for level in range(levels) for room in rooms_of(level) for want in _room_wants(level, room, rings)]
    return sorted(wants, key=lambda w: (w.rank, w.room.number % 7, w.level, w.room.number, w.category))


def _room_wants(level: int, room: Room, rings: int) -> Iterator[Want]:
    wanted = [*_WANTS[room.use], *((c, rank) for (number, c), rank in _SINGLE.items() if number == room.number)]
    if room.use is Use.CORRIDOR and room.number in {42, 43}:
        wanted = [(C.LIGHT, 6)]  # the short links carry gateways
    most = max(2, int(room.rect.area / ROOM_PER_DEVICE))
    fitted = 0
    for ring in range(rings + 1):
        for category, rank in wanted:
            if ring and category not in _MANY:
                continue
            if fitted >= most and ring:
                return
            fitted += 1
            yield Want(rank + ring * RING, level, room, category, ring)
