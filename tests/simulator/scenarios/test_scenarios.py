"""Scenarios on the running building, with its devices on loopback and time given by the test."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.errors import NotFound
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse
from heyzack_console.simulator.scenarios.scripts import SCENARIOS

MORNING = datetime(2026, 7, 23, 8, 30, tzinfo=UTC)


@asynccontextmanager
async def a_house(**options):
    house = LiveHouse(HouseOptions(**options), MORNING)
    await house.open()
    try:
        yield house
    finally:
        house.close()
        await asyncio.sleep(0)


async def go_on(house, seconds):
    for _ in range(int(seconds)):
        await house.tick(1.0)


def silent(house):
    return {identity for identity, device in house.lan.devices.items() if not device.listening}


def on_wire(house, device, code):
    home = house.lan.devices[device.gateway or device.id]
    return home.points[device.cid][str(device.point(code).dp)]


def wet(house):
    return [d for d in house.stage.of_category(Category.LEAK) if on_wire(house, d, "watersensor_state") == "alarm"]


def test_the_scenarios_have_the_promised_names():
    assert list(SCENARIOS) == ["normal", "gateway-loss", "water-leak", "chiller-failure", "smoke", "lan-outage"]


async def test_the_gateway_of_the_second_floor_goes_silent_and_comes_back_with_normal():
    async with a_house() as house:
        port = {d.name: d.address.port for d in house.site.book.devices if d.address}["Gateway GW-2-A"]
        await house.play("gateway-loss")
        (lost,) = silent(house)
        assert house.lan.devices[lost].port == port
        assert len(house.lan.devices[lost].cids) == 14
        await house.play("normal")
        assert silent(house) == set()
        assert house.lan.devices[lost].port == port


async def test_one_leak_sensor_of_the_second_floor_gets_wet_and_then_three_more():
    async with a_house() as house:
        await house.play("water-leak")
        assert [house.model.level_of(d.id) for d in wet(house)] == [2]
        await go_on(house, 60)
        assert sorted(house.model.level_of(d.id) for d in wet(house)) == [1, 1, 2, 2]
        await house.play("normal")
        assert wet(house) == []


@pytest.mark.parametrize("devices", [10, 20, 40, 60])
async def test_in_a_building_with_few_devices_the_water_runs_where_a_sensor_is(devices):
    async with a_house(devices=devices) as house:
        await house.play("water-leak")
        assert len(wet(house)) == 1


async def test_closing_the_valve_stops_the_water_from_spreading():
    async with a_house() as house:
        await house.play("water-leak")
        (valve,) = house.stage.of_category(Category.VALVE, 2)
        house.lan.devices[valve.id].order(None, {str(valve.point("switch").dp): False})
        await go_on(house, 60)
        assert len(wet(house)) == 1
        assert on_wire(house, valve, "work_state") == "closed"


async def test_a_chiller_failure_warms_the_server_room_and_the_upper_floors_only():
    async with a_house() as house:
        await house.play("chiller-failure")
        await go_on(house, 600)
        sensors = {d.name: on_wire(house, d, "va_temperature") for d in house.stage.of_category(Category.TEMPERATURE)}
        assert sensors["Temperature TH-3-09"] > 300
        assert sum(v > 250 for n, v in sensors.items() if n.startswith("Temperature TH-3")) >= 3
        assert all(v <= 250 for n, v in sensors.items() if n.startswith("Temperature TH-1"))
        await house.play("normal")
        assert on_wire(house, house.stage.of_category(Category.TEMPERATURE, 3)[0], "va_temperature") < 250


async def test_smoke_is_followed_by_carbon_monoxide():
    async with a_house() as house:
        await house.play("smoke")
        await go_on(house, 5)
        alarming = [
            d for d in house.stage.of_category(Category.SMOKE) if on_wire(house, d, "smoke_sensor_status") == "1"
        ]
        (monoxide,) = house.stage.of_category(Category.CARBON_MONOXIDE)
        assert len(alarming) == 1
        assert on_wire(house, monoxide, "co_status") == "normal"
        await go_on(house, 20)
        assert on_wire(house, monoxide, "co_status") == "alarm"
        assert on_wire(house, monoxide, "co_value") >= 50


async def test_a_lan_outage_takes_many_devices_off_and_normal_brings_all_back():
    async with a_house() as house:
        await house.play("lan-outage")
        await go_on(house, 4)
        assert len(silent(house)) >= 30
        await house.play("normal")
        assert silent(house) == set()


async def test_the_same_seed_loses_the_same_devices():
    lost = []
    for seed in (3, 3, 4):
        async with a_house(seed=seed) as house:
            await house.play("lan-outage")
            await go_on(house, 4)
            names = {d.id: d.name for d in house.site.book.devices}
            lost.append({names[identity] for identity in silent(house)})
    assert lost[0] == lost[1]


async def test_an_unknown_scenario_is_refused_and_the_running_one_goes_on():
    async with a_house(devices=40) as house:
        await house.play("gateway-loss")
        before = silent(house)
        with pytest.raises(NotFound, match="earthquake"):
            await house.play("earthquake")
        assert silent(house) == before
        assert house.player.playing == "gateway-loss"


@pytest.mark.parametrize("scenario", SCENARIOS)
async def test_every_scenario_can_be_played_in_the_smallest_building(scenario):
    async with a_house(devices=10) as house:
        await house.play(scenario)
        await go_on(house, 60)
        await house.play("normal")
        assert silent(house) == set()


async def test_a_scenario_with_a_delay_begins_after_it():
    async with a_house() as house:
        await house.play("gateway-loss", delay_s=5.0)
        await go_on(house, 4)
        assert silent(house) == set()
        await go_on(house, 2)
        assert len(silent(house)) == 1
