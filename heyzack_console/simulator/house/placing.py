"""Finds a good spot for a device in its room: where such a device hangs, clear of the room's name and of others."""

from math import hypot
from random import Random

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.sites import Point
from heyzack_console.simulator.house.rooms import Rect, Room, Use

CLEARANCE = 1.3
LEAST_CLEARANCE = 0.9
FINE_STEP, COARSE_STEP = 0.3, 0.5
_LARGE_M2 = 50.0
_LABEL_HALF = (1.9, 0.75)

# Spots in a room: across 0..1 from west to east, deep 0..1 from the windows to the door side.
_HABITS: dict[Category, tuple[Point, ...]] = {
    Category.AIR_QUALITY: ((0.06, 0.12), (0.94, 0.88), (0.06, 0.5), (0.94, 0.5)),
    Category.TEMPERATURE: ((0.0, 0.8), (1.0, 0.12), (1.0, 0.8), (0.0, 0.12)),
    Category.THERMOSTAT: ((1.0, 0.8), (0.0, 0.5), (1.0, 0.5)),
    Category.LIGHT: ((0.94, 0.12), (0.5, 0.8), (0.06, 0.88), (0.25, 0.5), (0.75, 0.5)),
    Category.BLIND: ((0.65, 0.0), (0.35, 0.0), (0.9, 0.0), (0.1, 0.0)),
    Category.WINDOW: ((0.35, 0.0), (0.8, 0.0), (0.15, 0.0)),
    Category.MOTION: ((0.97, 0.9), (0.06, 0.5), (0.5, 0.5)),
    Category.PRESENCE: ((0.8, 0.95), (0.2, 0.95), (0.5, 0.12)),
    Category.FAN_COIL: ((0.94, 0.9), (0.06, 0.9), (0.06, 0.12)),
    Category.SMOKE: ((0.25, 0.5), (0.75, 0.5), (0.5, 0.9)),
    Category.CAMERA: ((1.0, 0.0), (0.0, 0.0), (1.0, 1.0)),
    Category.CONTACT: ((0.2, 1.0), (0.8, 1.0)),
    Category.LOCK: ((0.4, 1.0), (0.75, 1.0)),
    Category.LEAK: ((0.0, 1.0), (1.0, 1.0), (0.0, 0.3)),
    Category.SIREN: ((0.4, 0.5), (0.6, 0.5), (0.0, 0.0)),
    Category.SOS_BUTTON: ((0.6, 0.5), (0.25, 0.3)),
    Category.GATEWAY: ((0.5, 0.5), (0.5, 0.2), (0.5, 0.8)),
}
_ANYWHERE: tuple[Point, ...] = ((0.0, 0.9), (1.0, 0.9), (0.0, 0.1), (1.0, 0.1), (0.5, 0.95))


class FloorSpots:
    """The spots that are taken on one floor."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._taken: list[Point] = []

    def take(self, room: Room, category: Category) -> Point | None:
        """Take the best free spot of *room* for such a device; None if the room is full."""
        anchors = self._anchors(room, category)
        wide = room.rect.shrunk(-CLEARANCE)
        near = [point for point in self._taken if wide.holds(*point)]
        points = sorted(_grid(room.rect), key=lambda p: _cost(p, anchors, room))
        for clearance in (CLEARANCE, LEAST_CLEARANCE):
            for point in points:
                if all(hypot(point[0] - x, point[1] - y) >= clearance for x, y in near):
                    self._taken.append(point)
                    return point
        return None

    def _anchors(self, room: Room, category: Category) -> list[tuple[Point, float]]:
        inner = _inner(room.rect)
        turned = room.rect.y0 > 16.0 and room.use is not Use.CORRIDOR
        spots = _HABITS.get(category, _ANYWHERE)
        anchors = []
        for index, (across, deep) in enumerate(spots):
            down = 1.0 - deep if turned else deep
            x = inner.x0 + across * inner.width + self._rng.uniform(-0.15, 0.15)
            y = inner.y0 + down * inner.height + self._rng.uniform(-0.15, 0.15)
            anchors.append(((x, y), index * 0.5))
        return anchors


def _inner(rect: Rect) -> Rect:
    return rect.shrunk(min(0.95, 0.32 * min(rect.width, rect.height)))


def _grid(rect: Rect) -> list[Point]:
    inner = _inner(rect)
    step = FINE_STEP if rect.area < _LARGE_M2 else COARSE_STEP
    columns, rows = int(inner.width / step + 1e-6), int(inner.height / step + 1e-6)
    x0 = inner.x0 + (inner.width - columns * step) / 2
    y0 = inner.y0 + (inner.height - rows * step) / 2
    return [(round(x0 + i * step, 2), round(y0 + j * step, 2)) for i in range(columns + 1) for j in range(rows + 1)]


def _cost(point: Point, anchors: list[tuple[Point, float]], room: Room) -> float:
    distance = min(hypot(point[0] - x, point[1] - y) + extra for (x, y), extra in anchors)
    middle = room.rect.centre
    covers = abs(point[0] - middle[0]) < _LABEL_HALF[0] and abs(point[1] - middle[1]) < _LABEL_HALF[1]
    named = room.use not in {Use.CORRIDOR, Use.LOBBY}
    return distance + (2.5 if covers and named else 0.0)
