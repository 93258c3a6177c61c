"""The network of a site against peers on loopback: named readings in, named orders out."""

import asyncio
import socket
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import DeviceError, InvalidInput
from heyzack_console.tuya.lan.discovery import Discovery, DiscoveryPorts
from heyzack_console.tuya.lan.interfaces import Interface
from heyzack_console.tuya.network import TuyaNetwork
from tests.support.tuya_peers import KEY, FakeDevice
from tests.tuya.lan import vectors as v
from tests.tuya.lan.at_home import a_world

LOOPBACK = Interface("lo", "127.0.0.1", "127.0.0.1")
KEY_TEXT = KEY.decode()
POINTS = (
    PointSpec(1, "switch", PointKind.BOOLEAN, writable=True),
    PointSpec(2, "temp_current", PointKind.NUMBER, unit="°C", scale=1, raw_unit="℃"),
    PointSpec(3, "temp_set", PointKind.NUMBER, unit="°C", scale=1, writable=True),
)


class Listener:
    """What the network told, to look at and to wait for."""

    def __init__(self):
        self.readings = []
        self.paths = {}
        self.news = []
        self.devices = []
        self._changed = asyncio.Event()

    def heard(self, readings):
        self.readings.extend(readings)
        self._changed.set()

    def path_changed(self, device, health):
        self.paths[device] = health
        self.news.append((device, health.state))
        self._changed.set()

    def found(self, device):
        self.devices.append(device)
        self._changed.set()

    async def until(self, condition):
        async with asyncio.timeout(10):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    def values(self, device):
        return {r.code: r.value for r in self.readings if r.device == device}

    async def connected(self, *devices):
        await self.until(
            lambda: all(d in self.paths and self.paths[d].state is PathState.CONNECTED for d in map(DeviceId, devices))
        )


def free_udp_ports(count):
    holders = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(count)]
    try:
        for holder in holders:
            holder.bind(("127.0.0.1", 0))
        return [holder.getsockname()[1] for holder in holders]
    finally:
        for holder in holders:
            holder.close()


@asynccontextmanager
async def a_network(ports=None, listens=lambda: True):
    listener = Listener()
    ports = ports or DiscoveryPorts(*free_udp_ports(4))
    network = TuyaNetwork(a_world(), listener, Discovery(ports, lambda: [LOOPBACK], "127.0.0.1"))
    task = asyncio.get_running_loop().create_task(network.run(listens))
    try:
        yield network, listener
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def a_device(peer, **changes):
    address = LanAddress("127.0.0.1", peer.port, peer.version)
    return replace(
        Device(DeviceId(peer.id), "Thermostat", Category.THERMOSTAT, address=address, points=POINTS), **changes
    )


def a_child(cid="c1", **changes):
    child = Device(DeviceId(f"child-{cid}"), "Leak", Category.LEAK, gateway=DeviceId("D"), cid=cid)
    return replace(child, **changes)


@pytest.mark.parametrize("version", ["3.1", "3.3", "3.4", "3.5"])
async def test_a_device_is_read_under_the_names_of_its_product(version):
    async with FakeDevice(version, dps={"1": True, "2": 206}) as peer, a_network() as (network, told):
        network.watch(a_device(peer), KEY_TEXT)
        await told.until(lambda: len(told.readings) == 2)
        assert [(r.code, r.value, r.unit, r.path) for r in told.readings] == [
            ("switch", True, "", Path.LAN),
            ("temp_current", 20.6, "°C", Path.LAN),
        ]
        assert (told.paths["D"].state, told.paths["D"].version) == (PathState.CONNECTED, version)


async def test_an_order_goes_out_in_raw_values_and_comes_back_as_a_reading():
    async with FakeDevice("3.4", dps={"1": False, "3": 200}) as peer, a_network() as (network, told):
        network.watch(a_device(peer), KEY_TEXT)
        await told.connected("D")
        await network.send(DeviceId("D"), {"temp_set": 21.5, "switch": True})
        assert peer.dps == {"1": True, "3": 215}
        await told.until(lambda: told.values("D") == {"switch": True, "temp_set": 21.5})


async def test_an_order_that_the_product_does_not_take_reaches_nobody():
    async with FakeDevice(dps={"2": 206}) as peer, a_network() as (network, told):
        network.watch(a_device(peer), KEY_TEXT)
        await told.connected("D")
        with pytest.raises(InvalidInput, match="only be read"):
            await network.send(DeviceId("D"), {"temp_current": 21.5})
        assert peer.dps == {"2": 206}


