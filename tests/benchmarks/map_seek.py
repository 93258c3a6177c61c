"""Looking back: from the wish for a past moment to the painted map, with 30 days of 1,000 devices in the store.

The way is the whole one: engine with its permissions, real stores, the link over a local socket, the map's pane. Engine
and window share one process here, so that their work adds up. The yardstick is one indexed read for each device.
"""

import asyncio
import os
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.composition.engine_stores import open_stores
from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.map.pane import MapPane
from heyzack_console.desktop.panes.map.time_desk import TimeDesk
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.host.home import Home, open_home
from heyzack_console.link.client import LinkClient
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.server import LinkServer
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.time_travel import PictureAt
from heyzack_console.presentation.map.time_travel import SPANS
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.storage.keys import new_key
from tests.benchmarks._large_site import COUNT, SWITCH, WARMTH, mixed, site_of
from tests.benchmarks.table import Row
from tests.support.hand_clock import HandClock
from tests.support.journal_notes import BY

DEVICES = 1_000
DAYS = 30
EVERY = timedelta(minutes=30)
SWITCHED_EVERY = 8
AT_ONCE = 20_000
CALLS_A_DAY = 150
SEEKS = 25
SIZE = (1280, 800)
END = datetime(2026, 11, 25, 12, tzinfo=UTC)
START = END - timedelta(days=DAYS)


def run() -> list[Row]:
    """Fill a store and seek to moments all over it."""
    app = QApplication.instance() or QApplication([])
    theme = Theme(app)
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        seeks, engine, reads = asyncio.run(_measure(Path(folder), theme))
    first, rest = seeks[0], seeks[1:]
    yardstick = median(reads)
    path = "map, seek to a moment of 30 days, 1,000 devices, painted"
    return [
        Row(f"{path}, median", "one indexed read per device", median(rest) / yardstick, None),
        Row(f"{path}, median", "-", 1000 * median(rest), 200, unit="ms"),
        Row(f"{path}, the first", "-", 1000 * first, 200, unit="ms"),
        Row("the engine's part of it, median", "one indexed read per device", median(engine) / yardstick, None),
    ]


async def _measure(folder: Path, theme: Theme) -> tuple[list[float], list[float], list[float]]:
    clock = HandClock(END)
    home = open_home(folder / "home", {})
    await _fill(home, clock)
    dice = Random(1)
    moments = [START + (END - START) * dice.uniform(0.05, 0.99) for _ in range(SEEKS)]
    async with (
        open_engine(home, EngineWorld(clock, listens=False)) as services,
        LinkServer(services.engine, Endpoint(path=folder / "e.sock", token="t")) as server,
        _window(await LinkClient.attach(server.endpoint), theme) as (pane, bridge),
    ):
        pane.time.journey = pane.time.journey.over(SPANS[3])
        seeks = [await _seek(pane, bridge, at) for at in moments]
        engine = [await _asked(services.engine, at) for at in moments]
    return seeks, engine, [_bare(home, at) for at in moments]


@asynccontextmanager
async def _window(port: LinkClient, theme: Theme) -> AsyncIterator[tuple[MapPane, Bridge]]:
    failures: list[object] = []
    bridge = Bridge(failures.append, lambda name, error: failures.append((name, error)))
    mirror = Mirror(connected=True)
    mirror.show_book(site_of(mixed(DEVICES)))
    mirror.apply(Batch(1, END, complete=True))
    pane = MapPane(theme, Markers(theme), SelectionBoard(), mirror)
    desk = TimeDesk(port, bridge, pane)
    pane.resize(*SIZE)
    pane.show()
    QApplication.processEvents()
    yield pane, bridge
    assert desk is not None
    assert not failures, failures
    pane.close()
    pane.deleteLater()
    await port.aclose()


async def _seek(pane: MapPane, bridge: Bridge, at: datetime) -> float:
    shown = asyncio.Event()
    for signal in (pane.time.entered, pane.time.arrived):
        signal.connect(shown.set)
    begin = time.perf_counter()
    pane.time.seek(at)
    await shown.wait()
    pane.stage.canvas.repaint()
    took = time.perf_counter() - begin
    await bridge.idle()
    assert pane.stage.canvas.scene.now == at
    assert len(pane.time.mirror.readings) == DEVICES
    return took


async def _asked(engine: object, at: datetime) -> float:
    begin = time.perf_counter()
    await engine.ask(PictureAt(at))  # type: ignore[attr-defined]
    return time.perf_counter() - begin


def _bare(home: Home, at: datetime) -> float:
    """Seconds of one indexed read for each device, by the driver alone."""
    moment = int(at.timestamp() * 1000)
    database = sqlite3.connect(home.samples)
    numbers = [
        no
        for (no,) in database.execute(
            "SELECT min(no) FROM series WHERE code IN ('va_temperature', 'countdown_1') GROUP BY device"
        )
    ]
    begin = time.perf_counter()
    for no in numbers:
        database.execute(
            "SELECT ts, value FROM sample WHERE series = ? AND ts <= ? ORDER BY ts DESC LIMIT 1", (no, moment)
        ).fetchone()
    took = time.perf_counter() - begin
    database.close()
    assert len(numbers) == DEVICES
    return took


async def _fill(home: Home, clock: HandClock) -> None:
    """30 days of values and alerts, written by the stores themselves."""
    site = site_of(mixed(DEVICES))
    async with AsyncExitStack() as stack:
        stores = await open_stores(home, clock, stack)
        await stores.sites.put_site(site.site, site.devices, BY)
        readings = []
        for step in range(int((END - START) / EVERY)):
            at = START + step * EVERY
            for n, device in enumerate(site.devices):
                if n % 2 == 0:
                    readings.append(Reading(device.id, WARMTH.code, 20 + (n + step) % 50 / 10, "°C", at))
                    continue
                readings.append(Reading(device.id, COUNT.code, (n * step) % 900, "s", at))
                if step % SWITCHED_EVERY == n % SWITCHED_EVERY:
                    readings.append(Reading(device.id, SWITCH.code, step // SWITCHED_EVERY % 2 == 0, "", at))
            if len(readings) > AT_ONCE:
                await stores.telemetry.write(readings)
                readings = []
        await stores.telemetry.write(readings)
        for day in range(DAYS):
            await stores.alerts.append(_calls(day), BY)


def _calls(day: int) -> list[AlertEvent]:
    """A day's alerts: each is acknowledged and over after an hour, but one a day stays."""
    dice = Random(day)
    told: list[tuple[datetime, AlertEvent]] = []
    for number in range(CALLS_A_DAY):
        at = START + timedelta(days=day, seconds=dice.uniform(0, 80_000))
        device = f"m{dice.randrange(DEVICES)}"
        alert = AlertId(f"{day:016x}{number:016x}")
        raised = AlertEvent(
            EventId(new_key(at).hex()),
            alert,
            DeviceId(device),
            "warm",
            Trigger.TRUE,
            at,
            Priority(1 + number % 4),
            "Too warm",
        )
        told.append((at, raised))
        if number:
            for trigger, minutes in ((Trigger.ACK, 5), (Trigger.FALSE, 60)):
                later = at + timedelta(minutes=minutes)
                answers = raised.id if trigger is Trigger.ACK else None
                told.append(
                    (
                        later,
                        AlertEvent(
                            EventId(new_key(later).hex()),
                            alert,
                            DeviceId(device),
                            "warm",
                            trigger,
                            later,
                            answers=answers,
                        ),
                    )
                )
    return [event for _, event in sorted(told, key=lambda one: one[0])]
