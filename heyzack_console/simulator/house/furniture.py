"""Furnishes the rooms of the demo building: outlines in metres, drawn for this project.

Rooms of the north row have their windows at the top, rooms of the south row at the bottom. The middle of a room stays
free where it can, because its name is written there.
"""

from collections.abc import Callable, Iterator
from math import cos, pi, sin

from heyzack_console.domain.sites import Stroke, StrokeKind
from heyzack_console.simulator.house.rooms import Rect, Room, Use

DESK_W, DESK_D = 1.4, 0.8
CORNERS = 16


def furniture_of(room: Room) -> list[Stroke]:
    """What stands in *room*."""
    furnish = _FURNISHED.get(room.use)
    return list(furnish(room.rect)) if furnish else []


def _box(x: float, y: float, w: float, h: float, kind: StrokeKind = StrokeKind.FURNITURE) -> Stroke:
    corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    return Stroke(kind, tuple((round(a, 3), round(b, 3)) for a, b in corners), closed=True)


def _line(x0: float, y0: float, x1: float, y1: float, kind: StrokeKind = StrokeKind.FURNITURE) -> Stroke:
    return Stroke(kind, ((round(x0, 3), round(y0, 3)), (round(x1, 3), round(y1, 3))))


def _disc(x: float, y: float, radius: float) -> Stroke:
    turns = (2 * pi * i / CORNERS for i in range(CORNERS))
    points = tuple((round(x + radius * cos(t), 3), round(y + radius * sin(t), 3)) for t in turns)
    return Stroke(StrokeKind.FURNITURE, points, closed=True)


def _top_front(rect: Rect) -> bool:
    return rect.y0 == 0.0


def _from_front(rect: Rect, depth: float, height: float) -> float:
    """The y of a thing *height* deep that stands *depth* away from the windows."""
    return rect.y0 + depth if _top_front(rect) else rect.y1 - depth - height


def _office(rect: Rect) -> Iterator[Stroke]:
    """Two desks in the corners at the front, a cupboard at the back wall."""
    for x in (rect.x0 + 1.1, rect.x1 - 1.1 - 1.6):
        y = _from_front(rect, 1.0, DESK_D)
        yield _box(x, y, 1.6, DESK_D)
        yield _disc(x + 0.8, y + (1.15 if _top_front(rect) else -0.35), 0.24)
    yield _box(rect.x0 + 0.12, _from_front(rect, 4.6, 1.8), 0.42, 1.8)


def _table(rect: Rect, seats: int, depth: float = 1.2) -> Iterator[Stroke]:
    length = seats * 0.9 + 0.3
    x = rect.centre[0] - length / 2
    y = _from_front(rect, 1.25, depth)
    yield _box(x, y, length, depth)
    for index in range(seats):
        seat = x + 0.6 + index * 0.9
        yield _disc(seat, y - 0.34, 0.24)
        yield _disc(seat, y + depth + 0.34, 0.24)


def _meeting(rect: Rect) -> Iterator[Stroke]:
    yield from _table(rect, max(2, int((rect.width - 2.4) / 0.9)))
    yield _box(rect.x1 - 0.2, _from_front(rect, 1.4, 1.8), 0.1, 1.8)


def _board(rect: Rect) -> Iterator[Stroke]:
    if rect.width > rect.height:
        yield from _table(rect, int((rect.width - 4.0) / 0.9), 1.5)
        return
    length, depth = rect.height - 5.2, 1.4
    x, y = rect.centre[0] - depth / 2 + 0.4, rect.centre[1] - length / 2
    yield _box(x, y, depth, length)
    for index in range(int(length / 0.9)):
        for seat in (x - 0.34, x + depth + 0.34):
            yield _disc(seat, y + 0.55 + index * 0.9, 0.24)


