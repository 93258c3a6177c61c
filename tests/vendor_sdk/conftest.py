"""A small Harbour House whose cloud runs in real time, for clients that were written by others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heyzack_console.simulator.cloud.account import CloudAccess
from heyzack_console.simulator.cloud.server import serving
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse


class CloudHouse:
    """The building, its cloud project and the way in."""

    def __init__(self, house: LiveHouse, access: CloudAccess) -> None:
        assert house.cloud is not None
        self.house, self.access, self.project = house, access, house.cloud.project
        self.set(rates=False, effect_s=(0.1, 0.2))

    def set(self, **changes) -> None:
        self.project.temper = replace(self.project.temper, **changes)

    def twin(self, category: str):
        """A device on its own of that Tuya category."""
        return next(t for t in self.project.twins.values() if t.category == category and not t.device.gateway)


@asynccontextmanager
async def _running() -> AsyncIterator[CloudHouse]:
    began = asyncio.get_running_loop().time()
    house = LiveHouse(HouseOptions(devices=40, cloud=True), datetime.now(UTC))
    await house.open()
    try:
        async with asyncio.TaskGroup() as group, serving(house.cloud.project) as access:
            running = group.create_task(house.run(began))
            yield CloudHouse(house, access)
            running.cancel()
    finally:
        house.close()
        await asyncio.sleep(0)


@pytest.fixture
def cloud_house():
    """Opens the house for the length of a block."""
    return _running
