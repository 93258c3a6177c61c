"""The network against the simulated cloud of the demo building, over real sockets."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudError, LinkState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.tuya.cloud_network import TuyaCloud
from heyzack_console.tuya.cloud_network_memory import UNDATED_NOTE
from heyzack_console.tuya.cloud_network_project import cloud_world
from heyzack_console.tuya.queue.timing import queue_world
from tests.support.cloud_ears import CloudEars
from tests.support.cloud_peer import SECRET
from tests.tuya.cloud.at_the_cloud import at_the_cloud, unix_ms
from tests.tuya.cloud.house_cloud import house_cloud


async def refused(awaitable) -> CloudError:
    with pytest.raises(CloudError) as caught:
        await awaitable
    return caught.value


async def test_an_inventory_is_whole_and_leads_to_every_sub_device():
    async with house_cloud() as at:
        devices, complete = await at.network.inventory(at.project.id)
        assert complete
        found = {device.id: device for device in devices}
        assert found.keys() == {device.id for device in at.devices}
        for device in at.devices:
            assert (found[device.id].gateway, found[device.id].node_id or None) == (device.gateway, device.cid)
            assert found[device.id].local_key == at.house.keys.get(device.id, "")
            assert found[device.id].name == device.name
        assert not any(device.address for device in devices)
        asked = at.calls
        assert (await at.network.inventory(at.project.id))[0] == devices
        assert at.calls - asked == 3


async def test_a_sub_device_that_moves_to_another_gateway_is_found_there_within_the_day():
    async with house_cloud() as at:
        await at.network.inventory(at.project.id)
        first, second = [d.id for d in at.devices if d.category is Category.GATEWAY][:2]
        twin = next(twin for twin in at.simulated.twins.values() if twin.device.gateway == first)
        twin.device = replace(twin.device, gateway=second)
        at.time.advance(13 * 3600)
        devices, _ = await at.network.inventory(at.project.id)
        assert {device.id: device.gateway for device in devices}[twin.id] == second


async def test_a_start_with_devices_of_unknown_words_still_takes_fewer_than_twenty_calls():
    async with house_cloud(50) as at:
        strangers = [replace(device, points=()) for device in at.devices]
        everything = [device.id for device in strangers]
        await at.network.inventory(at.project.id)
        at.network.know(strangers)
        await at.network.read(everything)
        assert at.calls < 20
        for _ in range(8):
            at.time.advance(1800)
            await at.network.read(everything)
        assert {r.device for r in at.ears.readings} >= {d.id for d in at.devices if d.points and not d.gateway}
        asked = at.calls
        await at.network.read(everything)
        assert at.calls - asked == 3


async def test_a_start_with_fifty_devices_takes_fewer_than_twenty_calls():
    async with house_cloud(50) as at:
        await at.network.inventory(at.project.id)
        at.network.know(at.devices)
        await at.network.read([device.id for device in at.devices])
        assert at.calls < 20
        assert {reading.device for reading in at.ears.readings} == {d.id for d in at.devices if d.points}


async def test_a_listing_that_breaks_off_tells_what_came_and_that_it_is_not_all():
    async with house_cloud() as at:
        whole, _ = await at.network.inventory(at.project.id)
        at.simulated.temper = replace(at.simulated.temper, calls_per_month=at.calls + 2)
        some, complete = await at.network.inventory(at.project.id)
        assert not complete
        assert 0 < len(some) < len(whole)
        assert at.network.states[0].cause is CloudCause.QUOTA


async def test_points_are_those_of_the_product_and_are_asked_for_once():
    async with house_cloud() as at:
        devices, _ = await at.network.inventory(at.project.id)
        by_id = {device.id: device for device in at.devices}
        asked = at.calls
        for listed in devices:
            points = await at.network.points(listed)
            expected = {(p.dp, p.code, p.writable, p.minimum, p.maximum) for p in by_id[listed.id].points}
            assert {(p.dp, p.code, p.writable, p.minimum, p.maximum) for p in points} == expected, listed.name
        assert at.calls - asked == len({device.product for device in devices})


async def test_without_thing_models_points_come_from_the_specification_with_their_numbers():
    async with house_cloud() as at:
        at.misbehave(unsubscribed=("/v2.0",))
        devices, _ = await at.network.inventory(at.project.id)
        climate = next(device for device in devices if device.category == "wsdcg")
        points = await at.network.points(climate)
        by_id = {device.id: device for device in at.devices}
        assert {(p.dp, p.code) for p in points} == {(p.dp, p.code) for p in by_id[climate.id].points if p.dp <= 100}


async def test_one_device_is_read_with_the_times_of_its_values():
    async with house_cloud() as at:
        at.network.know(at.devices)
        device = next(d for d in at.devices if d.category is Category.TEMPERATURE)
        await at.network.read([device.id], urgent=True)
        reading = at.ears.last(device.id, "va_temperature")
        assert (reading.path, reading.quality, reading.unit) == (Path.CLOUD, Quality.LIVE, "°C")
        assert at.time.clock.now() - reading.at == pytest.approx(timedelta(seconds=60), abs=timedelta(seconds=1))


async def test_a_batch_dates_only_what_changed_anew_and_before_the_change_was_seen():
    async with house_cloud() as at:
        at.network.know(at.devices)
        everything = [device.id for device in at.devices]
        device = next(d for d in at.devices if d.category is Category.TEMPERATURE)
        await at.network.read(everything)
        first_read = at.time.clock.now()
        assert UNDATED_NOTE in at.ears.last(device.id, "va_temperature").note
        dated = {(r.device, r.code): r.at for r in at.ears.readings}
        at.ears.readings.clear()
        at.time.advance(1800)
        at.simulated.report(device.id, {"va_temperature": 31.5}, urgent=True)
        await at.network.read(everything)
        (news,) = [r for r in at.ears.readings if r.at != dated[r.device, r.code]]
        assert (news.device, news.code, news.value) == (device.id, "va_temperature", 31.5)
        assert news.at <= first_read + timedelta(seconds=1)


async def test_one_device_that_the_cloud_refuses_does_not_keep_others_from_being_read():
    async with house_cloud() as at:
        at.network.know(at.devices)
        everything = [device.id for device in at.devices]
        spoilt = DeviceId("GATEWAY/known-on-the-lan-only")
        error = await refused(at.network.read([*everything[:7], spoilt, *everything[7:]]))
        assert error.cause is CloudCause.INPUT
        assert {r.device for r in at.ears.readings} == {d.id for d in at.devices if d.points}
        asked = at.calls
        await at.network.read([*everything, spoilt])
        assert at.calls - asked == 3


async def test_an_order_reaches_the_device_in_its_own_words():
    async with house_cloud() as at:
        at.network.know(at.devices)
        device = next(d for d in at.devices if d.category is Category.FAN_COIL)
        await at.network.send(device.id, {"temp_set": 22.0})
        at.simulated.pass_time(5)
        assert at.building.obeyed == [(device.id, {"temp_set": 22.0})]
        await at.network.read([device.id], urgent=True)
        assert at.ears.last(device.id, "temp_set").value == 22.0


@pytest.mark.parametrize("gone", [(), ("/v2.0",), ("/v2.0", "/v1.0/iot-03")])
async def test_orders_go_by_the_next_version_where_one_is_not_offered(gone):
    async with house_cloud() as at:
        at.network.know(at.devices)
        at.misbehave(unsubscribed=gone)
        device = next(d for d in at.devices if d.category is Category.FAN_COIL)
        await at.network.send(device.id, {"temp_set": 20.0})
        at.simulated.pass_time(5)
        assert at.building.obeyed == [(device.id, {"temp_set": 20.0})]


async def test_a_version_that_is_not_offered_is_asked_again_only_after_an_hour():
    async with house_cloud() as at:
        at.network.know(at.devices)
        at.misbehave(unsubscribed=("/v2.0",))
        device = at.devices[5]
        await at.network.read([device.id])
        asked = at.calls
        await at.network.read([device.id])
        assert at.calls - asked == 1
        at.misbehave(unsubscribed=())
        at.time.advance(3601)
        at.ears.readings.clear()
        await at.network.read([device.id])
        assert all(UNDATED_NOTE not in reading.note for reading in at.ears.readings)


async def test_a_function_that_no_version_offers_is_named_and_the_rest_goes_on():
    async with house_cloud() as at:
        at.network.know(at.devices)
        at.misbehave(unsubscribed=("/v1.0",))
        device = at.devices[5]
        error = await refused(at.network.rename(device.id, "Another name"))
        assert (error.cause, error.code) == (CloudCause.PERMISSION, 28841101)
        await at.network.read([device.id])
        (state,) = at.network.states
        assert state.state is LinkState.UP
        assert "renaming devices" in state.text


async def test_a_local_key_is_asked_for_once_a_minute_and_is_the_new_one_after_pairing():
    async with house_cloud() as at:
        device = next(d for d in at.devices if at.house.keys.get(d.id))
        assert await at.network.local_key(device.id) == at.house.keys[device.id]
        at.simulated.pair_anew(device.id, "0123456789abcdef")
        asked = at.calls
        assert await at.network.local_key(device.id) == at.house.keys[device.id]
        assert at.calls == asked
        at.time.advance(61)
        assert await at.network.local_key(device.id) == "0123456789abcdef"


async def test_a_device_without_a_key_says_so():
    async with house_cloud() as at:
        child = next(d for d in at.devices if d.gateway)
        assert (await refused(at.network.local_key(child.id))).cause is CloudCause.DEVICE


async def test_a_log_is_told_oldest_first_within_its_span_and_marked():
    async with house_cloud() as at:
        at.network.know(at.devices)
        device = next(d for d in at.devices if d.category is Category.TEMPERATURE)
        begun = at.time.clock.now()
        for step in range(250):
            at.time.advance(10)
            at.simulated.report(device.id, {"va_temperature": 20 + (step % 50) / 10}, urgent=True)
        readings = (
            await at.network.log(device.id, begun + timedelta(seconds=100), begun + timedelta(seconds=2400))
        ).readings
        temperatures = [reading for reading in readings if reading.code == "va_temperature"]
        assert [r.at for r in temperatures] == sorted(r.at for r in temperatures)
        assert temperatures[0].at >= begun + timedelta(seconds=100)
        assert temperatures[-1].at < begun + timedelta(seconds=2400)
        assert len(temperatures) == 230
        assert all((r.quality, r.path) == (Quality.CACHED, Path.CLOUD) and "log" in r.note for r in readings)
        assert at.ears.readings == []


async def test_a_log_of_more_pages_than_calls_is_told_in_parts_that_join_without_loss():
    async with house_cloud() as at:
        at.network.know(at.devices)
        device = next(d for d in at.devices if d.category is Category.TEMPERATURE)
        begun = at.time.clock.now()
        for step in range(250):
            at.time.advance(10)
            at.simulated.report(device.id, {"va_temperature": 20 + (step % 50) / 10}, urgent=True)
        whole = await at.network.log(device.id, begun, begun + timedelta(hours=1))
        late = await at.network.log(device.id, begun, begun + timedelta(hours=1), 2)
        early = await at.network.log(device.id, begun, late.start)
        assert (whole.start, whole.calls, late.calls) == (begun, 3, 2)
        assert begun < late.start < late.end == whole.end
        assert early.readings + late.readings == whole.readings


async def test_a_log_that_was_read_whole_covers_the_asked_span_to_the_microsecond():
    async with house_cloud() as at:
        at.network.know(at.devices)
        start = at.time.clock.now() + timedelta(microseconds=123_456)
        end = start + timedelta(hours=1, microseconds=789)
        told = await at.network.log(at.devices[0].id, start, end)
        assert (told.start, told.end) == (start, end)


async def test_log_entries_outside_the_asked_span_are_left_out():
    switch = PointSpec(1, "switch", PointKind.BOOLEAN)
    async with at_the_cloud() as at:
        network = TuyaCloud(cloud_world(at.time.timing, at.meter, CloudEars(), queue_world(at.time.clock)))
        network.attach(at.project, SECRET)
        network.know([Device(DeviceId("d1"), "Lamp", Category.LIGHT, points=(switch,))])
        begin = at.time.clock.now()
        times = [unix_ms(at.time.clock)() + offset for offset in (-1, 0, 59_999, 60_000)]
        logs = [{"code": "switch", "value": "true", "event_time": time} for time in (*times, 0)]
        at.peer.on("GET", "/v2.0/cloud/thing/d1/report-logs", {"logs": logs, "has_more": False})
        readings = (await network.log(DeviceId("d1"), begin, begin + timedelta(minutes=1))).readings
        assert [(r.at - begin).total_seconds() for r in readings] == [0, 59.999]
        await network.close()


async def test_spaces_come_parents_first_and_lead_to_the_devices():
    async with house_cloud(20) as at:
        spaces = await at.network.spaces(at.project.id)
        seen = {""}
        for space in spaces:
            assert space.parent in seen
            seen.add(space.id)
        assert {(s.id, s.name, s.parent) for s in spaces} == {
            (s.id, s.name, s.parent) for s in at.simulated.spaces.spaces.values()
        }
        devices, _ = await at.network.inventory(at.project.id)
        assert {device.space for device in devices} <= seen


async def test_without_the_space_service_the_tree_comes_from_assets():
    async with house_cloud(20) as at:
        at.misbehave(unsubscribed=("/v2.0/cloud/space",))
        spaces = await at.network.spaces(at.project.id)
        assert {(s.id, s.name, s.parent) for s in spaces} == {
            (s.id, s.name, s.parent) for s in at.simulated.spaces.spaces.values()
        }


async def test_a_device_is_renamed_with_awkward_letters():
    async with house_cloud() as at:
        device = at.devices[3]
        await at.network.rename(device.id, "Küche & Flur = 1+2/3")
        assert at.simulated.twins[device.id].custom_name == "Küche & Flur = 1+2/3"


async def test_a_pairing_token_is_region_token_and_secret():
    async with house_cloud() as at:
        given = await at.network.pairing_token(at.project.id)
        assert given.text.startswith("EU")
        assert len(given.text) == 2 + 8 + 4
        assert given.serves_s == 300
        assert given.text not in repr(given)


async def test_a_check_names_the_step_that_failed():
    async with house_cloud() as at:
        good = await at.network.check(at.project, SECRET)
        wrong_secret = await at.network.check(at.project, "0" * 32)
        nowhere = await at.network.check(replace(at.project, base_url="http://127.0.0.1:9"), SECRET)
        no_address = await at.network.check(replace(at.project, base_url="http://example.com"), SECRET)
        at.misbehave(subscription_expired=True)
        expired = await at.network.check(at.project, SECRET)
        assert (good.ok, good.stage) == (True, "ok")
        assert [(c.ok, c.stage, c.code) for c in (wrong_secret, nowhere, no_address, expired)] == [
            (False, "token", 1004),
            (False, "address", 0),
            (False, "address", 0),
            (False, "inventory", 28841002),
        ]
        assert all(c.message and c.advice for c in (wrong_secret, nowhere, no_address, expired))
        assert SECRET not in repr((good, wrong_secret, nowhere, no_address, expired))


async def test_a_check_that_succeeds_ends_what_stood_in_the_projects_way():
    async with house_cloud() as at:
        at.misbehave(subscription_expired=True)
        await refused(at.network.inventory(at.project.id))
        at.misbehave(subscription_expired=False)
        assert at.network.states[0].state is LinkState.OFF
        assert (await at.network.check(at.project, SECRET)).ok
        assert at.network.states[0].state is not LinkState.OFF
        await at.network.inventory(at.project.id)
        assert at.ears.states[-1].state is LinkState.UP


async def test_a_project_that_was_detached_is_not_asked_any_more():
    async with house_cloud() as at:
        at.network.detach(at.project.id)
        assert at.network.states == ()
        assert (await refused(at.network.inventory(at.project.id))).cause is CloudCause.OTHER
        assert at.calls == 0


async def test_an_expired_subscription_is_told_with_advice_and_ends_by_itself_within_an_hour():
    async with house_cloud() as at:
        at.network.know(at.devices)
        at.misbehave(subscription_expired=True)
        await refused(at.network.read([at.devices[5].id]))
        state = at.ears.states[-1]
        assert (state.state, state.cause, state.code) == (LinkState.OFF, CloudCause.SUBSCRIPTION, 28841002)
        assert "expired" in state.text
        assert state.advice
        at.misbehave(subscription_expired=False)
        at.time.advance(3601)
        await at.network.read([at.devices[5].id])
        assert at.ears.states[-1].state is LinkState.UP
        assert at.ears.states[-1].since > state.since