async def test_an_order_to_a_stranger_is_refused():
    async with a_network() as (network, _):
        with pytest.raises(DeviceError, match="does not watch"):
            await network.send(DeviceId("nobody"), {"switch": True})


async def test_a_device_without_a_list_of_its_own_is_named_by_what_is_usual():
    async with FakeDevice(dps={"1": True, "19": 4953}) as peer, a_network() as (network, told):
        network.watch(a_device(peer, category=Category.SOCKET, points=()), KEY_TEXT)
        await told.until(lambda: told.values("D") == {"switch_1": True, "cur_power": 495.3})
        assert all("usual" in r.note for r in told.readings)


async def test_sub_devices_are_read_and_ordered_through_their_gateway():
    async with FakeDevice("3.4", dps={}) as peer, a_network() as (network, told):
        peer.children["c1"] = {"1": "alarm", "4": 87}
        peer.online = ["c1"]
        network.watch(a_child(points=POINTS), "")
        network.watch(a_device(peer, name="Hub", category=Category.GATEWAY, points=()), KEY_TEXT)
        await told.connected("D", "child-c1")
        peer.push({"2": 190}, "c1")
        await told.until(lambda: told.values("child-c1").get("temp_current") == 19.0)
        assert {r.path for r in told.readings if r.device == "child-c1"} == {Path.GATEWAY}
        await network.send(DeviceId("child-c1"), {"switch": True})
        assert peer.children["c1"]["1"] is True
        assert told.values("D") == {}


async def test_a_sub_device_that_is_added_later_is_asked_on_the_same_connection():
    async with FakeDevice("3.4", dps={}) as peer, a_network() as (network, told):
        peer.children["c1"] = {"2": 201}
        network.watch(a_device(peer, category=Category.GATEWAY, points=()), KEY_TEXT)
        await told.connected("D")
        network.watch(a_child(points=POINTS), "")
        await told.until(lambda: told.values("child-c1") == {"temp_current": 20.1})
        assert peer.connects == 1


async def test_a_sub_device_that_changes_its_gateway_is_read_through_the_new_one():
    hubs = FakeDevice("3.4", dps={}), FakeDevice("3.4", device_id="E", dps={})
    async with hubs[0] as old, hubs[1] as new, a_network() as (network, told):
        new.children["c1"] = {"2": 201}
        for hub in (old, new):
            network.watch(a_device(hub, category=Category.GATEWAY, points=()), KEY_TEXT)
        network.watch(a_child(points=POINTS), "")
        await told.connected("D", "E")
        network.watch(a_child(points=POINTS, gateway=DeviceId("E")), "")
        await told.until(lambda: told.values("child-c1") == {"temp_current": 20.1})


async def test_losing_the_gateway_loses_its_sub_devices():
    async with FakeDevice("3.4", dps={}) as peer, a_network() as (network, told):
        peer.children["c1"] = {"1": "normal"}
        network.watch(a_device(peer, name="Hub", category=Category.GATEWAY, points=()), KEY_TEXT)
        network.watch(a_child(), "")
        await told.connected("child-c1")
        await peer.stop()
        await told.until(lambda: told.paths["child-c1"].state is PathState.UNREACHABLE)
        assert "Hub" in told.paths["child-c1"].cause


async def test_a_sub_device_without_its_gateway_is_unconfigured():
    async with a_network() as (network, told):
        network.watch(a_child(), "")
        assert told.paths["child-c1"].state is PathState.UNCONFIGURED


@pytest.mark.parametrize("key", ["", "too short", "0123456789abcdeő"])
async def test_without_a_usable_key_nothing_is_tried(key):
    async with FakeDevice() as peer, a_network() as (network, told):
        network.watch(a_device(peer), key)
        assert told.paths["D"].state is PathState.UNCONFIGURED
        assert peer.connects == 0


async def test_a_new_key_makes_the_device_readable():
    async with FakeDevice("3.4", dps={"1": True}) as peer, a_network() as (network, told):
        network.watch(a_device(peer), "an outdated key!")
        await told.until(lambda: told.paths["D"].state is PathState.UNREACHABLE)
        network.watch(a_device(peer), KEY_TEXT)
        await told.until(lambda: told.values("D") == {"switch": True})
        assert told.paths["D"].state is PathState.CONNECTED


