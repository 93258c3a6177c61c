"""What a failed attempt tells the operator."""

import asyncio
import socket

import pytest

from heyzack_console.domain.devices.health import Stage
from heyzack_console.tuya.lan.diagnosis import Cause, finding
from heyzack_console.tuya.lan.wire import Version
from tests.support.tuya_peers import FakeDevice, Manners
from tests.tuya.lan.at_home import HASTY, a_world, lan_device, owned
from tests.tuya.lan.test_owner import failed_with

OTHER_KEY = b"an outdated key!"


@pytest.mark.parametrize("version", list(Version))
@pytest.mark.parametrize("resets", [True, False])
async def test_a_connection_that_is_closed_at_once_means_a_taken_slot(version, resets):
    manners = Manners(slots=0, resets=resets)
    async with FakeDevice(version, manners=manners) as peer, owned(lan_device(peer)) as (_, heard):
        await heard.until(lambda: failed_with(heard, Cause.SLOT_TAKEN))
        assert heard.state().diagnosis.stage is Stage.SLOT
        assert "phone apps" in heard.state().diagnosis.advice


@pytest.mark.parametrize("version", [Version.V34, Version.V35])
async def test_silence_after_our_nonce_is_a_failed_negotiation(version):
    manners = Manners(silent=frozenset({0x03}))
    async with FakeDevice(version, manners=manners) as peer, owned(lan_device(peer), a_world(HASTY)) as (_, heard):
        await heard.until(lambda: failed_with(heard, Cause.NEGOTIATION_ENDED))
        assert heard.state().diagnosis.stage is Stage.NEGOTIATE


async def test_a_3_5_device_under_another_key_is_a_failed_negotiation():
    async with FakeDevice("3.5") as peer, owned(lan_device(peer, key=OTHER_KEY), a_world(HASTY)) as (_, heard):
        await heard.until(lambda: failed_with(heard, Cause.NEGOTIATION_ENDED))


async def test_a_wrong_key_on_3_3_is_told_as_such():
    async with FakeDevice("3.3") as peer, owned(lan_device(peer, key=OTHER_KEY)) as (_, heard):
        await peer.until(lambda: peer.connections == 1)
        peer.push({"1": True})
        await heard.until(lambda: failed_with(heard, Cause.UNREADABLE))
        assert heard.state().diagnosis.stage is Stage.KEY
        assert heard.told == []


@pytest.mark.parametrize("version", [Version.V34, Version.V35])
async def test_heartbeats_without_answers_to_queries_are_told_as_a_silent_query(version):
    manners = Manners(silent=frozenset({0x10}))
    async with FakeDevice(version, manners=manners) as peer, owned(lan_device(peer), a_world(HASTY)) as (_, heard):
        await heard.until(lambda: failed_with(heard, Cause.QUERY_SILENT))
        assert heard.state().diagnosis.stage is Stage.QUERY


async def test_a_peer_that_is_no_tuya_device_is_told_as_such():
    async def chatter(_reader, writer):
        writer.write(b"HTTP/1.1 400 Bad Request\r\n" * 4000)
        await writer.drain()
        await asyncio.Event().wait()

    server = await asyncio.start_server(chatter, "127.0.0.1", 0)
    device = lan_device(FakeDevice(), port=server.sockets[0].getsockname()[1])
    async with owned(device) as (_, heard):
        await heard.until(lambda: failed_with(heard, Cause.NOT_TUYA))
    server.close()
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()


async def test_an_address_that_swallows_connects_is_told_as_silent():
    # A listener whose queue is full lets further connects hang, as a firewall would.
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        device = lan_device(FakeDevice(), port=full.getsockname()[1])
        async with owned(device) as (_, heard):
            await heard.until(lambda: failed_with(heard, Cause.TIMEOUT))
        for filler in fillers:
            filler.close()


@pytest.mark.parametrize("cause", [cause for cause in Cause if cause is not Cause.NONE])
def test_every_cause_has_words_and_advice_for_the_operator(cause):
    told = finding(cause)
    assert told.words
    assert told.advice.endswith(".")
    assert told.stage is not Stage.OK
