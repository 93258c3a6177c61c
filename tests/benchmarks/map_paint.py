"""The map with 10,000 and 50,000 devices on one floor, against the same plan without any."""

import os
import statistics
import time
from collections.abc import Callable
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.field import MarkerField
from heyzack_console.desktop.panes.map.scene import Changed, MapScene
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, Place, ZoneId
from heyzack_console.domain.sites import Floor, Point, Site, SiteBook, SiteId, Stroke, StrokeKind, Zone, ZoneKind
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.building.marks import Mark
from heyzack_console.presentation.map.picture import DeviceRow
from heyzack_console.presentation.mirror import Mirror
from tests.benchmarks.table import Row
from tests.support.map_site import NOW

SIZE = (1280, 800)
ROOM = (8.0, 6.0)
COLUMNS, ROWS = 16, 13
FRAMES = 60
CHANGES = 17
"""Status changes per frame: 500 a second at 30 frames."""
FLOOR = FloorId("floor")


def run() -> list[Row]:
    """Measure far pans and colour changes."""
    app = QApplication.instance() or QApplication([])
    theme = Theme(app)
    pans: dict[int, list[float]] = {0: [], 10_000: [], 50_000: []}
    changes: list[float] = []
    heard: list[float] = []
    canvases = {number: canvas(theme, number) for number in pans}
    for _ in range(3):  # rounds, so that a slow moment of the machine meets all alike
        for number in pans:
            pans[number] += pan(canvases[number])
        changes += recolour(canvases[50_000])
        heard += hear(canvases[50_000])
    plan = statistics.median(pans[0])
    rows = [
        Row(f"map, {number:,} devices, far pan, median", "the plan alone", statistics.median(times) / plan, 4)
        for number, times in pans.items()
        if number
    ]
    rows.append(
        Row("map, 50,000 devices, colour changes only", "the plan alone", statistics.median(changes) / plan, 0.3)
    )
    rows.append(Row("the same from the batch of alerts on", "the plan alone", statistics.median(heard) / plan, None))
    for shown in canvases.values():
        shown.close()
        shown.deleteLater()
    return rows


def canvas(theme: Theme, devices: int) -> MapCanvas:
    """A shown map of one large floor with *devices* on it."""
    mirror = Mirror(connected=True)
    mirror.show_book(book(devices))
    mirror.apply(Batch(1, NOW, complete=True, alerts=tuple(some_alerts(mirror, devices // 100))))
    scene = MapScene(mirror)
    scene.take_book()
    shown = MapCanvas(theme, Markers(theme), scene)
    shown.resize(*SIZE)
    shown.show()
    shown.renew()
    QApplication.processEvents()
    return shown


def pan(shown: MapCanvas) -> list[float]:
    """Push the whole floor to and fro and return the seconds that each frame takes to paint."""
    shown.fit()

    def push(frame: int) -> None:
        shown.look(shown.scene.view.moved(3.0 if frame % 20 < 10 else -3.0, 1.0 if frame % 2 else -1.0))
        shown.repaint()

    return timed(push)


def recolour(shown: MapCanvas) -> list[float]:
    """Change marks on a plan that stands still and return the seconds until they are painted."""
    dice = Random(3)
    field = shown.scene.field
    stand_still(shown)

    batches = [[changed_row(field, dice) for _ in range(CHANGES)] for _ in range(FRAMES)]

    def change(frame: int) -> None:
        for row in batches[frame]:
            field.change(row)
        shown.show_changes(Changed(numbers=frozenset(field.number(row.device) for row in batches[frame])))
        QApplication.processEvents()

    return timed(change)


def changed_row(field: MarkerField, dice: Random) -> DeviceRow:
    """Some device of *field* with another look and mark."""
    n = dice.randrange(len(field))
    mark = Mark(dice.randint(1, 4), dice.choice(("acknowledged", "suppressed", "returned")))
    return DeviceRow(field.ids[n], field.x[n], field.y[n], Category.LIGHT, dice.choice(list(DeviceLook)), mark)


def hear(shown: MapCanvas) -> list[float]:
    """Let alerts come and go and return the seconds from the engine's batch to what it changed being painted."""
    dice = Random(4)
    mirror, ids = shown.scene.mirror, shown.scene.field.ids
    stand_still(shown)

    def change(_frame: int) -> None:
        alerts = tuple(
            an_alert(dice.choice(ids), dice.choice(list(Priority)), dice.choice(STATES)) for _ in range(CHANGES)
        )
        shown.show_changes(shown.scene.follow(mirror.apply(Batch(2, NOW, alerts=alerts))))
        QApplication.processEvents()

    return timed(change)


def stand_still(shown: MapCanvas) -> None:
    """Show the whole floor from the retained picture."""
    shown.fit()
    shown.repaint()


def timed(work: Callable[[int], None]) -> list[float]:
    """Return the seconds of each of the frames of *work*."""
    found = []
    for frame in range(FRAMES):
        start = time.perf_counter()
        work(frame)
        found.append(time.perf_counter() - start)
    return found


STATES = (AlertState.ACKNOWLEDGED, AlertState.NORMAL, AlertState.SUPPRESSED, AlertState.UNACKNOWLEDGED)


def an_alert(device: DeviceId, priority: Priority, state: AlertState) -> Alert:
    """An alert that only differs in what is given."""
    return Alert(
        AlertId(f"a{device}"), device, "rule", state, priority, "Condition", NOW, EventId("e"), NOW, active=True
    )


def some_alerts(mirror: Mirror, number: int) -> list[Alert]:
    """Acknowledged alerts on *number* devices."""
    return [
        an_alert(device, Priority(n % 4 + 1), AlertState.ACKNOWLEDGED)
        for n, device in enumerate([*mirror.devices][:number])
    ]


def book(devices: int) -> SiteBook:
    """One floor of walled rooms with doors and *devices* scattered over it."""
    dice = Random(1)
    width, height = COLUMNS * ROOM[0], ROWS * ROOM[1]
    kinds = list(Category)
    placed = tuple(
        Device(
            DeviceId(f"d{n}"),
            f"Device {n}",
            kinds[n % len(kinds)],
            place=somewhere(dice, width, height),
        )
        for n in range(devices)
    )
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    strokes = [Stroke(StrokeKind.OUTER_WALL, corners, closed=True)]
    zones = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            outline = room(column, row)
            zones.append(Zone(ZoneId(f"z{len(zones)}"), FLOOR, f"Room {len(zones)}", "", ZoneKind.ROOM, outline))
            left, top = outline[0]
            strokes.append(Stroke(StrokeKind.WALL, outline, closed=True))
            strokes.append(Stroke(StrokeKind.DOOR, ((left + 1, top), (left + 2, top), (left + 1, top + 1))))
    floor = Floor(FLOOR, 0, "Floor 0", width, height, tuple(strokes))
    return SiteBook(Site(SiteId("s"), "Large", "UTC", floors=(floor,), zones=tuple(zones)), placed)


def somewhere(dice: Random, width: float, height: float) -> Place:
    """A spot with the room that it lies in."""
    x, y = dice.uniform(0, width), dice.uniform(0, height)
    return Place(FLOOR, x, y, ZoneId(f"z{int(y / ROOM[1]) * COLUMNS + int(x / ROOM[0])}"))


def room(column: int, row: int) -> tuple[Point, ...]:
    """The outline of one room."""
    left, top = column * ROOM[0], row * ROOM[1]
    return ((left, top), (left + ROOM[0], top), (left + ROOM[0], top + ROOM[1]), (left, top + ROOM[1]))
