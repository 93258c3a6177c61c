"""Finding devices over UDP on loopback."""

import asyncio
import json
import socket
from contextlib import asynccontextmanager, suppress

import pytest
from tinytuya.core.udp_helper import decrypt_udp

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.lan.discovery import Discovery, DiscoveryPorts
from heyzack_console.tuya.lan.interfaces import Interface, lan_interfaces
from heyzack_console.tuya.lan.range_probe import addresses_of, open_hosts
from heyzack_console.tuya.lan.wire import Version
from tests.support.tuya_peers import FakeDevice
from tests.tuya.lan import vectors as v

LOOPBACK = Interface("lo", "127.0.0.1", "127.0.0.1")


def free_ports(count):
    holders = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(count)]
    try:
        for holder in holders:
            holder.bind(("127.0.0.1", 0))
        return [holder.getsockname()[1] for holder in holders]
    finally:
        for holder in holders:
            holder.close()


class Bystander(asyncio.DatagramProtocol):
    """A device that hears questions, and answers each with an announce."""

    def __init__(self, answer_port):
        self.answer_port = answer_port
        self.questions = []
        self.asked = asyncio.Event()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, _addr):
        self.questions.append(json.loads(decrypt_udp(data)))
        self.asked.set()
        self.transport.sendto(v.ANNOUNCE_6699, ("127.0.0.1", self.answer_port))


@asynccontextmanager
async def a_neighbourhood():
    plain, sealed, answers, questions = free_ports(4)
    loop = asyncio.get_running_loop()
    device = Bystander(answers)
    transport, _ = await loop.create_datagram_endpoint(lambda: device, local_addr=("127.0.0.1", questions))
    discovery = Discovery(DiscoveryPorts(plain, sealed, answers, questions), lambda: [LOOPBACK], "127.0.0.1")
    try:
        yield device, discovery
    finally:
        transport.close()
        await asyncio.sleep(0)


@asynccontextmanager
async def running(discovery, needed):
    task = asyncio.get_running_loop().create_task(discovery.run(needed))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await asyncio.sleep(0)


async def test_a_scan_asks_with_the_interfaces_own_address_and_returns_who_answered():
    async with a_neighbourhood() as (device, discovery):
        found = await discovery.scan(0.2)
        await asyncio.sleep(0)
        assert device.questions == [{"from": "app", "ip": "127.0.0.1"}]
        assert [(a.id, a.host, a.version) for a in found] == [("D", "127.0.0.1", Version.V35)]


async def test_nobody_is_asked_while_nothing_is_missing():
    async with a_neighbourhood() as (device, discovery):
        missing = False
        heard = asyncio.Event()
        discovery.subscribe(lambda _: heard.set())

        def announced_meanwhile():
            device.transport.sendto(v.ANNOUNCE_55AA, ("127.0.0.1", device.answer_port))
            return missing

        async with running(discovery, announced_meanwhile), asyncio.timeout(5):
            await heard.wait()
            assert device.questions == []
            missing = True
            discovery.look_now()
            await device.asked.wait()


async def test_a_listener_that_has_ended_hears_nothing_more():
    async with a_neighbourhood() as (_, discovery):
        told = []
        discovery.subscribe(told.append)()
        await discovery.scan(0.1)
        assert told == []


async def test_a_port_that_another_program_holds_is_named_and_the_others_are_heard():
    async with a_neighbourhood() as (device, discovery):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.bind(("127.0.0.1", discovery.ports.sealed))
            heard = asyncio.Event()
            discovery.subscribe(lambda _: heard.set())
            async with running(discovery, lambda: True), asyncio.timeout(5):
                await heard.wait()
                assert len(discovery.troubles) == 1
                assert str(discovery.ports.sealed) in discovery.troubles[0]
        assert device.questions


async def test_a_scan_while_listening_begins_shares_its_ports():
    async with a_neighbourhood() as (_, discovery), running(discovery, lambda: False):
        found, again = await asyncio.gather(discovery.scan(0.2), discovery.scan(0.2))
        assert [announce.id for announce in found] == [announce.id for announce in again] == ["D"]
        assert discovery.troubles == ()


async def test_without_listening_there_are_no_troubles():
    async with a_neighbourhood() as (_, discovery):
        assert discovery.troubles == ()


def test_interfaces_have_a_network_to_broadcast_to():
    for interface in lan_interfaces():
        assert interface.address != interface.broadcast
        assert not interface.address.startswith("127.")


async def test_a_range_probe_names_the_hosts_that_accept_and_tells_its_progress():
    told = []
    async with FakeDevice() as peer:
        hosts = addresses_of("127.0.0.0/29")
        found = await open_hosts(hosts, peer.port, lambda done, of: told.append((done, of)))
    assert found == ("127.0.0.1",)
    assert told == [(done, 6) for done in range(1, 7)]


async def test_a_cancelled_range_probe_ends_at_once():
    started = asyncio.Event()

    async def stop(_done, _of):
        started.set()
        await asyncio.Event().wait()

    probing = asyncio.get_running_loop().create_task(open_hosts(addresses_of("127.0.0.0/28"), 9, stop))
    await started.wait()
    probing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await probing


@pytest.mark.parametrize("network", ["", "building", "10.0.0.0/8", "192.168.1.0/24/1", "::1/128"])
def test_what_is_no_probable_network_is_refused(network):
    with pytest.raises(InvalidInput):
        addresses_of(network)
