"""A whole engine on doubles: memory for the disk, a LAN without sockets, a clock moved by hand."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from heyzack_console.calendars.public_holidays import LibraryHolidays
from heyzack_console.composition.calendar_files import BoundedCalendarFiles
from heyzack_console.composition.engine_parts import World
from heyzack_console.composition.engine_services import EngineServices, build_services
from heyzack_console.composition.options import READ_PLANS
from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.identity import Actor
from heyzack_console.domain.orders import Order
from heyzack_console.host.programs import own_command
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.host.secrets.sealing import PassphraseSealer
from heyzack_console.notices.sending import AppriseSending
from heyzack_console.notices.templates import Templates
from heyzack_console.plans.reading import PlanReadings
from heyzack_console.ports.cloud import CloudListener, CloudMeter
from heyzack_console.ports.demo import DemoBuilding
from heyzack_console.ports.engine.alerts import OpenAlerts
from heyzack_console.ports.engine.orders import Orders
from heyzack_console.ports.engine.telemetry import Readings
from heyzack_console.ports.lan import LanListener
from heyzack_console.ports.notices import NoticeSending
from heyzack_console.ports.secrets import SecretStore
from heyzack_console.services.engine import Engine
from heyzack_console.services.identity import Identity
from heyzack_console.tuya.product_words import TuyaProductWords
from tests.support.building import BOOK, KEYS
from tests.support.cloud_double import CloudDouble
from tests.support.hand_clock import HandClock
from tests.support.lan_double import LanDouble
from tests.support.memory_store import (
    ADMIN,
    CONSOLE,
    Disk,
    memory_stores,
)


@dataclass
class Console:
    """The engine under test and everything a test moves around it."""

    services: EngineServices
    lan: LanDouble
    cloud: CloudDouble
    clock: HandClock
    disk: Disk
    secrets: SecretStore

    @property
    def engine(self) -> Engine:
        return self.services.engine

    async def settle(self) -> None:
        """Let everything that has been told be worked off and written."""
        for _ in range(3):
            self.services.parts.ground.pipeline.drain()
            for _ in range(10):
                await asyncio.sleep(0)
            await self.services.parts.cloud.errands.flush()
            await self.services.parts.cloud.imports.flush()
            await self.services.parts.alerts.line.flush()
            await self.services.parts.orders.line.flush()

    async def wait(self, seconds: float) -> None:
        """Let time pass, a second at a time, with the ticks that belong to it."""
        while seconds > 0:
            now = self.clock.advance(min(1.0, seconds))
            seconds -= 1.0
            self.services.parts.ground.pipeline.drain()
            for tick in self.services.loops.ticks:
                tick(now)
            await self.settle()
            await self.services.parts.notices.router.look(now)
            await self.settle()

    async def alerts(self) -> tuple[Alert, ...]:
        await self.settle()
        return await self.engine.ask(OpenAlerts())

    async def states(self) -> dict[DeviceId, AlertState]:
        return {alert.device: alert.state for alert in await self.alerts()}

    async def orders(self) -> tuple[Order, ...]:
        await self.settle()
        return await self.engine.ask(Orders())

    async def twin(self, device: Device, code: str) -> Reading:
        await self.settle()
        return next(r for r in await self.engine.ask(Readings((device.id,))) if r.code == code)


@asynccontextmanager
async def console(
    disk: Disk | None = None,
    clock: HandClock | None = None,
    *,
    actor: Actor = ADMIN,
    secrets: SecretStore | None = None,
    demo: DemoBuilding | None = None,
    sender: Callable[[Callable[[], bool]], NoticeSending] = AppriseSending,
) -> AsyncIterator[Console]:
    """Begin an engine on *disk* (a fresh one holds the test building), run its loops, and end it properly."""
    disk = Disk(book=BOOK) if disk is None else disk
    clock = clock or HandClock()
    secrets = secrets or MemorySecrets({f"local_key/{device}": key for device, key in KEYS.items()})

    def network(listener: LanListener) -> LanDouble:
        return LanDouble(listener, clock)

    def cloud(listener: CloudListener, meter: CloudMeter) -> CloudDouble:
        return CloudDouble(listener, meter, clock)

    stores = memory_stores(disk)
    world = World(
        clock=clock,
        secrets=secrets,
        sealer=PassphraseSealer(),
        words=TuyaProductWords(),
        network=network,
        cloud=cloud,
        hide=lambda _secret: None,
        calendars=BoundedCalendarFiles(),
        holidays=LibraryHolidays(),
        plans=PlanReadings(own_command(*READ_PLANS)),
        sender=sender,
        notice_words=Templates(),
        demo=demo,
    )
    services = build_services(stores, world, Identity(actor, CONSOLE))
    await services.begin()
    lan, far = services.parts.ground.network, services.parts.ground.cloud
    assert isinstance(lan, LanDouble)
    assert isinstance(far, CloudDouble)
    async with asyncio.TaskGroup() as group:
        runs = [group.create_task(run()) for run in services.loops.runs]
        yield Console(services, lan, far, clock, disk, secrets)
        for run in runs:
            run.cancel()
        lan.gate.set()
    await services.finish()
