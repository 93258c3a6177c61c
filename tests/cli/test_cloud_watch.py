"""`cloud watch` as a process against a message queue on loopback."""

import asyncio
import json
import os
import signal
import sys
from contextlib import asynccontextmanager

import pytest

from tests.cli.running import console
from tests.support.queue_messages import ACCESS_ID, PASSWORD, SECRET, frame, properties
from tests.support.queue_server import QueueServer

T = 1_700_000_000_000
SECRETS = {"HEYZACK_TUYA_SECRET": SECRET}


def words(server, *more):
    return ["cloud", "watch", "--queue-url", f"ws://127.0.0.1:{server.port}", "--access-id", ACCESS_ID, *more]


@asynccontextmanager
async def watching(server, *more, out=asyncio.subprocess.PIPE):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "heyzack_console",
        *words(server, *more),
        stdout=out,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | SECRETS,
    )
    try:
        async with asyncio.timeout(60):
            yield process, await server.connected.get()
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_values_and_news_are_printed_and_then_acknowledged():
    async with QueueServer() as server, watching(server, "--json") as (process, peer):
        offline = {"bizCode": "deviceOffline", "bizData": {"devId": "d1", "time": T}}
        await peer.send(frame("m1", 1000, properties("d1", ("va_temperature", 1, 215, T))), frame("m2", 1001, offline))
        lines = [json.loads(await process.stdout.readline()) for _ in range(2)]
        assert await peer.acks(2) == ["m1", "m2"]
        process.send_signal(signal.SIGINT)
        out, err = await process.communicate()
    at = "2023-11-14T22:13:20+00:00"
    assert lines == [
        {"device": "d1", "code": "va_temperature", "dp": 1, "value": 215, "at": at},
        {"device": "d1", "happening": "offline", "at": at},
    ]
    assert (process.returncode, out) == (0, b"")
    assert not any(secret.encode() in err for secret in (SECRET, PASSWORD))


async def test_it_ends_by_itself_after_the_given_seconds():
    async with QueueServer() as server:
        ended = await console(*words(server, "--seconds", "0.5", "--json"), **SECRETS)
    assert (ended.code, ended.out) == (0, "")


async def test_the_subscription_of_its_own_is_used():
    async with QueueServer() as server, watching(server, "--queue-suffix", "desk"):
        path, *_ = server.asked.get_nowait()
    assert path.endswith(f"/event/{ACCESS_ID}-desk")


async def test_a_refusal_ends_it_with_two_and_the_typed_cause():
    wrong = "0123456789abcdef0123456789abcdef"
    async with QueueServer() as server:
        ended = await console(*words(server, "--json"), HEYZACK_TUYA_SECRET=wrong)
    assert (ended.code, ended.value["ok"], ended.value["cause"]) == (2, False, "auth")
    assert wrong not in ended.out + ended.err


async def test_a_queue_that_was_never_reached_ends_it_with_two():
    async with QueueServer() as server:
        closed = words(server, "--seconds", "0.5", "--json")
    ended = await console(*closed, **SECRETS)
    assert (ended.code, ended.value["cause"]) == (2, "transport")
    assert "cannot be reached" in ended.value["message"]


@pytest.mark.parametrize("where", [["--region", "sg"], ["--queue-url", "ws://queue.example.com"], []])
async def test_a_queue_address_that_is_none_is_told(where):
    ended = await console("cloud", "watch", *where, "--access-id", "x", "--json", **SECRETS)
    assert (ended.code, ended.value["ok"], ended.value["cause"]) == (2, False, "input")


async def test_people_read_lines_with_the_state_apart():
    async with QueueServer() as server, watching(server) as (process, peer):
        await peer.send(frame("m1", 1000, properties("d1", ("mode", 2, "auto", T))))
        line = await process.stdout.readline()
        assert b"days old" in await process.stderr.readline()
        await peer.close()
        assert b"connecting" in await process.stderr.readline()
    assert line.decode().split("\t")[:4] == ["d1", "mode", "2", "auto"]


async def test_it_ends_in_peace_when_nobody_reads_its_lines_any_more():
    reading_end, writing_end = os.pipe()
    async with QueueServer() as server, watching(server, "--json", out=writing_end) as (process, peer):
        os.close(writing_end)
        os.close(reading_end)
        await peer.send(frame("m1", 1000, properties("d1", ("a", 1, 5, T))))
        err = await process.stderr.read()
        assert await process.wait() == 0
    assert b"Traceback" not in err
    assert b"fault" not in err
