"""Misbehaviour of simulated devices, seen on the bare wire (version 3.3 unless it is about session keys)."""

import asyncio
import json
import struct
from contextlib import asynccontextmanager

import pytest
from tinytuya.core.crypto_helper import AESCipher
from tinytuya.core.message_helper import TuyaMessage, pack_message

from heyzack_console.simulator.lan.temper import SlotRule, Temper
from tests.simulator.lan_client import KEY, client_of

QUERY, SET, PUSH, HEARTBEAT, EXTENDED = 0x0A, 0x07, 0x08, 0x09, 0x40
CIPHER = AESCipher(KEY.encode())


def frame(sequence, command, body=None):
    text = json.dumps(body or {"devId": "D"}, separators=(",", ":")).encode()
    payload = CIPHER.encrypt(text, use_base64=False)
    if command == SET:
        payload = b"3.3" + 12 * b"\0" + payload
    return pack_message(TuyaMessage(sequence, command, None, payload, 0, True, 0x55AA, None))


@asynccontextmanager
async def connected(device):
    reader, writer = await asyncio.open_connection("127.0.0.1", device.port)
    try:
        async with asyncio.timeout(10):
            yield reader, writer
    finally:
        writer.close()
        # The peer may have reset the connection: that is what some tests are about.
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)


async def next_frame(reader):
    """(command, sequence, what follows the header without check and suffix)"""
    _, sequence, command, length = struct.unpack(">4I", await reader.readexactly(16))
    return command, sequence, (await reader.readexactly(length))[:-8]


def opened(body, retcode=4):
    payload = body[retcode:]
    payload = payload[15:] if payload[:3] == b"3.3" else payload
    return json.loads(CIPHER.decrypt(payload, use_base64=False))


async def ended(reader):
    """The other side closed or reset the connection."""
    try:
        return await reader.read() == b""
    except ConnectionResetError:
        return True


async def test_a_full_device_refuses_the_newest_client(make):
    device = await make(temper=Temper(slot_rule=SlotRule.REFUSE_NEWEST))
    async with connected(device) as (reader, writer):
        writer.write(frame(1, QUERY))
        await next_frame(reader)
        async with connected(device) as (second, _):
            assert await ended(second)
        writer.write(frame(2, QUERY))
        assert (await next_frame(reader))[0] == QUERY


async def test_a_full_device_drops_the_oldest_client(make):
    device = await make(temper=Temper(slot_rule=SlotRule.DROP_OLDEST))
    async with connected(device) as (reader, _), connected(device) as (second, writer):
        assert await ended(reader)
        writer.write(frame(1, QUERY))
        assert (await next_frame(second))[0] == QUERY


async def test_three_slots_hold_three_clients(make):
    device = await make(temper=Temper(slots=3, slot_rule=SlotRule.REFUSE_NEWEST))
    async with connected(device) as one, connected(device) as two, connected(device) as three:
        for reader, writer in (one, two, three):
            writer.write(frame(1, QUERY))
            assert (await next_frame(reader))[0] == QUERY
        async with connected(device) as (fourth, _):
            assert await ended(fourth)


@pytest.mark.parametrize("second", [1, 5])
async def test_a_sequence_number_that_does_not_increase_closes_the_connection(second, make):
    async with connected(await make()) as (reader, writer):
        writer.write(frame(5, QUERY) + frame(second, QUERY))
        await next_frame(reader)
        assert await ended(reader)


async def test_a_sequence_number_of_zero_closes_the_connection(make):
    async with connected(await make()) as (reader, writer):
        writer.write(frame(0, QUERY))
        assert await ended(reader)


async def test_a_lenient_device_takes_any_sequence_number(make):
    async with connected(await make(temper=Temper(strict_sequence=False))) as (reader, writer):
        writer.write(frame(5, QUERY) + frame(5, QUERY))
        assert [(await next_frame(reader))[1] for _ in range(2)] == [5, 5]


async def test_a_connection_that_stays_idle_is_closed(make):
    async with connected(await make(temper=Temper(idle_close_s=0.05))) as (reader, _):
        assert await ended(reader)


async def test_a_heartbeat_reply_has_sequence_zero_and_no_payload(make):
    async with connected(await make()) as (reader, writer):
        writer.write(frame(3, HEARTBEAT))
        assert await next_frame(reader) == (HEARTBEAT, 0, bytes(4))


async def test_a_set_is_acknowledged_with_nothing_and_then_pushed(make):
    async with connected(await make()) as (reader, writer):
        writer.write(frame(1, SET, {"devId": "D", "dps": {"1": False}}))
        assert await next_frame(reader) == (SET, 1, bytes(4))
        command, _, body = await next_frame(reader)
    assert command == PUSH
    assert opened(body)["dps"] == {"1": False}


