"""The running building: pushes, orders over the wire, sleepers, scale."""

import asyncio
from collections import Counter
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse
from tests.simulator.lan_client import client_of

MORNING = datetime(2026, 7, 23, 8, 30, tzinfo=UTC)


class CountingClient:
    """Stands in a device's list of clients and counts what is pushed."""

    def __init__(self, counts, identity):
        self._counts, self._identity = counts, identity

    def push(self, values, cid):
        self._counts[self._identity, cid] += 1


async def pushes(house, seconds):
    counts = Counter()
    for identity, device in house.lan.devices.items():
        device.push = CountingClient(counts, identity).push
    for _ in range(seconds * 10):
        await house.tick(0.1)
    return counts


@pytest.fixture
async def house():
    made = LiveHouse(HouseOptions(150, 1), MORNING)
    await made.open()
    yield made
    made.close()
    await asyncio.sleep(0)


async def test_a_hundred_and_fifty_devices_push_ten_to_thirty_times_a_second(house):
    counts = await pushes(house, 30)
    assert 10 <= counts.total() / 30 <= 30
    assert len(counts) > 80


async def test_faster_time_does_not_flood_the_network():
    house = LiveHouse(HouseOptions(150, 1, speed=600.0), MORNING)
    counts = await pushes(house, 10)
    house.close()
    assert counts.total() / 10 <= 130
    assert (house.model.now - MORNING).total_seconds() == pytest.approx(6000)


async def test_the_book_tells_the_ports_on_which_the_devices_listen(house):
    for device in house.site.book.devices:
        if device.address:
            assert device.address.port == house.lan.devices[device.id].port > 0


@pytest.mark.parametrize("version", ["3.1", "3.3", "3.4", "3.5"])
async def test_a_lamp_can_be_switched_by_an_independent_client(version, house, in_thread):
    lamp = next(d for d in house.stage.of_category(Category.LIGHT) if d.address.version == version)
    simulated = house.lan.devices[lamp.id]
    client = client_of(simulated, key=house.site.keys[lamp.id])
    before = (await in_thread(client.status))["dps"]["20"]
    answer = await in_thread(client.set_value, 20, not before)
    await in_thread(client.close)
    assert answer["dps"] == {"20": not before}
    assert house.model.instruments[lamp.id].shown["switch_led"] is (not before)


async def test_an_order_pushes_what_it_changed_besides(house):
    (valve,) = house.stage.of_category(Category.VALVE, 1)
    changed = house.lan.devices[valve.id].order(None, {"1": False})
    assert changed == {"1": False, "3": "closing"}


async def test_points_that_only_report_cannot_be_set(house):
    (valve,) = house.stage.of_category(Category.VALVE, 1)
    assert house.lan.devices[valve.id].order(None, {"3": "closed"}) == {}
    assert house.lan.devices[valve.id].points[None]["3"] == "opened"


async def test_sleepers_are_awake_at_first_then_asleep_and_wake_again(house):
    sleepers = [house.lan.devices[d.id] for d in house.site.book.devices if d.sleeper]
    assert all(sleeper.listening for sleeper in sleepers)
    awake = []
    for _ in range(260):
        await house.tick(1.0)
        awake.append({s.identity.id for s in sleepers if s.listening})
    assert len(awake[100]) < len(sleepers)
    assert set.union(*awake[70:]) == {s.identity.id for s in sleepers}


async def test_two_thousand_devices_start_and_live():
    house = LiveHouse(HouseOptions(2000, 1), MORNING)
    await house.open()
    for _ in range(10):
        await house.tick(0.1)
    assert sum(device.listening for device in house.lan.devices.values()) == len(house.lan.devices) > 1000
    house.close()
    await asyncio.sleep(0)
