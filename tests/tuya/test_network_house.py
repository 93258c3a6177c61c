"""The network of a site against the simulated building, whose devices speak with another codec than ours."""

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse
from heyzack_console.tuya.lan.discovery import DiscoveryPorts
from heyzack_console.tuya.network import lan_network
from tests.support.lan_listener import FixedClock
from tests.tuya.test_network import Listener, free_udp_ports

SETTLED = {PathState.CONNECTED, PathState.ASLEEP}


@asynccontextmanager
async def a_live_house(devices):
    """A building of so many devices, and a network that watches all of them."""
    house = LiveHouse(HouseOptions(devices=devices), datetime(2026, 3, 2, 9, tzinfo=UTC))
    await house.open()
    listener = Listener()
    network = lan_network(FixedClock(), listener, DiscoveryPorts(*free_udp_ports(4)))
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(house.run()), loop.create_task(network.run())]
    try:
        for device in house.site.book.devices:
            network.watch(device, house.site.keys.get(device.id, ""))
        await listener.until(
            lambda: len(listener.paths) == devices and all(p.state in SETTLED for p in listener.paths.values())
        )
        yield house, network, listener
    finally:
        for task in tasks:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks)
        house.close()


async def test_every_device_of_the_building_is_read_under_known_names():
    async with a_live_house(60) as (house, _, told):
        awake = {d.id for d in house.site.book.devices if told.paths[d.id].state is PathState.CONNECTED}
        await told.until(lambda: awake <= {r.device for r in told.readings})
        assert len(awake) > 50
        assert [r.code for r in told.readings if r.code.startswith("dp_") or r.quality is Quality.UNKNOWN] == []
        behind = {d.id for d in house.site.book.devices if d.gateway}
        assert {r.path for r in told.readings if r.device in behind} == {Path.GATEWAY}
        assert {r.path for r in told.readings if r.device not in behind} == {Path.LAN}


async def test_an_order_in_degrees_comes_back_in_degrees():
    async with a_live_house(150) as (house, network, told):
        device, point = next(
            (d, p)
            for d in house.site.book.devices
            for p in d.points
            if p.writable and p.kind is PointKind.NUMBER and p.unit == "°C" and not d.sleeper
        )
        await told.until(lambda: point.code in told.values(device.id))
        wanted = point.maximum if told.values(device.id)[point.code] != point.maximum else point.minimum
        await network.send(device.id, {point.code: wanted})
        await told.until(lambda: told.values(device.id)[point.code] == wanted)