async def test_a_released_session_leaves_the_device_to_others_until_it_is_resumed():
    async with FakeDevice() as peer, a_network() as (network, told):
        network.watch(a_device(peer), KEY_TEXT)
        await told.connected("D")
        network.release(DeviceId("D"))
        await peer.until(lambda: not peer.connections)
        assert told.paths["D"].state is PathState.RELEASED
        network.resume(DeviceId("D"))
        await told.connected("D")


async def test_a_forgotten_device_is_left_alone():
    async with FakeDevice() as peer, a_network() as (network, told):
        network.watch(a_device(peer), KEY_TEXT)
        await told.connected("D")
        network.forget(DeviceId("D"))
        await peer.until(lambda: not peer.connections)
        with pytest.raises(DeviceError):
            await network.send(DeviceId("D"), {"switch": True})


async def test_frames_can_be_looked_at_also_for_a_sub_device():
    async with FakeDevice("3.4", dps={}) as peer, a_network() as (network, told):
        peer.children["c1"] = {"1": "normal"}
        network.watch(a_device(peer, category=Category.GATEWAY, points=()), KEY_TEXT)
        network.watch(a_child(), "")
        await told.connected("child-c1")
        assert network.frames(DeviceId("child-c1")) == network.frames(DeviceId("D")) != ()
        assert not [f for f in network.frames(DeviceId("D")) if KEY_TEXT in f.text]


async def test_an_announce_is_passed_on_and_gives_a_device_its_address():
    ports = DiscoveryPorts(*free_udp_ports(4))
    async with a_network(ports) as (network, told):
        network.watch(Device(DeviceId("D"), "New", Category.UNKNOWN), KEY_TEXT)
        await told.until(lambda: "D" in told.paths and told.paths["D"].state is PathState.UNREACHABLE)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(v.ANNOUNCE_6699, ("127.0.0.1", ports.answers))
        await told.until(lambda: told.devices)
        found = told.devices[0]
        assert (found.id, found.host, found.version, found.product, found.known) == ("D", "127.0.0.1", "3.5", "P", True)
        assert found.seen_at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


async def test_a_network_that_does_not_listen_leaves_the_ports_to_others():
    ports = DiscoveryPorts(*free_udp_ports(4))
    async with FakeDevice() as peer, a_network(ports, lambda: False) as (network, told):
        network.watch(a_device(peer), KEY_TEXT)
        await told.connected("D")
        for port in ports.listened:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
                other.bind(("127.0.0.1", port))


async def announced(told, port):
    """Announce again and again, as devices do, until it is heard."""
    told.devices.clear()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        async with asyncio.timeout(10):
            while not told.devices:
                sender.sendto(v.ANNOUNCE_6699, ("127.0.0.1", port))
                await asyncio.sleep(0.1)


async def test_listening_begins_and_ends_while_the_network_runs():
    ports, wanted = DiscoveryPorts(*free_udp_ports(4)), [False]
    asked = asyncio.Queue()

    def listens():
        asked.put_nowait(wanted[0])
        return wanted[0]

    async with a_network(ports, listens) as (_, told), asyncio.timeout(20):
        wanted[0] = True
        await announced(told, ports.answers)
        wanted[0] = False
        while await asked.get():
            pass
        while not asked.empty():
            asked.get_nowait()
        await asked.get()  # the turn after the one that ended it
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.bind(("127.0.0.1", ports.answers))


async def test_a_range_is_probed_without_knowing_ids():
    async with FakeDevice() as peer, a_network() as (network, _):
        (found,) = await network.probe_range("127.0.0.1/32", peer.port)
        assert (found.id, found.host, found.port) == ("", "127.0.0.1", peer.port)


async def test_a_range_that_is_too_large_is_refused():
    async with a_network() as (network, _):
        with pytest.raises(InvalidInput, match="4096"):
            await network.probe_range("10.0.0.0/8", 6668)


class Answering(asyncio.DatagramProtocol):
    """A device that answers every question with an announce."""

    def __init__(self, answer_port):
        self.answer_port = answer_port

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(v.ANNOUNCE_6699, ("127.0.0.1", self.answer_port))


async def test_a_scan_lists_what_answers():
    ports = DiscoveryPorts(*free_udp_ports(4))
    network = TuyaNetwork(a_world(), Listener(), Discovery(ports, lambda: [LOOPBACK], "127.0.0.1"))
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: Answering(ports.answers), local_addr=("127.0.0.1", ports.questions)
    )
    try:
        found = await network.scan(0.3)
    finally:
        transport.close()
    assert [(device.id, device.known) for device in found] == [("D", False)]
