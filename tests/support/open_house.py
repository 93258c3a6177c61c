"""A demo building in this process whose devices a test can take by the hand: change a key, take a slot, pull a plug."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.simulator.control_desk import ControlDesk
from heyzack_console.simulator.description import DemoDescription
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse
from heyzack_console.simulator.scenarios.scripts import SCENARIOS
from tests.support.alongside import alongside


@dataclass(frozen=True)
class OpenHouse:
    """The running building, and what it tells an engine about itself."""

    house: LiveHouse
    description: DemoDescription

    @property
    def devices(self) -> tuple[Device, ...]:
        """The book's devices."""
        return self.description.book.devices

    def first(self, fits: Callable[[Device], bool]) -> Device:
        """The first device of the book that *fits*."""
        return next(device for device in self.devices if fits(device))

    def first_of(self, category: Category) -> Device:
        """The first device of *category*."""
        return self.first(lambda device: device.category is category)

    def behind(self, gateway: DeviceId) -> list[Device]:
        """The sub-devices of *gateway*."""
        return [device for device in self.devices if device.gateway == gateway]

    def on_wire(self, device: DeviceId) -> SimulatedDevice:
        """The simulated device itself."""
        return self.house.lan.devices[device]


@asynccontextmanager
async def open_house(devices: int = 20, seed: int = 1) -> AsyncIterator[OpenHouse]:
    """Run the building, its control socket too, for the length of the block."""
    house = LiveHouse(HouseOptions(devices=devices, seed=seed), datetime.now(UTC))
    desk = ControlDesk(house, asyncio.Event())
    await house.open()
    try:
        control = await desk.open()
        told = DemoDescription(house.site.book, dict(house.site.keys), control, tuple(SCENARIOS))
        async with alongside(house.run(), "demo building"):
            yield OpenHouse(house, told)
    finally:
        desk.close()
        house.close()
        await asyncio.sleep(0)  # lets the transports close
