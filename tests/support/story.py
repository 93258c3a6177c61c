"""The window as a story sees it: what a person looks at, clicks and types, and waiting for what comes of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from heyzack_console.composition.console import Console, Surroundings
from heyzack_console.desktop.panes.alerts.pane import AlertsPane
from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.building.marks import Mark
from heyzack_console.presentation.mirror import Mirror
from tests.support.alongside import alongside

PATIENCE_S = 25
WIDE = (1920, 1080)
PLAIN = Qt.KeyboardModifier.NoModifier

T = TypeVar("T")


class Story:
    """One window and the person before it."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.window = console.window
        self._stirred = asyncio.Event()
        self.watch(console.feed.touched)
        self.watch(console.feed.connection_changed)
        self.watch(console.board.changed)

    @property
    def mirror(self) -> Mirror:
        """What the window knows."""
        return self.console.mirror

    @property
    def canvas(self) -> MapCanvas:
        """The map's surface."""
        return self.console.panes.map.stage.canvas

    @property
    def queue(self) -> AlertsPane:
        """The alert pane."""
        return self.console.panes.alerts

    def watch(self, signal: SignalInstance) -> None:
        """Look again, in `until`, whenever *signal* comes."""
        signal.connect(self._stir)

    def _stir(self, *_: object) -> None:
        self._stirred.set()

    async def until(self, fits: Callable[[], T]) -> T:
        """Wait until *fits* answers with something, looking after each thing that happens, and return the answer."""
        async with asyncio.timeout(PATIENCE_S):
            while not (found := fits()):
                self._stirred.clear()
                await self._stirred.wait()
        return found

    def newest(self, device: DeviceId, code: str) -> Reading | None:
        """The reading that the window shows."""
        return self.mirror.readings.get(device, {}).get(code)

    def live(self, device: DeviceId) -> list[Reading]:
        """The readings of *device* that are live now."""
        return [r for r in self.mirror.readings.get(device, {}).values() if r.quality is Quality.LIVE]

    def health(self, device: DeviceId) -> DeviceHealth:
        """The paths of *device* as the window knows them."""
        return self.mirror.health.get(device, DeviceHealth(device, ()))

    def waiting(self) -> list[Alert]:
        """The alerts that nobody has acknowledged."""
        return [a for a in self.mirror.alerts.values() if a.state is AlertState.UNACKNOWLEDGED]

    def mark_on_map(self, device: DeviceId) -> Mark | None:
        """The mark that the map shows on *device*; fails where the device is not on the floor that is shown."""
        number = self.canvas.scene.number(device)
        assert number is not None, f"{device} is not on the floor that is shown"
        row = self.canvas.scene.picture.row(self.mirror.devices[device], self.canvas.scene.layer)
        code = row.mark.code if row.mark else 0
        assert self.canvas.scene.field.mark[number] == code, "the map lags behind the mirror"
        return row.mark

    def click_alert(self, alert: Alert) -> None:
        """Click the alert's line in the queue."""
        table = self.queue.table
        row = self.queue.queue.position(alert.id)
        assert row is not None, "the queue does not list the alert"
        index = table.rows.index(row, 1)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, PLAIN, table.visualRect(index).center())

    def click_on_map(self, device: Device) -> None:
        """Click the device's marker on the floor plan."""
        number = self.canvas.scene.number(device.id)
        assert number is not None, f"{device.name} is not on the floor that is shown"
        field = self.canvas.scene.field
        x, y = self.canvas.scene.view.to_screen(float(field.x[number]), float(field.y[number]))
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, PLAIN, QPoint(round(x), round(y)))

    async def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        await settle()

    def words(self, where: QWidget) -> str:
        """Every word that labels inside *where* show."""
        return "\n".join(label.text() for label in where.findChildren(QLabel) if label.isVisibleTo(where))


async def settle() -> None:
    """Let Qt do what it has put off, as it does whenever it is idle.

    Never by ``processEvents``: inside a coroutine that would step other tasks within this one and lose their wake-ups.
    """
    for _ in range(6):
        await asyncio.sleep(0)


@asynccontextmanager
async def window_on(port: EnginePort, clock: Clock, folder: Path) -> AsyncIterator[Story]:
    """A window on *port* that keeps its layout and crash reports below *folder*; closed at the end of the block."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    scenarios = ("water-leak", "gateway-loss", "normal")
    console = Console(app, port, Surroundings(folder / "window", folder / "crashes", clock, str, scenarios))
    console.window.resize(*WIDE)
    console.open()
    console.window.activateWindow()
    try:
        async with alongside(console.feed.run(), "feed"):
            async with asyncio.timeout(PATIENCE_S):
                await console.feed.ready()
            await settle()
            yield Story(console)
    finally:
        await console.bridge.close()
        console.window.close()
        console.window.deleteLater()
    assert not list((folder / "crashes").glob("*")), "the window wrote a crash report"
