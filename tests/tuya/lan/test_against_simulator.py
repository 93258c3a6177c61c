"""The client against the product's own simulated devices, which are built on another codec."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import PathState, Stage
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.lan.discovery import DiscoveryPorts as AnnouncePorts
from heyzack_console.simulator.lan.identity import Identity
from heyzack_console.simulator.lan.network import SimulatedLan
from heyzack_console.simulator.lan.temper import SlotRule, Temper
from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.diagnosis import Cause
from heyzack_console.tuya.lan.discovery import Discovery, DiscoveryPorts
from heyzack_console.tuya.lan.interfaces import Interface
from heyzack_console.tuya.lan.visit import Guest, probe, set_points
from heyzack_console.tuya.lan.wire import Version
from tests.support.lan_listener import FixedClock
from tests.tuya.lan.at_home import FAST, HASTY, a_world, owned
from tests.tuya.lan.test_discovery import free_ports
from tests.tuya.lan.test_owner import connected, failed_with

KEY = "a$<'&key1234567!"
VERSIONS = list(Version)
CLASSIC = [Version.V31, Version.V32, Version.V33]
STATUS = {"1": True, "2": 21}


def simulated(version, temper=None, device_id="bf00"):
    identity = Identity(DeviceId(device_id), str(version), "product", KEY)
    device = SimulatedDevice(identity, lambda: 1700000000, temper or Temper())
    device.points[None] = dict(STATUS)
    return device


@asynccontextmanager
async def plugged_in(device):
    await device.plug_in()
    try:
        yield device
    finally:
        device.unplug()


def seen(device, **changes):
    told = {"id": device.identity.id, "key": KEY.encode(), "host": "127.0.0.1", "port": device.port}
    return LanDevice(**(told | {"version": Version(device.identity.version)} | changes))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "temper",
    [
        Temper(),
        Temper(failing_ack=True),
        Temper(answers_set_with_points=True),
        Temper(segment=5),
        Temper(merges=True, greets=True),
        Temper(garbage=b"\x00\x00\x55noise"),
        Temper(delay_s=0.02),
        Temper(zero_key_blind=True),
        Temper(no_retcode=True),
    ],
    ids=["good", "failing ack", "set with points", "segments", "merged", "garbage", "slow", "zero key", "no retcode"],
)
async def test_status_order_and_push_come_through_whatever_the_temper(version, temper):
    device = simulated(version, temper)
    async with plugged_in(device), owned(seen(device, points=("1", "2"))) as (owner, heard):
        await heard.until(lambda: connected(heard, "bf00"))
        assert ("bf00", None, STATUS, True) in heard.told
        await owner.set_points({"1": False})
        await heard.until(lambda: ("bf00", None, {"1": False}, False) in heard.told)
        device.report({"2": 22})
        await heard.until(lambda: ("bf00", None, {"2": 22}, False) in heard.told)


@pytest.mark.parametrize("version", [Version.V33, Version.V34])
async def test_a_device_that_wants_its_points_named_is_read(version):
    device = simulated(version, Temper(null_query=True))
    async with plugged_in(device), owned(seen(device)) as (_, heard):
        await heard.until(lambda: connected(heard, "bf00"))
        assert ("bf00", None, STATUS, True) in heard.told


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_probe_finds_out_the_version_and_an_order_is_confirmed(version):
    device = simulated(version)
    guest = Guest(FixedClock(), timings=replace(FAST, trial_answer=0.3))
    async with plugged_in(device):
        found = await probe(seen(device, version=None), guest)
        assert (found.ok, found.version in {version, "3.3"}, found.dps) == (True, True, STATUS)
        told = await set_points(seen(device), {"2": 30}, guest)
        assert (told.ok, told.confirmed) == (True, True)


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_taken_slot_is_told_as_such(version):
    device = simulated(version, Temper(slot_rule=SlotRule.REFUSE_NEWEST))
    async with plugged_in(device), owned(seen(device)) as (_, heard):
        await heard.until(lambda: connected(heard, "bf00"))
        second = await probe(seen(device), Guest(FixedClock(), timings=FAST))
        assert (second.ok, second.stage) == (False, Stage.SLOT)


async def test_a_locked_up_device_is_told_as_a_taken_slot():
    device = simulated("3.4", Temper(locked_up=True))
    async with plugged_in(device):
        result = await probe(seen(device), Guest(FixedClock(), timings=FAST))
        assert (result.stage, "power-cycle" in result.advice) == (Stage.SLOT, True)


@pytest.mark.parametrize("version", [Version.V34, Version.V35])
async def test_a_device_that_was_paired_anew_needs_the_new_key(version):
    device = simulated(version)
    async with plugged_in(device), owned(seen(device)) as (owner, heard):
        await heard.until(lambda: connected(heard, "bf00"))
        device.change_key("another key here")
        await heard.until(lambda: heard.state("bf00").state is PathState.UNREACHABLE)
        owner.reconfigure(seen(device, key=b"another key here"))
        await heard.until(lambda: connected(heard, "bf00"))


async def test_a_device_that_moved_is_found_again_by_its_announce():
    device = simulated("3.5")
    plain, sealed, answers = free_ports(3)
    lan = SimulatedLan([device], AnnouncePorts(plain, sealed, 0, answers))
    await lan.open()
    try:
        interface = Interface("lo", "127.0.0.1", "127.0.0.1")
        ports = DiscoveryPorts(plain, sealed, answers, lan.ask_port)
        discovery = Discovery(ports, lambda: [interface], "127.0.0.1")
        async with owned(seen(device)) as (owner, heard):
            discovery.subscribe(owner.announced)
            await heard.until(lambda: connected(heard, "bf00"))
            await device.move()
            await heard.until(lambda: not connected(heard, "bf00"))
            (found,) = await discovery.scan(0.2)
            assert (found.id, found.port, found.version) == ("bf00", device.port, Version.V35)
            await heard.until(lambda: connected(heard, "bf00"))
    finally:
        lan.close()


@pytest.mark.parametrize("version", [Version.V33, Version.V34, Version.V35])
async def test_a_simulated_gateway_and_its_sub_devices_are_read_and_ordered(version):
    device = simulated(version, Temper(refuses_bare_query=True))
    device.points["c1"] = {"1": 20}
    device.points["c2"] = {"1": True}
    children = frozenset({"c1", "c2"})
    async with (
        plugged_in(device),
        owned(seen(device, children=children, gateway=True)) as (owner, heard),
    ):
        await heard.until(lambda: ("bf00", "c2", {"1": True}, True) in heard.told)
        assert ("bf00", "c1", {"1": 20}, True) in heard.told
        await owner.set_points({"1": False}, "c2")
        await heard.until(lambda: ("bf00", "c2", {"1": False}, False) in heard.told)
        device.report({"1": 21}, "c1")
        await heard.until(lambda: ("bf00", "c1", {"1": 21}, False) in heard.told)


async def test_a_silent_device_is_told_by_its_stage():
    for version, cause in ((Version.V33, Cause.QUERY_SILENT), (Version.V35, Cause.NEGOTIATION_ENDED)):
        device = simulated(version, Temper(silent=True), "D")
        async with plugged_in(device), owned(seen(device), a_world(HASTY)) as (_, heard):
            await heard.until(lambda: failed_with(heard, cause))  # noqa: B023 - waited for before the next turn
