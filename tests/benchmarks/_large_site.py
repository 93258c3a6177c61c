"""A building of one large floor with as many devices as wanted, for processes that must not load Qt."""

from random import Random

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, LanAddress, Place, ZoneId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.sites import Floor, Point, Site, SiteBook, SiteId, Stroke, StrokeKind, Zone, ZoneKind

COLUMNS, ROWS = 16, 10
ROOM = (8.0, 6.0)
SITE = SiteId("5f2b1c3a9d7e4f6081a2b3c4d5e6f709")
FLOOR = FloorId("floor")
SWITCH = PointSpec(1, "switch_1", PointKind.BOOLEAN, "Power", writable=True)
COUNT = PointSpec(9, "countdown_1", PointKind.NUMBER, "Countdown", unit="s", minimum=0, maximum=86_400)
WARMTH = PointSpec(1, "va_temperature", PointKind.NUMBER, "Temperature", unit="°C", scale=1, minimum=-20, maximum=60)


def site_of(devices: tuple[Device, ...]) -> SiteBook:
    """The floor, its rooms, and *devices*."""
    width, height = COLUMNS * ROOM[0], ROWS * ROOM[1]
    outlines = [_room(column, row) for row in range(ROWS) for column in range(COLUMNS)]
    zones = tuple(Zone(ZoneId(f"z{n}"), FLOOR, f"Room {n}", "", ZoneKind.ROOM, o) for n, o in enumerate(outlines))
    walls = tuple(Stroke(StrokeKind.WALL, outline, closed=True) for outline in outlines)
    floor = Floor(FLOOR, 0, "Floor 0", width, height, walls)
    return SiteBook(Site(SITE, "Large", "UTC", floors=(floor,), zones=zones, demo=True), devices)


def sockets(number: int) -> tuple[Device, ...]:
    """Sockets of the three usual versions that can be switched and count."""
    return tuple(
        Device(
            DeviceId(f"bf{n:018d}"),
            f"Socket {n}",
            Category.SOCKET,
            product="socket",
            address=LanAddress("127.0.0.1", 0, ("3.3", "3.4", "3.5")[n % 3]),
            place=place,
            points=(SWITCH, COUNT),
        )
        for n, place in enumerate(_places(number))
    )


def mixed(number: int) -> tuple[Device, ...]:
    """Sockets and temperature sensors in turn, without an address."""
    return tuple(
        Device(DeviceId(f"m{n}"), f"Device {n}", kind, place=place, points=points)
        for n, place in enumerate(_places(number))
        for kind, points in [((Category.TEMPERATURE, (WARMTH,)), (Category.SOCKET, (SWITCH, COUNT)))[n % 2]]
    )


def _places(number: int) -> list[Place]:
    dice = Random(1)
    spots = [(dice.uniform(0, COLUMNS * ROOM[0]), dice.uniform(0, ROWS * ROOM[1])) for _ in range(number)]
    return [Place(FLOOR, x, y, ZoneId(f"z{int(y / ROOM[1]) * COLUMNS + int(x / ROOM[0])}")) for x, y in spots]


def _room(column: int, row: int) -> tuple[Point, ...]:
    left, top = column * ROOM[0], row * ROOM[1]
    return ((left, top), (left + ROOM[0], top), (left + ROOM[0], top + ROOM[1]), (left, top + ROOM[1]))
