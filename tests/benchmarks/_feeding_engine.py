"""An engine process that is fed at the pace that is asked for: real services, telemetry file and link, no network.

Started with a home. Each line of standard input is JSON: updates per second, and whether to parse 3 MB of JSON once a
second on the engine's loop. At the end of input it prints how long these calls took and what was fed, and ends.
"""

import asyncio
import json
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from heyzack_console.calendars.public_holidays import LibraryHolidays
from heyzack_console.composition.engine_parts import World
from heyzack_console.composition.engine_services import EngineServices, build_services
from heyzack_console.composition.options import READ_PLANS
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import Home, endpoint_of, open_home
from heyzack_console.host.lock import HomeLock
from heyzack_console.host.programs import own_command
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.host.secrets.sealing import PassphraseSealer
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.server import LinkServer
from heyzack_console.plans.reading import PlanReadings
from heyzack_console.services.identity import Identity
from heyzack_console.storage.samples.store import SampleStore
from heyzack_console.tuya.product_words import TuyaProductWords
from tests.benchmarks._large_site import COUNT, SWITCH, WARMTH, mixed, site_of
from tests.support.cloud_double import CloudDouble
from tests.support.hand_clock import HandClock
from tests.support.lan_double import LanDouble
from tests.support.memory_store import (
    ADMIN,
    CONSOLE,
    Disk,
    memory_stores,
)

TICK_S = 0.005
PARSED_BYTES = 3_000_000


class Feeder:
    """Reports values of random devices at *rate*; parses *text* once a second while *parsing*."""

    def __init__(self, services: EngineServices, devices: tuple[Device, ...]) -> None:
        self._pipeline = services.parts.ground.pipeline
        self._devices = devices
        self._clock = WallClock()
        self._dice = Random(4)
        self._text = _some_json()
        self.rate, self.parsing = 0.0, False
        self.fed = 0
        self.calls: list[float] = []

    async def feed(self) -> None:
        """Go on until cancelled."""
        due, last = 0.0, time.monotonic()
        while True:
            await asyncio.sleep(TICK_S)
            now = time.monotonic()
            due += (now - last) * self.rate
            last = now
            number, due = int(due), due - int(due)
            self.fed += number
            if number:
                self._pipeline.heard([self._report() for _ in range(number)])

    async def parse(self) -> None:
        """Go on until cancelled."""
        while True:
            await asyncio.sleep(1)
            if self.parsing:
                begun = time.perf_counter()
                json.loads(self._text)
                self.calls.append(time.perf_counter() - begun)

    def _report(self) -> Reading:
        device, now = self._dice.choice(self._devices), self._clock.now()
        if device.category is Category.TEMPERATURE:
            return Reading(device.id, WARMTH.code, round(self._dice.uniform(20, 24), 1), "°C", now)
        if self._dice.random() < 0.5:
            return Reading(device.id, SWITCH.code, self._dice.random() < 0.5, "", now)
        return Reading(device.id, COUNT.code, self._dice.randrange(86_400), "s", now)


async def serve(home: Home, devices: int) -> tuple[list[float], int]:
    """Run the engine for one window; returns the lengths of the calls in seconds, and how many values were fed."""
    building = mixed(devices)
    samples = SampleStore(home.samples)
    services = _services(samples, building)
    await services.begin()
    lan = services.parts.ground.network
    assert isinstance(lan, LanDouble)
    lan.connect(*building)
    feeder = Feeder(services, building)
    token = secrets.token_hex()
    endpoint = Endpoint.parse(endpoint_of(home, {}), token)
    with HomeLock(home.lock) as lock:
        async with LinkServer(services.engine, endpoint) as server, asyncio.TaskGroup() as group:
            lock.publish(str(server.endpoint), token)
            going = [group.create_task(work()) for work in (services.loops.run, feeder.feed, feeder.parse)]
            await _obey(feeder)
            for task in going:
                task.cancel()
    await services.finish()
    await samples.close()
    return feeder.calls, feeder.fed


def _services(samples: SampleStore, building: tuple[Device, ...]) -> EngineServices:
    clock, disk = WallClock(), Disk(book=site_of(building))
    stores = memory_stores(disk, samples)
    words, secret_store = TuyaProductWords(), MemorySecrets()
    quiet = HandClock()  # stamps path states only
    world = World(
        clock,
        secret_store,
        PassphraseSealer(),
        words,
        lambda ear: LanDouble(ear, quiet),
        lambda ear, meter: CloudDouble(ear, meter, quiet),
        lambda _: None,
        LibraryHolidays(),
        PlanReadings(own_command(*READ_PLANS)),
    )
    return build_services(stores, world, Identity(ADMIN, CONSOLE))


async def _obey(feeder: Feeder) -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    with suppress(asyncio.IncompleteReadError):
        while line := await reader.readline():
            feeder.rate, feeder.parsing = json.loads(line)
    transport.close()


def _some_json() -> bytes:
    """As a cloud's device list looks."""
    dice, entries = Random(5), []
    size = 0
    while size < PARSED_BYTES:
        entries.append(
            {"id": f"bf{dice.getrandbits(72):018x}", "online": True, "status": [{"code": "t", "value": 215}] * 3}
        )
        size += len(json.dumps(entries[-1])) + 2
    return json.dumps(entries).encode()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(serve(open_home(Path(sys.argv[1]), {}), int(sys.argv[2])))))
