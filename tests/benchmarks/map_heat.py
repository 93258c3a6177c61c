"""The map with the heat map on, 10,000 devices on one floor: pan, zoom and 500 new values a second."""

import os
import statistics
import time
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.quantities import CLIMATE
from tests.benchmarks.map_paint import CHANGES, FRAMES, canvas, pan, stand_still, timed
from tests.benchmarks.table import Row
from tests.support.map_site import NOW

DEVICES = 10_000
CODE = "temp_current"
FRAME_S = 1 / 30
"""In which the changes of one frame have to be worked off."""


def run() -> list[Row]:
    """Measure with every room painted."""
    app = QApplication.instance() or QApplication([])
    theme = Theme(app)
    plain, heated = canvas(theme, 0), canvas(theme, DEVICES)
    warm(heated)
    plan: list[float] = []
    pans: list[float] = []
    zooms: list[float] = []
    values: list[float] = []
    for _ in range(3):  # rounds, so that a slow moment of the machine meets all alike
        plan += pan(plain)
        pans += pan(heated)
        zooms += zoom(heated)
        values += hear(heated)
    yardstick = statistics.median(plan)
    rows = [
        Row(
            f"heat map, {DEVICES:,} devices, far pan, median", "the plan alone", statistics.median(pans) / yardstick, 4
        ),
        Row(f"heat map, {DEVICES:,} devices, zoom, median", "the plan alone", statistics.median(zooms) / yardstick, 4),
        Row(
            "heat map, 500 values a second, CPU per frame", "one frame (33 ms)", statistics.median(values) / FRAME_S, 1
        ),
    ]
    for shown in (plain, heated):
        shown.close()
        shown.deleteLater()
    return rows


def sensors(shown: MapCanvas) -> list[Device]:
    """The devices that measure the air."""
    return [device for device in shown.scene.devices if device.category in CLIMATE]


def warm(shown: MapCanvas) -> None:
    """Let every sensor have a value, and show them."""
    dice = Random(5)
    readings = tuple(measured(device.id, dice) for device in sensors(shown))
    shown.scene.mirror.apply(Batch(2, NOW, readings=readings))
    shown.scene.show_layer(Layer.HEAT)
    shown.renew()
    QApplication.processEvents()


def measured(device: DeviceId, dice: Random) -> Reading:
    """Some temperature."""
    return Reading(device, CODE, round(dice.uniform(15, 29), 1), "°C", NOW)


def zoom(shown: MapCanvas) -> list[float]:
    """Zoom in and out about the middle and return the seconds that each frame takes to paint."""
    shown.fit()

    def step(frame: int) -> None:
        shown.zoom(1.08 if frame % 20 < 10 else 1 / 1.08)
        shown.repaint()

    return timed(step)


def hear(shown: MapCanvas) -> list[float]:
    """Let values come and return the CPU seconds from the engine's batch until all of it is painted."""
    dice = Random(6)
    known = sensors(shown)
    stand_still(shown)
    scene = shown.scene

    found = []
    for _ in range(FRAMES):
        start = time.process_time()
        readings = tuple(measured(dice.choice(known).id, dice) for _ in range(CHANGES))
        shown.show_changes(scene.follow(scene.mirror.apply(Batch(3, NOW, readings=readings))))
        while scene.behind:
            shown.show_changes(scene.catch_up())
        QApplication.processEvents()

        found.append(time.process_time() - start)
    return found
