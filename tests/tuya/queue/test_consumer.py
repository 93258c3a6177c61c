"""The consumer against a real WebSocket server on loopback."""

import asyncio
import base64
import hashlib
import logging

import pytest

from heyzack_console.domain.cloud import LinkState
from heyzack_console.domain.errors import InvalidInput, StoreFull
from heyzack_console.tuya.queue.timing import QueueTimings
from tests.support.certificates import loopback_tls
from tests.support.queue_messages import ACCESS_ID, PASSWORD, SECRET, envelope, frame, properties, status_report
from tests.support.queue_server import QueueServer
from tests.tuya.queue.reading import SOON, Reading, next_of, reading

T = 1_700_000_000_000


def switched(message_id, value=True, t=T, device="d1", **more):
    return frame(message_id, 4, status_report(device, ("switch_1", value, t)), **more)


async def test_the_request_names_topic_subscription_and_password():
    async with QueueServer() as server, reading(server.project(queue_suffix="desk2")) as it:
        path, query, headers = await next_of(server.asked)
        await it.states.until(LinkState.UP)
    assert path == f"/ws/v2/consumer/persistent/{ACCESS_ID}/out/event/{ACCESS_ID}-desk2"
    assert query == {"ackTimeoutMillis": ["3000"], "subscriptionType": ["Failover"]}
    assert (headers["username"], headers["password"]) == (ACCESS_ID, PASSWORD)


async def test_the_test_channel_is_a_topic_of_its_own():
    async with QueueServer("event-test") as server, reading(server.project(queue_topic="event-test")) as it:
        await it.states.until(LinkState.UP)


async def test_a_message_is_acknowledged_only_once_it_is_stored():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        it.store.gate.clear()
        await peer.send(switched("m1"))
        await it.store.next()
        assert peer.acknowledged.empty()
        it.store.gate.set()
        assert await peer.acks(1) == ["m1"]
    assert [event.device for event in it.store.events] == ["d1"]


async def test_what_the_store_refused_comes_again_and_is_stored_then():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        it.store.refusals.append(StoreFull("The disk is full."))
        await peer.send(switched("m1"))
        assert "disk is full" in await it.states.until(LinkState.DEGRADED)
        assert peer.acknowledged.empty()
        await peer.send(switched("m1", redeliveries=1))
        assert await peer.acks(1) == ["m1"]
        await it.states.until(LinkState.UP)
    assert len(it.store.events) == 1


async def test_a_repeated_message_is_acknowledged_again_but_not_told_again():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        for count in range(3):
            await peer.send(switched("m1", redeliveries=count))
            assert await peer.acks(1) == ["m1"]
    assert len(it.store.events) == 1


async def test_messages_that_arrive_while_the_store_works_are_stored_together_and_once():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        it.store.gate.clear()
        await peer.send(switched("m1"))
        await it.store.next()
        await peer.send(switched("m2", t=T + 1), switched("m1"), switched("m2", t=T + 1), switched("m3", t=T + 2))
        await peer.pinged()
        it.store.gate.set()
        assert await peer.acks(4) == ["m1", "m2", "m1", "m3"]
    assert [len(batch) for batch in it.store.batches] == [1, 2]


async def test_a_repetition_on_a_later_connection_is_known():
    async with QueueServer() as server, reading(server.project()) as it:
        first = await next_of(server.connected)
        await first.send(switched("m1"))
        await first.acks(1)
        first.cut()
        second = await next_of(server.connected)
        await second.send(switched("m1", redeliveries=1))
        assert await second.acks(1) == ["m1"]
    assert len(it.store.events) == 1
    assert it.consumer.counts.duplicates == 1


async def test_a_value_older_than_one_told_before_is_acknowledged_and_left_out():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        for message_id, value, t in (("m1", True, T), ("m2", False, T - 1), ("m3", False, T + 1)):
            await peer.send(switched(message_id, value, t))
            await peer.acks(1)
    assert [event.values[0].value for event in it.store.events] == [True, False]
    assert it.consumer.counts.outdated == 1


async def test_the_same_change_in_both_families_is_told_once():
    both = [
        frame("m1", 4, status_report("d1", ("switch_1", True, T), data_id="x")),
        frame("m2", 1000, properties("d1", ("switch_1", 1, True, T), ("odd", 101, 5, T), data_id="x"), "aes_ecb"),
    ]
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        await peer.send(*both)
        await peer.acks(2)
    assert [[value.code for value in event.values] for event in it.store.events] == [["switch_1"], ["odd"]]


async def test_bad_messages_do_not_stop_the_good_ones():
    bad = ["no json", '{"payload": 1}', envelope("m1", "???"), frame("m2", 4, {"status": 1}), frame("m3", 77, {})]
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        await peer.send(*bad, switched("m4"))
        assert await peer.acks(3) == ["m2", "m3", "m4"]
    counts = it.consumer.counts
    assert (counts.malformed, counts.unknown, counts.values) == (4, 1, 1)


async def test_an_unreadable_message_is_left_in_the_queue_twice_and_then_given_up():
    async with QueueServer() as server, reading(server.project()):
        peer = await next_of(server.connected)
        for number in range(3):
            await peer.send(envelope("bad", "???"), switched(f"m{number}", t=T + number))
        assert await peer.acks(4) == ["m0", "m1", "bad", "m2"]


async def test_a_secret_that_fits_no_message_is_told():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        await peer.send(*(switched(f"m{number}", secret="x" * 32) for number in range(5)))
        assert "check the access secret" in await it.states.until(LinkState.DEGRADED)


