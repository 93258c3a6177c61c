"""The consumer against the simulated cloud's queue, which shares no code with it."""

import asyncio
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.cloud import CloudHappening, CloudNews, LinkState
from heyzack_console.simulator.cloud.server import serving
from heyzack_console.simulator.cloud.temper import Cipher, Family
from heyzack_console.tuya.queue.events import PointValue, PointValues
from tests.simulator.cloud.conftest import Rig
from tests.support.queue_server import QueueServer
from tests.tuya.queue.reading import SOON, reading


@pytest.fixture
async def rig():
    made = Rig()
    async with serving(made.project) as made.access:
        yield made


def project(rig, suffix="sub"):
    at = type("At", (), {"port": 1, "_tls": None})()
    return QueueServer.project(at, queue_url=rig.access.queue_url, queue_suffix=suffix)


def lamps(rig):
    return [twin for twin in rig.project.twins.values() if "switch_led" in twin.points]


def switches(store):
    """(device, value, time) of every stored switch."""
    return [
        (event.device, value.value, value.at)
        for event in store.events
        if isinstance(event, PointValues)
        for value in event.values
        if value.code == "switch_led"
    ]


async def stored(it, wanted):
    """Wait until every device's newest stored switch is the wanted one."""
    async with asyncio.timeout(30):
        while {device: value for device, value, _ in switches(it.store)} != wanted:
            await it.store.called.get()


@pytest.mark.parametrize("cipher", Cipher)
async def test_after_cuts_repetitions_disorder_and_damage_the_newest_values_are_there(rig, cipher):
    chance = random.Random(7)
    rig.set_queue(
        cipher=cipher,
        families=(Family.IOT_CORE, Family.OLDER),
        duplicates=0.3,
        disorder=0.3,
        unknown_code=0.2,
        bad_tag=0.1,
        bad_base64=0.1,
    )
    devices = lamps(rig)
    async with reading(project(rig)) as it:
        await it.states.until(LinkState.UP)
        for turn in range(300):
            rig.now_ms += 10
            rig.project.report(chance.choice(devices).id, {"switch_led": chance.random() < 0.5})
            if turn % 60 == 30:
                rig.set_queue(down=True)
                await it.states.until(LinkState.CONNECTING)
                rig.set_queue(down=False)
                await it.states.until(LinkState.UP)
        rig.set_queue(bad_tag=0.0, bad_base64=0.0)
        for twin in devices:
            for _ in range(2):
                rig.now_ms += 10
                rig.project.report(twin.id, {"switch_led": not twin.values["switch_led"]})
        rig.project.pass_time(1)
        it.clock.advance(10)
        await stored(it, {twin.id: twin.values["switch_led"] for twin in devices})
    for twin in devices:
        times = [at for device, _, at in switches(it.store) if device == twin.id]
        assert times == sorted(times)
    counts = it.consumer.counts
    assert min(counts.duplicates, counts.outdated, counts.unknown, counts.malformed) > 0


async def test_what_happened_while_nobody_listened_comes_at_once(rig):
    lamp = lamps(rig)[0]
    rig.project.set_online(lamp.id, online=False)
    rig.project.set_online(lamp.id, online=True)
    rig.project.rename(lamp, "Größe = A&B+C/D")
    rig.project.signal(lamp.id, -61)
    async with reading(project(rig)) as it:
        await some(it.store, 3)
    at = datetime.fromtimestamp(rig.now_ms / 1000, UTC)
    assert it.store.events == [
        CloudNews(lamp.id, CloudHappening.OFFLINE, at),
        CloudNews(lamp.id, CloudHappening.ONLINE, at),
        CloudNews(lamp.id, CloudHappening.RENAMED, at, "Größe = A&B+C/D"),
    ]


def all_go_offline(rig):
    """Every device loses its connection a minute from now; its messages come, and the cloud dates values then."""
    rig.now_ms += 60_000
    for device in rig.project.twins:
        rig.project.set_online(device, online=False)
    return datetime.fromtimestamp(rig.now_ms / 1000, UTC)


def read_the_cloud(rig, it, at):
    for device in rig.project.twins:
        it.consumer.read_knows(device, [PointValue("switch", None, False, at)])


async def test_two_consoles_on_one_subscription_are_told_of_each_other(rig):
    async with reading(project(rig)) as left, reading(project(rig)) as right:
        for it in (left, right):
            await it.states.until(LinkState.UP)
            it.clock.advance(80)
        at = all_go_offline(rig)
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            for it in (left, right):
                group.create_task(some(it.store, 5))
        for it in (left, right):
            read_the_cloud(rig, it, at)
            it.clock.advance(61)
            await it.states.until(LinkState.DEGRADED, "Probably another console")


async def test_two_consoles_with_subscriptions_of_their_own_suspect_nobody(rig):
    async with reading(project(rig)) as left, reading(project(rig, "second")) as right:
        for it in (left, right):
            await it.states.until(LinkState.UP)
            it.clock.advance(80)
        at = all_go_offline(rig)
        for it in (left, right):
            await some(it.store, len(rig.project.twins))
            read_the_cloud(rig, it, at)
            it.clock.advance(3600)
            it.consumer.lasted()
            assert it.states.all[-1][0] is LinkState.UP


async def some(store, count):
    """Wait for so many events."""
    async with asyncio.timeout(20):
        while len(store.events) < count:
            await store.called.get()


async def test_a_refused_queue_is_tried_at_once_when_asked_to(rig):
    rig.set(subscription_expired=True)
    async with reading(project(rig), timings=replace(SOON, refused_pause=3600.0)) as it:
        await it.states.until(LinkState.OFF, "does not let this project in")
        rig.set(subscription_expired=False)
        it.consumer.try_now()
        await it.states.until(LinkState.UP)


async def test_an_expired_subscription_is_told_as_a_matter_for_the_operator(rig):
    rig.set(subscription_expired=True)
    async with reading(project(rig)) as it:
        assert "403" in await it.states.until(LinkState.OFF, "does not let this project in")
        rig.set(subscription_expired=False)
        await it.states.until(LinkState.UP)
