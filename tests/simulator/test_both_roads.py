"""Harbour House on the LAN and in the cloud at once: one state behind both, and the scenarios of the cloud side."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.errors import ConsoleError, NotFound
from heyzack_console.simulator.cloud.temper import CloudTemper, Family, QueueTemper
from heyzack_console.simulator.cloud.twin import COMMAND, REPORT
from heyzack_console.simulator.control import DemoControl
from heyzack_console.simulator.description import read_description
from heyzack_console.simulator.house.harbour_house import harbour_house
from heyzack_console.simulator.house.roads import Road, roads_of
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse
from heyzack_console.simulator.process import DemoOptions, serve
from heyzack_console.simulator.scenarios.scripts import CLOUD_SCENARIOS
from tests.simulator.cloud.caller import Caller, reading

MORNING = datetime(2026, 7, 23, 8, 30, tzinfo=UTC)


@asynccontextmanager
async def a_house(devices=150, **options):
    house = LiveHouse(HouseOptions(devices=devices, cloud=True, **options), MORNING)
    await house.open()
    try:
        yield house
    finally:
        house.close()
        await asyncio.sleep(0)


async def go_on(house, seconds):
    for _ in range(int(seconds)):
        await house.tick(1.0)


def on(house, road, category):
    return next(d for d in house.stage.of_category(category) if house.cloud.roads[d.id] is road)


def lan_values(house, device):
    return house.lan.devices[device.gateway or device.id].points[device.cid]


def silent(house):
    return {identity for identity, device in house.lan.devices.items() if not device.listening}


def offline(house):
    return {twin.id for twin in house.cloud.project.twins.values() if not twin.online}


@pytest.mark.parametrize("devices", [10, 150, 1000])
def test_most_devices_are_on_both_roads_and_some_on_one_alone(devices):
    roads = list(roads_of(harbour_house(devices).book).values())
    assert roads.count(Road.BOTH) > devices / 2
    assert roads.count(Road.CLOUD) > 0
    assert roads.count(Road.LAN) > 0


async def test_without_a_cloud_side_every_device_is_on_the_lan():
    house = LiveHouse(HouseOptions(), MORNING)
    assert house.cloud is None
    assert all(device.address or device.gateway for device in house.site.book.devices)
    assert not set(CLOUD_SCENARIOS) & set(house.player.scenarios)


async def test_devices_of_the_cloud_alone_have_no_address_and_those_of_the_lan_alone_no_twin():
    async with a_house() as house:
        for device in house.site.book.devices:
            road = house.cloud.roads[device.id]
            assert (device.id in house.cloud.project.twins) is (road is not Road.LAN)
            if not device.gateway:
                assert (device.address is not None) is (road is not Road.CLOUD) is (device.id in house.lan.devices)


async def test_both_roads_show_the_same_values_from_the_beginning():
    async with a_house() as house:
        for twin in house.cloud.project.twins.values():
            shown = house.model.instruments[twin.id].shown
            assert twin.values == twin.encoded(shown)
            if twin.device.category is Category.BLIND and house.cloud.roads[twin.id] is Road.BOTH:
                assert lan_values(house, twin.device)["3"] == twin.values["percent_state"]
        assert house.cloud.project.queue.published == 0


async def test_an_order_through_the_cloud_changes_what_the_lan_shows():
    async with a_house() as house:
        lamp = on(house, Road.BOTH, Category.LIGHT)
        twin = house.cloud.project.twins[lamp.id]
        wanted = not twin.values["switch_led"]
        house.cloud.project.order(twin, {"switch_led": wanted})
        assert lan_values(house, lamp)["20"] is not wanted
        await go_on(house, 3)
        assert lan_values(house, lamp)["20"] is wanted
        assert twin.values["switch_led"] is wanted


async def test_an_order_over_the_lan_is_in_the_cloud_at_once():
    async with a_house() as house:
        valve = on(house, Road.BOTH, Category.VALVE)
        house.lan.devices[valve.id].order(None, {"1": False})
        values = house.cloud.project.twins[valve.id].values
        assert (values["switch"], values["work_state"]) == (False, "closing")


async def test_a_device_of_the_cloud_alone_obeys_and_reports():
    async with a_house() as house:
        air = next(t for t in house.cloud.project.twins.values() if house.cloud.roads[t.id] is Road.CLOUD)
        before = air.reported_ms
        await go_on(house, 60)
        assert air.reported_ms > before
        assert air.id not in house.lan.devices


async def test_mere_measurements_reach_the_cloud_less_often_than_the_lan():
    async with a_house() as house:
        meter = on(house, Road.BOTH, Category.METER)
        await go_on(house, 60)
        log = [entry.at_ms for entry in house.cloud.project.twins[meter.id].log if entry.code == "phase_a"]
        assert 3 <= len(log) <= 6
        assert all(later - earlier >= 15_000 for earlier, later in pairwise(log))


async def test_the_cloud_tells_of_a_lost_device_later_and_of_its_return_at_once():
    async with a_house() as house:
        gateway = house.stage.of_category(Category.GATEWAY)[0]
        house.stage.unplug(gateway.id)
        await go_on(house, 10)
        assert offline(house) == set()
        await go_on(house, 6)
        family = {d.id for d in house.site.book.devices if gateway.id in (d.id, d.gateway)}
        assert offline(house) == family
        await house.play("normal")
        assert offline(house) == silent(house) == set()


async def test_a_device_that_is_back_before_the_cloud_missed_it_was_never_offline():
    async with a_house(40) as house:
        coil = on(house, Road.BOTH, Category.FAN_COIL)
        house.cloud.lose(coil.id)
        await go_on(house, 10)
        house.cloud.find(coil.id)
        await go_on(house, 20)
        assert {entry.event for entry in house.cloud.project.twins[coil.id].log} <= {COMMAND, REPORT}


async def test_what_stands_behind_a_lost_gateway_is_not_heard_before_it_is_missed():
    async with a_house() as house:
        sensor = next(d for d in house.site.book.devices if d.gateway and d.category is Category.TEMPERATURE)
        twin = house.cloud.project.twins[sensor.id]
        house.cloud.project.temper = CloudTemper(numbers_every_s=0.0)
        await go_on(house, 20)
        house.stage.unplug(sensor.gateway)
        before = twin.reported_ms
        house.stage.impose(sensor.id, {"va_temperature": 55.0})
        await go_on(house, 12)
        assert (twin.online, twin.reported_ms) == (True, before)


async def test_a_device_without_power_accepts_no_order_that_the_cloud_passed_on():
    async with a_house() as house:
        lamp = on(house, Road.BOTH, Category.LIGHT)
        before = house.model.instruments[lamp.id].shown["switch_led"]
        house.stage.unplug(lamp.id)
        house.cloud.project.order(house.cloud.project.twins[lamp.id], {"switch_led": not before})
        await go_on(house, 4)
        assert house.cloud.project.twins[lamp.id].values["switch_led"] is before


async def test_devices_tell_how_well_they_receive():
    async with a_house() as house:
        queue = house.cloud.project.queue
        house.cloud.project.temper = CloudTemper(queue=QueueTemper(families=(Family.OLDER,)))
        before = queue.published
        house.cloud.project.pass_time(61.0)
        assert queue.published == before + 1


@pytest.mark.parametrize(
    ("scenario", "temper"),
    [
        ("cloud-outage", CloudTemper(outage=True)),
        ("subscription-expired", CloudTemper(subscription_expired=True)),
        ("quota-used", CloudTemper(calls_per_month=0)),
    ],
)
async def test_troubles_of_the_cloud_leave_the_lan_alone_and_end_with_normal(scenario, temper):
    async with a_house(40) as house:
        house.cloud.project.temper = CloudTemper(token_life_s=99)
        await house.play(scenario)
        assert house.cloud.project.temper == temper
        assert silent(house) == set()
        await house.play("normal")
        assert house.cloud.project.temper == CloudTemper(token_life_s=99)


async def test_changed_keys_are_new_on_the_lan_and_in_the_cloud_and_stay():
    async with a_house() as house:
        await house.play("key-change")
        await go_on(house, 20)
        changed = {i for i, device in house.lan.devices.items() if device.identity.key != house.site.keys[i]}
        assert len(changed) == 3
        await house.play("normal")
        for identity in changed:
            assert house.cloud.project.twins[identity].local_key == house.lan.devices[identity].identity.key


async def test_with_the_lan_down_the_cloud_still_reaches_its_devices():
    async with a_house() as house:
        await house.play("lan-down-cloud-up")
        await go_on(house, 20)
        assert len(silent(house)) == len(house.lan.devices)
        assert offline(house) == set()
        lamp = on(house, Road.BOTH, Category.LIGHT)
        twin = house.cloud.project.twins[lamp.id]
        wanted = not twin.values["switch_led"]
        house.cloud.project.order(twin, {"switch_led": wanted})
        await go_on(house, 4)
        assert twin.values["switch_led"] is wanted
        await house.play("normal")
        assert silent(house) == set()


async def test_a_lan_outage_takes_cloud_devices_of_the_same_storeys_along():
    async with a_house() as house:
        await house.play("lan-outage")
        await go_on(house, 20)
        assert any(house.cloud.roads[identity] is Road.CLOUD for identity in offline(house))
        await house.play("normal")
        assert offline(house) == set()


@pytest.mark.parametrize("scenario", CLOUD_SCENARIOS)
async def test_every_scenario_of_the_cloud_side_can_be_played_in_the_smallest_building(scenario):
    async with a_house(10) as house:
        await house.play(scenario)
        await go_on(house, 30)
        await house.play("normal")
        assert silent(house) == offline(house) == set()


async def test_the_process_describes_its_cloud_and_serves_it():
    told = asyncio.get_running_loop().create_future()
    now = datetime.now(UTC)
    options = DemoOptions(HouseOptions(devices=40, cloud=True))
    async with asyncio.TaskGroup() as group:
        group.create_task(serve(options, now, told.set_result))
        description = read_description(await told)
        access = description.cloud
        control = DemoControl(description.control, description.scenarios)
        assert access.secret not in repr(description)
        assert "lan-down-cloud-up" in description.scenarios
        addressed = {device.id for device in description.book.devices if device.address}
        assert set(description.keys) == addressed
        assert {Road.LAN, Road.CLOUD, Road.BOTH} == set(description.roads.values())
        caller = Caller(access, lambda: int(datetime.now(UTC).timestamp() * 1000))
        await caller.sign_in()
        listed = (await caller.call("GET", "/v2.0/cloud/thing/device", {"page_size": "20"}))["result"]
        assert {description.roads[item["id"]] for item in listed} <= {Road.CLOUD, Road.BOTH}
        async with reading(access) as reader:
            lamp = next(d for d in description.book.devices if description.roads[d.id] is Road.BOTH and not d.gateway)
            renamed = await caller.call("PUT", f"/v1.0/iot-03/devices/{lamp.id}", None, {"name": "Anders"})
            assert renamed["success"]
            body = {}
            while body.get("bizCode") != "deviceNameUpdate":
                _, body = await reader.message()
        await caller.http.aclose()
        await control.stop()


async def test_a_scenario_of_the_cloud_side_is_unknown_without_one():
    with pytest.raises(NotFound, match="cloud-outage"):
        await serve(DemoOptions(HouseOptions(devices=20), scenario="cloud-outage"), MORNING, pytest.fail)


async def test_the_clouds_temper_can_be_changed_over_the_control_socket():
    told = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        group.create_task(serve(DemoOptions(HouseOptions(devices=20, cloud=True)), MORNING, told.set_result))
        description = read_description(await told)
        control = DemoControl(description.control, description.scenarios)
        temper = CloudTemper(cut=0.5, refused=(("/v1.0", 1111),), queue=QueueTemper(families=tuple(Family)))
        await control.change_cloud(temper)
        assert (await control.status()).temper == temper
        await control.stop()


async def test_a_building_without_a_cloud_says_so_when_told_to_change_it():
    told = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        group.create_task(serve(DemoOptions(HouseOptions(devices=20)), MORNING, told.set_result))
        description = read_description(await told)
        control = DemoControl(description.control, description.scenarios)
        with pytest.raises(ConsoleError, match="no cloud"):
            await control.change_cloud(CloudTemper())
        assert (await control.status()).temper is None
        await control.stop()