async def test_it_connects_again_for_ever_after_cuts_closes_and_errors():
    async with QueueServer() as server, reading(server.project()) as it:
        (await next_of(server.connected)).cut()
        await (await next_of(server.connected)).close()
        server.refusals += [500, 503, 429]
        (await next_of(server.connected)).cut()
        peer = await next_of(server.connected)
        await peer.send(switched("m1"))
        await peer.acks(1)
        await it.states.until(LinkState.UP)
    assert (LinkState.CONNECTING, "The queue answered with HTTP 503. The console goes on trying.") in it.states.all


async def test_a_peer_that_answers_no_ping_is_left():
    async with asyncio.timeout(20):
        mute = asyncio.Event()

        async def upgrade_and_fall_silent(reader, writer):
            request = await reader.readuntil(b"\r\n\r\n")
            writer.write(answer_to(request))
            mute.set()
            await reader.read()
            writer.close()

        server = await asyncio.start_server(upgrade_and_fall_silent, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        project = QueueServer.project(type("At", (), {"port": port, "_tls": None})())
        quick = QueueTimings(ping=0.05, pong=0.05, close=0.05, first_pause=0.01, longest_pause=0.02)
        async with reading(project, timings=quick) as it:
            await mute.wait()
            assert "stopped answering" in await it.states.until(LinkState.CONNECTING, "stopped")
        server.close()
        await server.wait_closed()


def answer_to(request):
    key = next(line.split(b": ")[1] for line in request.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key"))
    accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
    )


async def test_a_wrong_secret_is_told_as_such_and_tried_again():
    async with QueueServer() as server, reading(server.project(), secret="0" * 32) as it:
        assert "secret" in await it.states.until(LinkState.OFF, "401")
        await next_of(server.asked)
        await next_of(server.asked)
    assert SECRET not in str(it.states.all)


async def test_a_project_without_message_service_is_told_to_switch_it_on():
    async with QueueServer() as server:
        server.refusals += [404] * 50
        async with reading(server.project()) as it:
            assert "message service" in await it.states.until(LinkState.OFF, "404")


async def test_a_redirection_is_not_followed_since_the_password_would_go_along():
    async with QueueServer() as server:
        server.refusals += [302]
        async with reading(server.project()) as it:
            await it.states.until(LinkState.UP)
            paths = [(await next_of(server.asked))[0] for _ in range(2)]
    assert paths[0] == paths[1]
    assert not any("elsewhere" in path for path in paths)


async def test_a_backlog_is_told_while_it_lasts():
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        it.clock.advance(600)
        await peer.send(switched("m1"))
        assert "10 min old" in await it.states.until(LinkState.UP, "Catching up")
        await peer.send(switched("m2", publishTime=it.clock.now().isoformat()))
        await it.states.until(LinkState.UP, plain=True)


async def test_a_notice_of_the_platform_is_told_and_acknowledged():
    async with QueueServer("notice") as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        server.topic = "event"
        await it.states.until(LinkState.UP)
        await peer.send("no json", envelope("n1", "whatever"))
        assert await peer.acks(1) == ["n1"]
        await it.states.until(LinkState.UP, "pile up")
        it.clock.advance(SOON.notice + 1)
        await it.states.until(LinkState.UP, plain=True)


async def test_a_certificate_that_nobody_vouches_for_ends_the_attempt_before_the_password(tmp_path):
    server_side, _ = loopback_tls(tmp_path)
    async with QueueServer(tls=server_side) as server, reading(server.project()) as it:
        assert "certificate" in await it.states.until(LinkState.CONNECTING, "Nothing was sent")
    assert server.asked.empty()


async def test_a_trusted_certificate_opens_the_queue(tmp_path):
    server_side, client_side = loopback_tls(tmp_path)
    async with QueueServer(tls=server_side) as server, reading(server.project(), tls=client_side) as it:
        peer = await next_of(server.connected)
        await peer.send(switched("m1"))
        assert await peer.acks(1) == ["m1"]
        await it.states.until(LinkState.UP)


async def test_a_fault_of_the_program_while_storing_is_not_hidden():
    async with QueueServer() as server:
        it = Reading(server.project())
        it.store.refusals.append(ZeroDivisionError())
        task = asyncio.get_running_loop().create_task(it.consumer.run())
        peer = await next_of(server.connected)
        await peer.send(switched("m1"))
        async with asyncio.timeout(20):
            (caught,) = await asyncio.gather(task, return_exceptions=True)
        assert await peer.closed() is not None
        assert peer.acknowledged.empty()
    assert caught.split(ZeroDivisionError)[1] is None
    assert it.states.all[-1] == (LinkState.OFF, "")


async def test_the_end_is_told_to_both_sides():
    async with QueueServer() as server:
        async with reading(server.project()) as it:
            peer = await next_of(server.connected)
            await it.states.until(LinkState.UP)
        assert await peer.closed() == 1000
    assert it.states.all[-1] == (LinkState.OFF, "")


async def test_no_password_reaches_the_log_however_much_is_logged(caplog):
    caplog.set_level(logging.DEBUG)
    async with QueueServer() as server, reading(server.project()) as it:
        peer = await next_of(server.connected)
        await peer.send(switched("m1"))
        await peer.acks(1)
        peer.cut()
        await next_of(server.connected)
        await it.states.until(LinkState.UP)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("heyzack_console")]
    assert any("not connected" in line for line in ours)
    assert not any(secret in line for line in ours for secret in (SECRET, PASSWORD))


@pytest.mark.parametrize(
    "queue_url",
    ["ws://queue.example.com:8285", "http://127.0.0.1", "wss://", "wss://user@h", "wss://h:x", "wss://h?x=1"],
)
def test_an_address_that_would_show_the_password_or_is_none_is_refused(queue_url):
    project = QueueServer.project(type("At", (), {"port": 1, "_tls": None})(), queue_url=queue_url)
    with pytest.raises(InvalidInput):
        Reading(project)
