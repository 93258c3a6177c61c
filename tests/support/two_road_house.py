"""A demo building on both roads in this process: its cloud on loopback, its devices within a test's reach."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.cloud.server import serving
from heyzack_console.simulator.cloud.temper import CloudTemper
from heyzack_console.simulator.cloud_side import CloudSide
from heyzack_console.simulator.control_desk import ControlDesk
from heyzack_console.simulator.description import DemoDescription
from heyzack_console.simulator.house.roads import Road
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse
from tests.support.alongside import alongside


@dataclass(frozen=True)
class TwoRoadHouse:
    """The running building, and what it tells an engine about itself."""

    house: LiveHouse
    cloud: CloudSide
    description: DemoDescription

    def on(self, *roads: Road) -> set[DeviceId]:
        """The devices that are reached by one of *roads*."""
        return {device for device, road in self.cloud.roads.items() if road in roads}

    def cut_lan(self) -> None:
        """Take every device off the LAN; those of the cloud still reach it."""
        for device in self.house.lan.devices:
            self.house.stage.cut_lan(device)

    async def join_lan(self) -> None:
        """Put every device back on the LAN."""
        await self.house.stage.put_back()

    def change_cloud(self, temper: CloudTemper) -> None:
        """Let the cloud behave otherwise."""
        self.cloud.project.temper = temper

    def misbehave(self, **traits: Any) -> None:
        """Change how the cloud behaves in some ways."""
        self.change_cloud(replace(self.cloud.project.temper, **traits))


@asynccontextmanager
async def two_road_house(
    devices: int = 20, seed: int = 1, *, busy: bool = True, reports: float = 1.0
) -> AsyncIterator[TwoRoadHouse]:
    """Run the building for the length of the block; one that is not *busy* reports only what is done to it."""
    options = HouseOptions(devices=devices, seed=seed, reports=reports, cloud=True)
    house = LiveHouse(options, datetime.now(UTC))
    cloud = house.cloud
    assert cloud is not None
    desk = ControlDesk(house, asyncio.Event())
    await house.open()
    try:
        control = await desk.open()
        async with serving(cloud.project) as access:
            book = house.site.book
            keys = {device.id: house.site.keys[device.id] for device in book.devices if device.address}
            told = DemoDescription(book, keys, control, house.player.scenarios, access, dict(cloud.roads))
            work = house.run(asyncio.get_running_loop().time()) if busy else asyncio.Event().wait()
            async with alongside(work, "demo building"):
                yield TwoRoadHouse(house, cloud, told)
    finally:
        desk.close()
        house.close()
        await asyncio.sleep(0)  # lets the transports close
