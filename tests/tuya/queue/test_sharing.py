"""Signs of a second reader on one subscription."""

import base64
from datetime import timedelta

import pytest

from heyzack_console.domain.cloud import LinkState
from heyzack_console.tuya.queue.events import PointValue
from heyzack_console.tuya.queue.positions import Position, position_of
from heyzack_console.tuya.queue.sharing import SharingWatch
from tests.support.queue_messages import frame, status_report
from tests.support.queue_server import WHEN, QueueServer
from tests.tuya.queue.reading import next_of, reading

LATER = WHEN + timedelta(minutes=5)


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def message_id(ledger, entry, partition=0, batch=None):
    fields = [(1, ledger), (2, entry), (3, partition), *([(4, batch)] if batch is not None else [])]
    return base64.b64encode(b"".join(varint(n << 3) + varint(value) for n, value in fields)).decode()


def watch():
    it = SharingWatch("ID-sub")
    it.opened(WHEN)
    return it


@pytest.mark.parametrize("entry", [0, 1, 127, 128, 300_000, 2**40])
def test_an_id_of_pulsar_tells_ledger_entry_and_partition(entry):
    assert position_of(message_id(77, entry, 5, 1)) == Position(77, entry, 5)


@pytest.mark.parametrize("text", ["", "m1", "CAE=", "////", "////////////////", "not base64!", "CAEQ", "ü"])
def test_an_id_of_another_form_tells_nothing(text):
    assert position_of(text) is None


def test_entries_that_come_one_by_one_say_nothing():
    it = watch()
    for entry in (7, 8, 8, 9, 7, 10):
        it.delivered(Position(1, entry, 0), LATER)
        it.delivered(Position(2, entry, 1), LATER)
    it.delivered(Position(3, 500, 0), LATER)
    assert it.verdict(LATER) == ""


def test_three_gaps_within_an_hour_are_told_and_then_forgotten():
    it = watch()
    for entry in (1, 5, 9):
        it.delivered(Position(1, entry, 0), LATER)
    assert it.verdict(LATER) == ""
    it.delivered(Position(1, 11, 0), LATER)
    assert "missing in between" in it.verdict(LATER)
    assert "ID-sub" in it.verdict(LATER)
    assert it.verdict(LATER + timedelta(hours=1)) == ""


def test_a_new_connection_makes_no_gap():
    it = watch()
    for entry in (1, 5, 9, 13):
        it.lost()
        it.opened(WHEN)
        it.delivered(Position(1, entry, 0), LATER)
    assert it.verdict(LATER) == ""


def test_devices_that_change_in_the_cloud_without_a_message_are_told_after_a_minute():
    it = watch()
    at = WHEN + timedelta(minutes=2)
    for device in ("a", "b"):
        it.read_knows(device, at, LATER)
    assert it.verdict(LATER + timedelta(seconds=59)) == ""
    assert "2 devices" in it.verdict(LATER + timedelta(seconds=60))


def test_one_silent_device_may_have_reasons_of_its_own():
    it = watch()
    it.read_knows("a", WHEN + timedelta(minutes=2), LATER)
    assert it.verdict(LATER + timedelta(hours=1)) == ""


def test_a_few_silent_devices_of_many_may_have_lost_a_message():
    it = watch()
    at = WHEN + timedelta(minutes=2)
    for number in range(20):
        it.read_knows(str(number), at, LATER)
        if number >= 3:
            it.told_of(str(number), at)
    assert it.verdict(LATER + timedelta(hours=1)) == ""
    it.read_knows("20", at, LATER)
    it.read_knows("21", at, LATER)
    assert "5 devices" in it.verdict(LATER + timedelta(hours=1))


def test_a_message_that_comes_late_takes_the_suspicion_back():
    it = watch()
    at = WHEN + timedelta(minutes=2)
    for device in ("a", "b"):
        it.read_knows(device, at, LATER)
    it.told_of("b", at)
    assert it.verdict(LATER + timedelta(minutes=5)) == ""


def test_values_from_before_the_connection_prove_nothing():
    it = watch()
    for device in ("a", "b", "c"):
        it.read_knows(device, WHEN + timedelta(seconds=5), LATER)
    it.told_of("d", LATER)
    it.read_knows("d", LATER, LATER)
    assert it.verdict(LATER + timedelta(minutes=5)) == ""


def test_connections_that_the_server_ends_at_once_are_told_until_one_lasts():
    it = SharingWatch("ID-sub")
    for _ in range(3):
        assert it.verdict(LATER) == ""
        it.opened(WHEN)
        it.lost(bounced=True)
    assert "ends every connection" in it.verdict(LATER)
    it.opened(WHEN)
    it.lasted()
    assert it.verdict(LATER) == ""


async def test_a_subscription_that_is_taken_is_told():
    async with QueueServer() as server:
        server.refusals += [409] * 3
        async with reading(server.project(queue_suffix="desk")) as it:
            text = await it.states.until(LinkState.CONNECTING, "Another console already reads")
            await it.states.until(LinkState.UP, plain=True)
    assert "-desk" in text


async def test_readers_that_push_each_other_out_are_told():
    async with QueueServer() as server, reading(server.project()) as it:
        for _ in range(3):
            await (await next_of(server.connected)).close(1000)
        await it.states.until(LinkState.DEGRADED, "Probably another console")
        await (await next_of(server.connected)).close(1000)
        await it.states.until(LinkState.CONNECTING, "Probably another console")


async def test_what_reading_the_cloud_shows_and_no_message_told_degrades_the_queue():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        await it.states.until(LinkState.UP)
        at = it.clock.advance(60)
        it.clock.advance(30)
        for device in ("a", "b", "c"):
            it.consumer.read_knows(device, [PointValue("switch_1", 1, True, at)])
        it.clock.advance(61)
        await it.states.until(LinkState.DEGRADED, "newer values of 3 devices")
        milliseconds = round(at.timestamp() * 1000)
        for number, device in enumerate("abc"):
            await peer.send(frame(f"m{number}", 4, status_report(device, ("switch_1", True, milliseconds))))
        await it.states.until(LinkState.UP)


async def test_gaps_in_a_partition_degrade_the_queue_and_values_still_come():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        for entry in (1, 4, 8, 12):
            report = status_report("d1", ("switch_1", True, 1_700_000_000_000 + entry))
            await peer.send(frame(message_id(9, entry), 4, report))
        await it.states.until(LinkState.DEGRADED, "missing in between")
    assert len(it.store.events) == 4
