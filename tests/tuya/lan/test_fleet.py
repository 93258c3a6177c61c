"""Many devices, each with its owner."""

import asyncio
from contextlib import asynccontextmanager, suppress

import pytest

from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.errors import DeviceError, InvalidInput
from heyzack_console.tuya.lan.announce import Announce
from heyzack_console.tuya.lan.fleet import Fleet
from tests.support.lan_listener import HeardOnLan
from tests.support.tuya_peers import FakeDevice
from tests.tuya.lan.at_home import a_world, lan_device
from tests.tuya.lan.test_owner import connected


@asynccontextmanager
async def a_fleet(*devices):
    heard = HeardOnLan()
    fleet = Fleet(a_world(), heard)
    for device in devices:
        fleet.watch(device)
    task = asyncio.get_running_loop().create_task(fleet.run())
    try:
        yield fleet, heard
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_devices_watched_before_and_after_the_start_are_connected():
    async with FakeDevice(device_id="a") as a, FakeDevice("3.5", device_id="b") as b:
        async with a_fleet(lan_device(a)) as (fleet, heard):
            fleet.watch(lan_device(b))
            await heard.until(lambda: connected(heard, "a") and connected(heard, "b"))
            assert set(fleet) == {"a", "b"}
            assert not fleet.missing
            assert fleet.hosts(a.port) == {"127.0.0.1"}
            assert fleet.hosts(1) == frozenset()
        await a.until(lambda: a.connections == 0)


async def test_a_forgotten_device_is_left_and_may_be_watched_again():
    async with FakeDevice() as peer, a_fleet(lan_device(peer)) as (fleet, heard):
        await heard.until(lambda: connected(heard))
        fleet.forget("D")
        await peer.until(lambda: peer.connections == 0)
        with pytest.raises(DeviceError, match="no local session"):
            await fleet.set_points("D", {"1": True})
        fleet.watch(lan_device(peer))
        await peer.until(lambda: peer.connections == 1)


async def test_a_key_of_the_wrong_length_is_refused_and_nothing_changes():
    async with FakeDevice() as peer, a_fleet(lan_device(peer)) as (fleet, heard):
        await heard.until(lambda: connected(heard))
        with pytest.raises(InvalidInput):
            fleet.watch(lan_device(peer, key=b"short"))
        await fleet.set_points("D", {"1": True})
        assert peer.connects == 1


async def test_an_announce_reaches_the_owner_of_the_device_and_no_other():
    async with FakeDevice() as peer, a_fleet(lan_device(peer, host="")) as (fleet, heard):
        fleet.announced(Announce("stranger", "127.0.0.1", None, "", peer.port))
        assert fleet.missing
        fleet.announced(Announce("D", "127.0.0.1", None, "", peer.port))
        await heard.until(lambda: connected(heard))


async def test_sleepers_and_released_devices_are_not_missing():
    asleep = lan_device(FakeDevice(device_id="a"), sleeper=True)
    async with FakeDevice(device_id="b") as peer, a_fleet(asleep, lan_device(peer)) as (fleet, heard):
        await heard.until(lambda: connected(heard, "b"))
        fleet.release("b")
        assert heard.state("b").state is PathState.RELEASED
        assert not fleet.missing
        fleet.resume("b")
        await heard.until(lambda: connected(heard, "b"))


async def test_frames_of_a_device_nobody_watches_are_none():
    async with a_fleet() as (fleet, _):
        assert fleet.frames("x") == ()
