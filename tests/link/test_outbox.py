"""In which order things are sent to a window."""

import asyncio
import socket

import pytest

from heyzack_console.link.frames import PART_BYTES, FrameReader, Kind
from heyzack_console.link.outbox import Outbox


@pytest.fixture
async def ends():
    """The engine's writer and the window's reader of one connection."""
    here, there = socket.socketpair()
    reader, window = await asyncio.open_connection(sock=there)
    _, writer = await asyncio.open_connection(sock=here)
    yield writer, reader, window
    for end in (writer, window):
        end.close()
        await asyncio.gather(end.wait_closed(), return_exceptions=True)


async def sent(outbox, ends, count):
    writer, reader, _ = ends
    frames, received = FrameReader(), []
    async with asyncio.TaskGroup() as tasks:
        sending = tasks.create_task(outbox.send_to(writer))
        while len(received) < count:
            received += frames.feed(await reader.read(65536))
        sending.cancel()
    return received


async def test_large_bodies_take_turns_and_an_urgent_one_begins_first(ends):
    outbox = Outbox()
    outbox.put(Kind.ANSWER, 1, b"a" * (2 * PART_BYTES + 1))
    outbox.put(Kind.ANSWER, 2, b"b")
    outbox.put(Kind.BATCH, 3, b"c" * (PART_BYTES + 1), urgent=True)
    order = [(frame.call, frame.last) for frame in await sent(outbox, ends, 6)]
    assert order == [(3, False), (1, False), (2, True), (3, True), (1, False), (1, True)]


async def test_the_parts_of_a_body_make_it_whole(ends):
    outbox = Outbox()
    body = bytes(range(256)) * (PART_BYTES // 100)
    outbox.put(Kind.ANSWER, 1, body)
    assert b"".join(frame.body for frame in await sent(outbox, ends, 3)) == body


async def test_an_empty_body_is_sent(ends):
    outbox = Outbox()
    outbox.put(Kind.ANSWER, 1, b"")
    [frame] = await sent(outbox, ends, 1)
    assert frame.last
    assert frame.body == b""


async def test_sending_ends_quietly_when_the_reader_is_gone(ends):
    writer, _, window = ends
    outbox = Outbox()
    outbox.put(Kind.ANSWER, 1, b"x" * (8 * PART_BYTES))
    window.transport.abort()
    async with asyncio.timeout(10):
        await outbox.send_to(writer)
