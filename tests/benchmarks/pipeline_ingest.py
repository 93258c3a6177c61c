"""The whole way of a value through the engine, onto the disk, against the driver alone; and its share of the CPU."""

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from heyzack_console.calendars.public_holidays import LibraryHolidays
from heyzack_console.composition.engine_parts import World
from heyzack_console.composition.engine_services import EngineServices, build_services
from heyzack_console.composition.options import READ_PLANS
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.sites import SiteBook
from heyzack_console.host.programs import own_command
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.host.secrets.sealing import PassphraseSealer
from heyzack_console.plans.reading import PlanReadings
from heyzack_console.services.identity import Identity
from heyzack_console.storage.samples.store import SampleStore
from heyzack_console.tuya.product_words import TuyaProductWords
from tests.benchmarks.samples import _bare
from tests.benchmarks.table import Row
from tests.support.building import BOOK, T0
from tests.support.cloud_double import CloudDouble
from tests.support.hand_clock import HandClock
from tests.support.lan_double import LanDouble
from tests.support.memory_store import (
    ADMIN,
    CONSOLE,
    Disk,
    memory_stores,
)

_DEVICES, _STEPS = 200, 120
_POINT = PointSpec(1, "va_temperature", PointKind.NUMBER, "Temperature", unit="°C", scale=1)
_BUILDING = tuple(
    Device(DeviceId(f"d{n}"), f"Climate {n}", Category.TEMPERATURE, address=LanAddress("127.0.0.1"), points=(_POINT,))
    for n in range(_DEVICES)
)


def run() -> list[Row]:
    """Measure with rules, orders and one listener in force, as in a running engine."""
    with tempfile.TemporaryDirectory() as folder:
        results = [asyncio.run(_measure(Path(folder), number)) for number in range(5)]
    return [
        Row(
            "sample ingest, whole path",
            "bare executemany of the same rows",
            median(r[0] for r in results),
            0.5,
            better="larger",
        ),
        Row("engine CPU per reading, without the disk", "-", median(r[1] for r in results), None, unit="µs"),
    ]


async def _measure(folder: Path, number: int) -> tuple[float, float]:
    batches = [[_reading(n, step) for n in range(_DEVICES)] for step in range(_STEPS)]
    clock = HandClock()
    samples = SampleStore(folder / f"samples{number}.db")
    services = await _services(clock, samples)
    changes = services.engine.changes()
    await anext(changes)
    worked = 0.0
    begin = time.perf_counter()
    for batch in batches:
        clock.advance(10)
        began = time.thread_time()
        services.parts.ground.pipeline.heard(batch)
        services.parts.ground.pipeline.drain()
        worked += time.thread_time() - began
        await services.parts.sampling.flush()
    took = time.perf_counter() - begin
    await changes.aclose()
    await samples.close()
    return _bare(folder / f"bare{number}.db", batches) / took, worked / (_DEVICES * _STEPS) * 1e6


def _reading(device: int, step: int) -> Reading:
    """A temperature that moves with every step, as a device reports it only then."""
    value = 20 + (device + step) % 99 / 100
    return Reading(DeviceId(f"d{device}"), "va_temperature", value, "°C", T0 + timedelta(seconds=step * 10))


async def _services(clock: HandClock, samples: SampleStore) -> EngineServices:
    disk = Disk(book=SiteBook(BOOK.site, _BUILDING))
    stores = memory_stores(disk, samples)
    world = World(
        clock,
        MemorySecrets(),
        PassphraseSealer(),
        TuyaProductWords(),
        lambda listener: LanDouble(listener, clock),
        lambda listener, meter: CloudDouble(listener, meter, clock),
        lambda _secret: None,
        LibraryHolidays(),
        PlanReadings(own_command(*READ_PLANS)),
    )
    services = build_services(stores, world, Identity(ADMIN, CONSOLE))
    await services.begin()
    return services