async def test_an_ack_can_say_failure_although_the_device_obeys(make):
    device = await make(temper=Temper(failing_ack=True))
    async with connected(device) as (reader, writer):
        writer.write(frame(1, SET, {"devId": "D", "dps": {"1": False}}))
        assert await next_frame(reader) == (SET, 1, bytes([0, 0, 0, 1]))
        assert (await next_frame(reader))[0] == PUSH
    assert device.points[None]["1"] is False


async def test_a_set_can_be_answered_with_points_and_without_a_push(make):
    async with connected(await make(temper=Temper(answers_set_with_points=True))) as (reader, writer):
        writer.write(frame(1, SET, {"devId": "D", "dps": {"1": False}}) + frame(2, HEARTBEAT))
        command, _, body = await next_frame(reader)
        assert (command, opened(body)["dps"]) == (SET, {"1": False})
        assert (await next_frame(reader))[0] == HEARTBEAT


async def test_return_codes_can_be_missing(make):
    async with connected(await make(temper=Temper(no_retcode=True))) as (reader, writer):
        writer.write(frame(1, QUERY))
        _, _, body = await next_frame(reader)
    assert opened(body, retcode=0)["dps"] == {"1": True, "2": 215}


async def test_frames_can_come_in_pieces_of_a_few_bytes(make):
    async with connected(await make(temper=Temper(segment=7))) as (reader, writer):
        writer.write(frame(1, QUERY))
        assert len(await reader.read(4096)) < 16


async def test_frames_in_pieces_still_make_whole_answers(make, in_thread):
    client = client_of(await make("3.4", temper=Temper(segment=7)))
    answer = await in_thread(client.status)
    await in_thread(client.close)
    assert answer["dps"] == {"1": True, "2": 215}


async def test_frames_can_leave_together_in_one_segment(make):
    async with connected(await make(temper=Temper(merges=True))) as (reader, writer):
        writer.write(frame(1, QUERY) + frame(2, HEARTBEAT))
        segment = await reader.read(4096)
    assert segment.count(b"\0\0\x55\xaa") == 2


async def test_garbage_can_come_before_a_frame(make):
    async with connected(await make(temper=Temper(garbage=b"\xde\xad\xbe\xef"))) as (reader, writer):
        writer.write(frame(1, HEARTBEAT))
        assert await reader.readexactly(4) == b"\xde\xad\xbe\xef"
        assert (await next_frame(reader))[0] == HEARTBEAT


async def test_a_locked_up_device_accepts_and_resets_and_recovers_when_unlocked(make):
    device = await make(temper=Temper(locked_up=True))
    async with connected(device) as (reader, _):
        assert await ended(reader)
    device.temper = Temper()
    async with connected(device) as (reader, writer):
        writer.write(frame(1, QUERY))
        assert (await next_frame(reader))[0] == QUERY


async def test_a_silent_device_keeps_the_connection_and_says_nothing_until_it_wakes(make):
    device = await make(temper=Temper(silent=True))
    async with connected(device) as (reader, writer):
        writer.write(frame(1, QUERY))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await reader.read(1)
        device.temper = Temper()
        writer.write(frame(2, QUERY))
        assert (await next_frame(reader))[1] == 2


async def test_a_slow_device_answers_later_but_in_order(make):
    async with connected(await make(temper=Temper(delay_s=0.03))) as (reader, writer):
        before = asyncio.get_running_loop().time()
        writer.write(frame(1, QUERY) + frame(2, QUERY))
        assert [(await next_frame(reader))[1] for _ in range(2)] == [1, 2]
        assert asyncio.get_running_loop().time() - before >= 0.03


async def heard_over_a_lossy_link(make):
    device = await make(temper=Temper(loss=0.5, idle_close_s=0.05))
    async with connected(device) as (reader, writer):
        writer.write(b"".join(frame(n, QUERY) for n in range(1, 41)))
        heard = await reader.read(-1)
    return [int.from_bytes(part[:4], "big") for part in heard.split(b"\0\0\x55\xaa")[1:]]


async def test_a_lossy_link_loses_some_answers_and_keeps_the_order_of_the_others(make):
    heard = await heard_over_a_lossy_link(make)
    assert 5 < len(heard) < 36
    assert heard == sorted(heard)


async def test_a_changed_key_ends_the_connection_and_the_old_key_opens_nothing(make, in_thread):
    device = await make("3.4")
    client = client_of(device)
    await in_thread(client.status)
    device.change_key("fedcba9876543210")
    assert (await in_thread(client.status))["Err"] in {"904", "914"}
    await in_thread(client.close)
    again = client_of(device, key="fedcba9876543210")
    assert (await in_thread(again.status))["dps"] == {"1": True, "2": 215}
    await in_thread(again.close)


