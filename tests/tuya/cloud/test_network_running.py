"""The running network: queue, news, states and recovery, in real time over real sockets."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudError, CloudHappening, LinkState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.tuya.cloud.client import Patience
from tests.support.cloud_peer import SECRET
from tests.tuya.cloud.house_cloud import house_cloud


@asynccontextmanager
async def running(**how):
    async with house_cloud(real=True, **how) as at, asyncio.TaskGroup() as group:
        at.network.know(at.devices)
        task = group.create_task(at.network.run())
        try:
            yield at
        finally:
            task.cancel()


def queue_is_up(ears) -> bool:
    return bool(ears.states) and ears.states[-1].queue is LinkState.UP


async def test_a_start_logs_in_and_opens_the_queue():
    async with running() as at:
        await at.ears.until(lambda ears: queue_is_up(ears) and ears.states[-1].state is LinkState.UP)
        (state,) = at.network.states
        assert state.token_ends is not None
        assert at.calls <= 1


async def test_a_change_arrives_by_the_queue_dated_by_the_cloud():
    async with running() as at:
        await at.ears.until(queue_is_up)
        device = next(d for d in at.devices if d.category is Category.TEMPERATURE)
        at.simulated.report(device.id, {"va_temperature": 33.5}, urgent=True)
        at.simulated.pass_time(1)
        await at.ears.until(lambda ears: any(r.device == device.id for r in ears.readings))
        reading = at.ears.last(device.id, "va_temperature")
        assert (reading.value, reading.path, reading.quality) == (33.5, Path.CLOUD, Quality.LIVE)
        at.simulated.report(device.id, {"va_temperature": 34.5}, urgent=True)
        at.simulated.pass_time(1)
        await at.ears.until(lambda ears: any(r.value == 34.5 for r in ears.readings))
        assert at.network.states[0].messages == 2


async def test_a_device_that_goes_and_comes_and_is_renamed_is_news():
    async with running() as at:
        await at.ears.until(queue_is_up)
        device = at.devices[4]
        at.simulated.set_online(device.id, online=False)
        at.simulated.set_online(device.id, online=True)
        await at.network.rename(device.id, "Another name")
        at.simulated.pass_time(1)
        await at.ears.until(lambda ears: len(ears.news) >= 3)
        assert [(n.device, n.happening) for n in at.ears.news] == [
            (device.id, CloudHappening.OFFLINE),
            (device.id, CloudHappening.ONLINE),
            (device.id, CloudHappening.RENAMED),
        ]
        assert at.ears.news[-1].text == "Another name"


async def test_a_device_that_was_paired_anew_is_looked_for_behind_every_gateway():
    async with running() as at:
        await at.ears.until(queue_is_up)
        await at.network.inventory(at.project.id)
        first, second = [d.id for d in at.devices if d.category is Category.GATEWAY][:2]
        twin = next(twin for twin in at.simulated.twins.values() if twin.device.gateway == first)
        twin.device = replace(twin.device, gateway=second)
        at.simulated.pair_anew(twin.id, "")
        at.simulated.pass_time(1)
        await at.ears.until(lambda ears: any(n.happening is CloudHappening.BOUND for n in ears.news))
        devices, _ = await at.network.inventory(at.project.id)
        assert {device.id: device.gateway for device in devices}[twin.id] == second


async def test_a_batch_that_was_asked_before_a_message_came_does_not_undo_it():
    async with running() as at:
        await at.ears.until(queue_is_up)
        device = next(d for d in at.devices if d.category is Category.TEMPERATURE)
        at.simulated.report(device.id, {"va_temperature": 33.5}, urgent=True)
        at.simulated.pass_time(1)
        await at.ears.until(lambda ears: any(r.device == device.id for r in ears.readings))
        at.simulated.twins[device.id].values["va_temperature"] = 111
        at.ears.readings.clear()
        await at.network.read([one.id for one in at.devices])
        assert not [r for r in at.ears.readings if (r.device, r.code) == (device.id, "va_temperature")]


async def test_a_wrong_secret_stops_everything_until_another_is_attached():
    async with running() as at:
        await at.ears.until(queue_is_up)
        at.network.attach(at.project, "0" * 32)
        await at.ears.until(lambda ears: ears.states[-1].cause is CloudCause.AUTH)
        assert at.ears.states[-1].state is LinkState.OFF
        at.network.attach(at.project, SECRET)
        await at.ears.until(lambda ears: queue_is_up(ears) and ears.states[-1].state is LinkState.UP)


async def test_a_project_without_a_queue_address_says_so_and_is_read_all_the_same():
    async with running() as at:
        at.network.attach(replace(at.project, queue_url=""), SECRET)
        await at.ears.until(lambda ears: ears.states[-1].state is LinkState.UP)
        assert at.ears.states[-1].queue is LinkState.OFF
        assert "queue" in at.ears.states[-1].queue_text
        await at.network.read([at.devices[4].id])
        assert at.ears.readings


async def test_two_projects_stand_side_by_side_and_each_device_is_asked_at_its_own():
    async with running() as one, running() as other:
        second = replace(other.project, id="second@us")
        one.network.attach(second, SECRET)
        await one.network.inventory(second.id)
        device = one.devices[4]
        asked = one.calls
        await one.network.read([device.id])
        assert one.calls == asked
        assert one.ears.last(device.id, one.ears.readings[-1].code).device == device.id


async def test_an_outage_is_told_and_ends_by_itself():
    async with running(patience=Patience(retries_s=(0.01,))) as at:
        await at.ears.until(queue_is_up)
        at.misbehave(outage=True)
        for _ in range(2):
            with pytest.raises(CloudError) as caught:
                await at.network.read([at.devices[4].id])
        assert caught.value.cause is CloudCause.TRANSPORT
        await at.ears.until(lambda ears: ears.states[-1].state is LinkState.CONNECTING)
        at.misbehave(outage=False)
        await at.network.send(next(d for d in at.devices if d.category is Category.FAN_COIL).id, {"temp_set": 21.0})
        assert at.ears.states[-1].state is LinkState.UP


async def test_the_counters_are_kept_at_the_end():
    async with running() as at:
        await at.network.read([at.devices[4].id])
        await at.network.inventory(at.project.id)
    ((calls, _),) = at.meter.kept.values()
    assert calls >= at.calls > 3
