"""Announcements of simulated devices and answers to those who ask."""

import asyncio
import json
from contextlib import asynccontextmanager

import pytest
from tinytuya.core.message_helper import TuyaMessage, pack_message
from tinytuya.core.udp_helper import decrypt_udp, udpkey

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.lan.discovery import DiscoveryPorts
from heyzack_console.simulator.lan.identity import Identity
from heyzack_console.simulator.lan.network import SimulatedLan


class Ear(asyncio.DatagramProtocol):
    def __init__(self):
        self.heard = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.heard.put_nowait(json.loads(decrypt_udp(data)))


@asynccontextmanager
async def listening():
    transport, ear = await asyncio.get_running_loop().create_datagram_endpoint(Ear, local_addr=("127.0.0.1", 0))
    try:
        async with asyncio.timeout(10):
            yield ear.heard, transport
    finally:
        transport.close()
        await asyncio.sleep(0)


@asynccontextmanager
async def network(*versions, **how):
    devices = [
        SimulatedDevice(Identity(DeviceId(f"bf{v}"), v, "product0", "0123456789abcdef"), lambda: 1_700_000_000)
        for v in versions
    ]
    lan = SimulatedLan(devices, **how)
    await lan.open()
    try:
        yield lan
    finally:
        lan.close()
        await asyncio.sleep(0)


def port_of(transport):
    return transport.get_extra_info("sockname")[1]


@pytest.mark.parametrize("version", ["3.1", "3.2", "3.3", "3.4", "3.5"])
async def test_an_announcement_tells_id_version_product_and_port(version):
    async with listening() as (heard, transport):
        ports = DiscoveryPorts(plain=port_of(transport), encrypted=port_of(transport))
        async with network(version, ports=ports) as lan:
            told = await heard.get()
    assert told["gwId"] == f"bf{version}"
    assert told["version"] == version
    assert told["productKey"] == "product0"
    assert told["port"] == lan.devices[DeviceId(f"bf{version}")].port


async def test_old_devices_announce_on_the_plain_port_and_new_ones_on_the_other():
    async with (
        listening() as (plain, a),
        listening() as (encrypted, b),
        network("3.1", "3.3", ports=DiscoveryPorts(plain=port_of(a), encrypted=port_of(b))),
    ):
        assert (await plain.get())["version"] == "3.1"
        assert (await encrypted.get())["version"] == "3.3"


async def test_a_device_with_a_client_announces_no_more():
    async with listening() as (heard, transport):
        ports = DiscoveryPorts(encrypted=port_of(transport))
        async with network("3.3", "3.4", ports=ports, period_s=0.02) as lan:
            _, writer = await asyncio.open_connection("127.0.0.1", lan.devices[DeviceId("bf3.3")].port)
            while not lan.devices[DeviceId("bf3.3")].clients:
                await heard.get()
            while not heard.empty():
                heard.get_nowait()
            assert {(await heard.get())["gwId"] for _ in range(4)} == {"bf3.4"}
            writer.close()
            await writer.wait_closed()


async def test_whoever_asks_is_answered_by_every_device_that_listens():
    async with (
        listening() as (heard, transport),
        network("3.4", "3.5", "3.3", ports=DiscoveryPorts(encrypted=9)) as lan,
    ):
        lan.devices[DeviceId("bf3.3")].unplug()
        question = TuyaMessage(0, 0x25, None, b'{"from":"app","ip":"127.0.0.1"}', 0, True, 0x6699, None)
        transport.sendto(pack_message(question, hmac_key=udpkey), ("127.0.0.1", lan.ask_port))
        assert {(await heard.get())["gwId"], (await heard.get())["gwId"]} == {"bf3.4", "bf3.5"}


async def test_a_sleeper_that_wakes_announces_itself_at_once():
    async with listening() as (heard, transport):
        ports = DiscoveryPorts(encrypted=port_of(transport))
        async with network("3.3", ports=ports, period_s=3600) as lan:
            await heard.get()
            sleeper = lan.devices[DeviceId("bf3.3")]
            sleeper.unplug()
            await sleeper.plug_in()
            assert (await heard.get())["gwId"] == "bf3.3"


async def test_two_thousand_devices_listen_each_on_a_port_of_its_own():
    identities = [Identity(DeviceId(f"bf{n:04}"), "3.4", "product0", "0123456789abcdef") for n in range(2000)]
    lan = SimulatedLan(SimulatedDevice(identity, lambda: 0) for identity in identities)
    ports = await lan.open()
    try:
        assert len(set(ports.values())) == 2000
        _, writer = await asyncio.open_connection("127.0.0.1", ports[DeviceId("bf1999")])
        writer.close()
        await writer.wait_closed()
    finally:
        lan.close()
        await asyncio.sleep(0)
