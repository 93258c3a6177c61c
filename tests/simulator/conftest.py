"""Simulated devices on loopback."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.lan.identity import Identity
from heyzack_console.simulator.lan.temper import Temper
from tests.simulator.lan_client import KEY

Make = Callable[..., Awaitable[SimulatedDevice]]
Ask = Callable[..., Awaitable[Any]]


@pytest.fixture
async def make() -> AsyncIterator[Make]:
    """Makes devices that listen; all of them are unplugged afterwards."""
    made: list[SimulatedDevice] = []

    async def build(version: str = "3.3", temper: Temper | None = None, points: dict | None = None) -> SimulatedDevice:
        identity = Identity(DeviceId(f"bf00000000000000000{len(made)}"), version, "product0", KEY)
        device = SimulatedDevice(identity, stamp=lambda: 1_700_000_000, temper=temper or Temper())
        device.points[None].update(points or {"1": True, "2": 215})
        await device.plug_in()
        made.append(device)
        return device

    yield build
    for device in made:
        device.unplug()
    await asyncio.sleep(0)


@pytest.fixture
async def in_thread() -> AsyncIterator[Ask]:
    """Runs a blocking call of the client beside the loop."""
    with ThreadPoolExecutor(1) as pool:

        async def ask(call: Callable[..., Any], *args: Any) -> Any:
            async with asyncio.timeout(30):
                return await asyncio.get_running_loop().run_in_executor(pool, call, *args)

        yield ask