def _focus(rect: Rect) -> Iterator[Stroke]:
    yield _box(rect.x0 + 0.6, _from_front(rect, 0.9, 0.75), rect.width - 1.2, 0.75)
    yield _disc(rect.centre[0], _from_front(rect, 1.9, 0.0), 0.25)


def _desks(rect: Rect, margin: float = 1.1) -> Iterator[Stroke]:
    """Blocks of three by two desks in two rows, with an aisle between the rows."""
    block, aisle = 3 * DESK_W, 1.1
    count = max(1, int((rect.width - 2 * margin + aisle) / (block + aisle)))
    start = rect.centre[0] - (count * block + (count - 1) * aisle) / 2
    for row in (rect.y0 + 1.15, rect.y1 - 1.15 - 2 * DESK_D):
        for index in range(count):
            x = start + index * (block + aisle)
            for desk in range(6):
                yield _box(x + desk % 3 * DESK_W, row + desk // 3 * DESK_D, DESK_W, DESK_D)


def _lounge(rect: Rect) -> Iterator[Stroke]:
    """Sofa groups at both ends of each row."""
    count = max(2, int(rect.width / 4.6))
    for row, back in ((rect.y0 + 1.2, 0.0), (rect.y1 - 2.9, 1.0)):
        for index in range(count):
            x = rect.x0 + (index + 0.5) * rect.width / count
            yield _box(x - 1.0, row + back, 2.0, 0.7)
            yield _disc(x, row + (1.25 if back <= 0 else 0.45), 0.35)


def _library(rect: Rect) -> Iterator[Stroke]:
    """Shelves along both walls and reading tables with chairs."""
    for index in range(3):
        y = rect.y0 + 2.6 + index * 2.2
        yield _box(rect.x0 + 0.5, y, 0.6, 1.6)
        yield _box(rect.x1 - 1.1, y, 0.6, 1.6)
    for y in (rect.y0 + 3.0, rect.y1 - 3.6):
        yield _box(rect.centre[0] - 0.9, y, 1.8, 0.8)
        for x in (rect.centre[0] - 0.45, rect.centre[0] + 0.45):
            yield _disc(x, y - 0.32, 0.22)
            yield _disc(x, y + 1.12, 0.22)


def _training(rect: Rect) -> Iterator[Stroke]:
    """Rows of tables that face a screen."""
    if rect.width >= rect.height:
        columns = int((rect.width - 3.4) / 2.2)
        for row in (1.3, 2.9):
            for index in range(columns):
                x = rect.x0 + 2.2 + index * 2.2
                y = _from_front(rect, row, 0.6)
                yield _box(x, y, 1.9, 0.6)
                yield from (_disc(x + seat, y + 0.95, 0.2) for seat in (0.5, 1.4))
        yield _box(rect.x0 + 0.25, _from_front(rect, 1.4, 3.0), 0.1, 3.0)
        return
    for index in range(4):
        y = rect.y0 + (1.9, 3.2, 6.8, 8.1)[index]
        for x in (rect.x0 + 1.0, rect.x1 - 2.6):
            yield _box(x, y, 1.6, 0.55)
            yield from (_disc(x + seat, y + 0.83, 0.19) for seat in (0.45, 1.15))
    yield _box(rect.centre[0] - 1.5, rect.y0 + 0.25, 3.0, 0.1)


def _cafe(rect: Rect) -> Iterator[Stroke]:
    """A counter beside the door wall and round tables in two rows."""
    yield _box(rect.x0 + 0.15, rect.y0 + 1.4, 0.7, rect.height - 3.6)
    count = max(2, int((rect.width - 2.6) / 2.7))
    for row in (rect.y0 + 1.75, rect.y1 - 1.55):
        for index in range(count):
            x = rect.x0 + 1.9 + (index + 0.5) * (rect.width - 2.4) / count
            if row < rect.centre[1] and abs(x - rect.centre[0]) < 1.3:
                continue  # the way in from the double door
            yield _disc(x, row, 0.5)
            yield from (_disc(x + dx, row, 0.2) for dx in (-0.8, 0.8))
            yield _disc(x, row + (0.8 if row < rect.centre[1] else -0.8), 0.2)


def _reception(rect: Rect) -> Iterator[Stroke]:
    """A desk to the left of the entrance and seats at both walls."""
    yield _box(rect.x0 + 2.0, rect.y0 + 1.9, 0.8, 3.4)
    yield _box(rect.x0 + 2.8, rect.y0 + 4.5, 1.6, 0.8)
    yield _disc(rect.x0 + 1.5, rect.y0 + 3.0, 0.25)
    yield _disc(rect.x0 + 1.5, rect.y0 + 4.2, 0.25)
    for y in (rect.y0 + 1.5, rect.y1 - 2.9):
        yield _box(rect.x1 - 1.1, y, 0.75, 1.7)
        yield _disc(rect.x1 - 1.9, y + 0.85, 0.35)


def _server(rect: Rect) -> Iterator[Stroke]:
    """One row of racks at the front."""
    count = int((rect.width - 1.8) / 0.75)
    x = rect.centre[0] - count * 0.375
    y = _from_front(rect, 0.7, 1.1)
    for index in range(count):
        yield _box(x + index * 0.75, y, 0.75, 1.1)
    yield _line(x, y + 0.2, x + count * 0.75, y + 0.2)


def _plant(rect: Rect) -> Iterator[Stroke]:
    """Two boilers, an air handling unit and a pump bench."""
    y = _from_front(rect, 0.9, 1.5)
    yield _box(rect.x0 + 1.2, y, 3.0, 1.5)
    yield _line(rect.x0 + 2.2, y, rect.x0 + 2.2, y + 1.5)
    yield _line(rect.x0 + 3.2, y, rect.x0 + 3.2, y + 1.5)
    for x in (rect.x0 + 5.6, rect.x0 + 7.4):
        yield _disc(x, y + 0.75, 0.7)
        yield _disc(x, y + 0.75, 0.25)
    yield _box(rect.x1 - 1.5, _from_front(rect, 1.1, 2.6), 0.8, 2.6)


def _delivery(rect: Rect) -> Iterator[Stroke]:
    """Pallets beside the gate in the west front."""
    for x, y in ((3.4, 2.2), (4.8, 2.2), (3.4, 8.0), (4.8, 8.0), (1.2, 8.0)):
        yield _box(rect.x0 + x - 0.5, rect.y0 + y, 0.95, 1.2)
        yield _line(rect.x0 + x - 0.5, rect.y0 + y + 0.6, rect.x0 + x + 0.45, rect.y0 + y + 0.6)
    yield _box(rect.x0 + 0.6, rect.y0 + 0.35, 3.2, 0.6)


def _bikes(rect: Rect) -> Iterator[Stroke]:
    count = int((rect.width - 1.6) / 0.6)
    for index in range(count):
        x = rect.x0 + 1.1 + index * 0.6
        yield _line(x, _from_front(rect, 0.8, 0.0), x, _from_front(rect, 2.5, 0.0))
    yield _line(rect.x0 + 0.8, _from_front(rect, 0.8, 0.0), rect.x1 - 0.8, _from_front(rect, 0.8, 0.0))


def _store(rect: Rect) -> Iterator[Stroke]:
    yield _box(rect.x0 + 0.15, rect.y0 + 0.5, 0.5, rect.height - 1.6)
    yield _box(rect.x1 - 0.65, rect.y0 + 0.5, 0.5, rect.height - 1.6)


def _workshop(rect: Rect) -> Iterator[Stroke]:
    """Shelves at both walls and a bench in front of the windows."""
    yield from _store(rect)
    yield _box(rect.x0 + 1.1, _from_front(rect, 0.5, 0.75), rect.width - 2.2, 0.75)


def _wc(rect: Rect) -> Iterator[Stroke]:
    """Three cubicles along the east side and basins opposite."""
    step = (rect.height - 0.4) / 3
    for index in range(3):
        y = rect.y0 + 0.2 + index * step
        yield _box(rect.x1 - 1.3, y, 1.3, step)
        yield _disc(rect.x1 - 0.4, y + step / 2, 0.2)
    yield _box(rect.x0 + 0.1, rect.centre[1] - 0.7, 0.45, 1.4)


def _kitchen(rect: Rect) -> Iterator[Stroke]:
    yield _box(rect.x1 - 0.65, rect.y0 + 0.9, 0.6, rect.height - 1.0)
    yield _box(rect.x0 + 0.1, rect.y1 - 0.65, rect.width - 0.75, 0.6)
    yield _disc(rect.x1 - 0.35, rect.y0 + 1.5, 0.18)


def _lifts(rect: Rect) -> Iterator[Stroke]:
    """Three cars, crossed as usual on plans, with their doors to the lobby."""
    width = rect.width / 3
    for index in range(3):
        x = rect.x0 + index * width
        if index:
            yield _line(x, rect.y0, x, rect.y1, StrokeKind.WALL)
        car = Rect(x + 0.22, rect.y0 + 0.22, x + width - 0.22, rect.y1 - 0.22)
        yield _box(car.x0, car.y0, car.width, car.height, StrokeKind.STAIR)
        yield _line(car.x0, car.y0, car.x1, car.y1, StrokeKind.STAIR)
        yield _line(car.x0, car.y1, car.x1, car.y0, StrokeKind.STAIR)


def _stairs(rect: Rect) -> Iterator[Stroke]:
    """Two flights with a landing at the side away from the corridor."""
    upward = rect.y1 > 16.0  # the western stairs open to the south, the eastern ones to the north
    low, high = (rect.y0 + 0.5, rect.y1 - 1.1) if upward else (rect.y0 + 1.2, rect.y1 - 0.7)
    steps = int((high - low) / 0.28)
    for index in range(steps + 1):
        y = low + index * 0.28
        yield _line(rect.x0 + 0.15, y, rect.x1 - 0.15, y, StrokeKind.STAIR)
    middle = rect.centre[0]
    yield _line(middle, low, middle, low + steps * 0.28, StrokeKind.STAIR)


def _riser(rect: Rect) -> Iterator[Stroke]:
    yield _box(rect.x0 + 0.2, rect.y0 + 0.1, rect.width - 0.4, 0.35)


def _shaft(rect: Rect) -> Iterator[Stroke]:
    yield _line(rect.x0, rect.y0, rect.x1, rect.y1 - 1.0, StrokeKind.STAIR)
    yield _line(rect.x0, rect.y1 - 1.0, rect.x1, rect.y0, StrokeKind.STAIR)
    yield _line(rect.x0, rect.y1 - 1.0, rect.x1, rect.y1 - 1.0, StrokeKind.STAIR)


_FURNISHED: dict[Use, Callable[[Rect], Iterator[Stroke]]] = {
    Use.OFFICE: _office,
    Use.MEETING: _meeting,
    Use.FOCUS: _focus,
    Use.BOARD: _board,
    Use.TEAM: _desks,
    Use.OPEN_OFFICE: _desks,
    Use.LOUNGE: _lounge,
    Use.SHOWROOM: _lounge,
    Use.WORKSHOP: _workshop,
    Use.LIBRARY: _library,
    Use.TRAINING: _training,
    Use.CAFE: _cafe,
    Use.RECEPTION: _reception,
    Use.SERVER: _server,
    Use.PLANT: _plant,
    Use.DELIVERY: _delivery,
    Use.STORE: _store,
    Use.BIKES: _bikes,
    Use.WC: _wc,
    Use.KITCHEN: _kitchen,
    Use.LIFTS: _lifts,
    Use.STAIRS: _stairs,
    Use.RISER: _riser,
    Use.SHAFT: _shaft,
}
