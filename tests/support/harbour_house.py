"""A small demo building that really listens on loopback, and a clock that a test can set forward."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from heyzack_console.simulator.control import DemoControl
from heyzack_console.simulator.description import DemoDescription, read_description
from heyzack_console.simulator.live_house import HouseOptions
from heyzack_console.simulator.process import DemoOptions, serve


class ForwardClock:
    """The real time plus what a test has put on top."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC) + self._ahead

    def forward(self, seconds: float) -> None:
        """Let *seconds* have passed."""
        self._ahead += timedelta(seconds=seconds)


@asynccontextmanager
async def live_house(devices: int = 20, seed: int = 1) -> AsyncIterator[DemoDescription]:
    """Run the building for the length of the block."""
    told: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
    options = DemoOptions(house=HouseOptions(devices=devices, seed=seed))
    async with asyncio.TaskGroup() as group:
        group.create_task(serve(options, datetime.now(UTC), told.set_result))
        description = read_description(await told)
        try:
            yield description
        finally:
            await DemoControl(description.control, description.scenarios).stop()