async def test_a_device_that_moves_answers_at_its_new_port_only(make):
    device = await make()
    old = device.port
    async with connected(device) as (reader, _):
        await device.move()
        assert await ended(reader)
    assert device.port != old
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", old)
    async with connected(device) as (reader, writer):
        writer.write(frame(1, QUERY))
        assert (await next_frame(reader))[0] == QUERY


async def test_an_unplugged_device_resets_its_client_and_returns_on_the_same_port(make):
    device = await make()
    port = device.port
    async with connected(device) as (reader, _):
        device.unplug()
        assert await ended(reader)
    assert await device.plug_in() == port


async def test_a_query_without_nulls_is_refused_by_device22(make):
    async with connected(await make(temper=Temper(null_query=True))) as (reader, writer):
        writer.write(frame(1, QUERY))
        _, _, body = await next_frame(reader)
    assert body[:4] == bytes([0, 0, 0, 1])
    assert CIPHER.decrypt(body[4:], use_base64=False) == "json obj data unvalid"


async def test_a_gateway_can_refuse_queries_that_name_no_sub_device(make):
    device = await make(temper=Temper(refuses_bare_query=True))
    device.points["c1"] = {"1": "normal"}
    async with connected(device) as (reader, writer):
        writer.write(frame(1, QUERY) + frame(2, QUERY, {"devId": "D", "cid": "c1"}))
        _, _, refused = await next_frame(reader)
        _, _, body = await next_frame(reader)
    assert refused[:4] == bytes([0, 0, 0, 1])
    assert opened(body) == {"cid": "c1", "dps": {"1": "normal"}}


async def test_an_unknown_cid_is_refused_with_a_text(make):
    async with connected(await make()) as (reader, writer):
        writer.write(frame(1, QUERY, {"devId": "D", "cid": "nobody"}))
        _, _, body = await next_frame(reader)
    assert CIPHER.decrypt(body[4:], use_base64=False) == "devid not found"


async def test_an_order_for_a_lost_sub_device_is_acknowledged_and_not_followed(make):
    device = await make()
    device.points["c1"] = {"1": True}
    device.set_online("c1", online=False)
    async with connected(device) as (reader, writer):
        writer.write(frame(1, SET, {"devId": "D", "cid": "c1", "dps": {"1": False}}))
        assert await next_frame(reader) == (SET, 1, bytes(4))
    assert device.points["c1"] == {"1": True}


async def test_bytes_that_are_no_frame_close_the_connection(make):
    async with connected(await make()) as (reader, writer):
        writer.write(b"GET / HTTP/1.1\r\nHost: example\r\n\r\n")
        assert await ended(reader)


async def test_a_wrong_check_sum_closes_the_connection(make):
    broken = bytearray(frame(1, QUERY))
    broken[-8] ^= 1
    async with connected(await make()) as (reader, writer):
        writer.write(bytes(broken))
        assert await ended(reader)


async def test_frames_before_negotiation_are_ignored_twice_and_then_close_the_connection(make):
    def unsigned(sequence):
        return pack_message(TuyaMessage(sequence, 0x10, None, b"", 0, True, 0x55AA, None), hmac_key=KEY.encode())

    async with connected(await make("3.4")) as (reader, writer):
        writer.write(unsigned(1) + unsigned(2) + unsigned(3))
        assert await ended(reader)


@pytest.mark.parametrize("version", ["3.4", "3.5"])
async def test_a_gateway_tells_which_sub_devices_are_online(version, make, in_thread):
    gateway = await make(version)
    gateway.points |= {"c1": {"1": True}, "c2": {"1": True}}
    gateway.set_online("c2", online=False)
    client = client_of(gateway)
    await in_thread(client.status)
    answer = await in_thread(client.subdev_query)
    await in_thread(client.close)
    assert answer["data"] == {"online": ["c1"], "offline": ["c2"]}


async def test_a_gateway_of_3_3_does_not_answer_the_question_who_is_online(make):
    async with connected(await make("3.3")) as (reader, writer):
        writer.write(frame(1, EXTENDED, {"reqType": "subdev_online_stat_query", "data": {"cids": []}}))
        writer.write(frame(2, HEARTBEAT))
        assert (await next_frame(reader))[0] == HEARTBEAT


async def test_a_device_that_just_woke_tells_what_it_knows_without_being_asked(make):
    async with connected(await make(temper=Temper(greets=True))) as (reader, _):
        command, _, body = await next_frame(reader)
    assert command == PUSH
    assert opened(body)["dps"] == {"1": True, "2": 215}
