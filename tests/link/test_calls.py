"""Commands and queries through the link, over a real socket."""

import asyncio
import stat

import pytest

from heyzack_console import __version__
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import (
    ConfirmationNeeded,
    ConsoleError,
    EngineLost,
    InvalidInput,
    NotFound,
    PermissionDenied,
)
from heyzack_console.link.client import LinkClient
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.frames import Frame, FrameReader, Kind
from heyzack_console.link.server import LinkServer
from heyzack_console.link.values import decode_error, encode, encode_request
from heyzack_console.ports.engine.devices import ReleaseSession, RenameDevice
from heyzack_console.ports.engine.feed import EngineStatus
from heyzack_console.ports.engine.orders import Orders, SendOrder
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import ExportSite, PlayScenario, Status
from tests.support.engine_port import SmallEngine

RENAME = RenameDevice(DeviceId("bf1"), "Boiler")


def raising(error):
    def answer(_request):
        raise error

    return answer


async def test_a_command_is_done_once_and_its_receipt_comes_back(client, engine):
    assert await client.do(RENAME) == Receipt(count=1, text="RenameDevice")
    assert engine.done == [RENAME]


async def test_a_query_is_answered_with_a_value_of_its_type(client, engine):
    engine.answers[Status] = lambda _: EngineStatus(site="Harbour House", devices=150)
    assert await client.ask(Status()) == EngineStatus(site="Harbour House", devices=150)


async def test_what_the_engine_refuses_is_raised_in_the_window_as_the_same_error(client, engine):
    engine.answers[SendOrder] = raising(ConfirmationNeeded("This opens the valve. Confirm it."))
    with pytest.raises(ConfirmationNeeded, match="opens the valve"):
        await client.do(SendOrder(DeviceId("v"), {"switch": True}))


async def test_an_error_keeps_the_field_that_it_names(client, engine):
    engine.answers[RenameDevice] = raising(InvalidInput("Too long.", "name"))
    with pytest.raises(InvalidInput) as refusal:
        await client.do(RENAME)
    assert refusal.value.field == "name"


async def test_a_bug_in_one_use_case_fails_that_call_and_no_other(client, engine, caplog):
    engine.answers[RenameDevice] = raising(ZeroDivisionError("a bug"))
    with pytest.raises(ConsoleError, match="its log tells more"):
        await client.do(RENAME)
    assert (await client.do(ReleaseSession(DeviceId("bf1")))).text == "ReleaseSession"
    assert "ZeroDivisionError" in caplog.text


async def test_an_answer_that_cannot_be_sent_fails_that_call_alone(client, engine):
    engine.answers[Status] = lambda _: object()
    with pytest.raises(ConsoleError, match="its log tells more"):
        await client.ask(Status())
    assert (await client.do(RENAME)).count == 1


async def test_an_answer_of_another_type_is_told_as_a_lost_engine(client, engine):
    engine.answers[Status] = lambda _: "not a status"
    with pytest.raises(EngineLost, match="could not be read"):
        await client.ask(Status())


async def test_answers_come_in_the_order_in_which_they_are_ready(client, engine):
    gate = asyncio.Event()

    async def late(_):
        await gate.wait()
        return "late"

    engine.answers[ExportSite] = late
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(client.ask(ExportSite()))
        assert (await client.do(RENAME)).count == 1
        assert not waiting.done()
        gate.set()
    assert waiting.result() == "late"


async def test_a_query_whose_caller_gives_up_is_ended_in_the_engine(client, engine):
    begun, ended = asyncio.Event(), asyncio.Event()

    async def endless(_):
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    engine.answers[ExportSite] = endless
    async with asyncio.TaskGroup() as tasks:
        call = tasks.create_task(client.ask(ExportSite()))
        await begun.wait()
        call.cancel()
    async with asyncio.timeout(10):
        await ended.wait()
    assert (await client.do(RENAME)).count == 1


async def test_a_command_that_has_begun_is_finished_when_its_window_dies(attach, engine):
    begun, go_on, finished = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow(_):
        begun.set()
        await go_on.wait()
        finished.set()
        return Receipt()

    engine.answers[RenameDevice] = slow
    window = await attach()
    call = asyncio.gather(window.do(RENAME), return_exceptions=True)
    await begun.wait()
    await window.aclose()
    assert isinstance((await call)[0], EngineLost)
    go_on.set()
    async with asyncio.timeout(10):
        await finished.wait()


async def test_an_answer_of_20_mb_arrives_whole_and_lets_others_pass(client, engine):
    large = "0123456789abcdef" * (20 * 1024 * 1024 // 16)
    engine.answers[ExportSite] = lambda _: large
    order = []

    async def export():
        answer = await client.ask(ExportSite())
        order.append("large")
        return answer

    async with asyncio.TaskGroup() as tasks:
        answer = tasks.create_task(export())
        await asyncio.sleep(0)
        for name in ("normal", "smoke", "leak"):
            await client.do(PlayScenario(name))
            order.append(name)
    assert answer.result() == large
    assert order == ["normal", "smoke", "leak", "large"]


async def test_a_request_of_20_mb_arrives_whole(client, engine):
    await client.do(PlayScenario("x" * 20 * 1024 * 1024))
    assert len(engine.done[0].name) == 20 * 1024 * 1024


async def test_windows_do_not_hear_one_anothers_answers(attach, engine):
    engine.answers[Orders] = lambda query: () if query.device == "a" else raising(NotFound("not b"))(query)
    one, two = await attach(), await attach()
    results = await asyncio.gather(
        *(one.ask(Orders(DeviceId("a"))) for _ in range(20)),
        *(two.ask(Orders(DeviceId("b"))) for _ in range(20)),
        return_exceptions=True,
    )
    assert results[:20] == [()] * 20
    assert {type(result) for result in results[20:]} == {NotFound}


async def test_a_window_with_another_token_is_refused_and_others_go_on(client, server):
    with pytest.raises(PermissionDenied, match="did not accept"):
        await LinkClient.attach(Endpoint(path=server.endpoint.path, token="guessed"))
    assert (await client.do(RENAME)).count == 1


async def test_a_window_of_another_version_is_told_both_versions(server, socket_folder):
    reader, writer = await asyncio.open_unix_connection(str(server.endpoint.path))
    writer.write(Frame(Kind.HELLO, 0, encode(("0.0.1-other", server.endpoint.token))).encode())
    answer = await reader.read()
    assert b"EngineLost" in answer
    assert b"0.0.1-other" in answer
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize(
    "greeting",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        Frame(Kind.ASK, 0, b"").encode(),
        Frame(Kind.HELLO, 0, b"\xc1").encode(),
        Frame(Kind.HELLO, 0, b"x" * 5000).encode(),
    ],
)
async def test_whoever_does_not_greet_properly_is_shown_out(server, greeting):
    reader, writer = await asyncio.open_unix_connection(str(server.endpoint.path))
    writer.write(greeting)
    async with asyncio.timeout(10):
        answer = await reader.read()
    assert b"ANSWER" not in answer
    assert not answer or b"PermissionDenied" in answer
    writer.close()
    await writer.wait_closed()


async def said_to(server, kind, body):
    """What the engine answers to a window that has its token and then sends *body* as it stands."""
    reader, writer = await asyncio.open_unix_connection(str(server.endpoint.path))
    hello = Frame(Kind.HELLO, 0, encode((__version__, server.endpoint.token)))
    writer.write(hello.encode() + Frame(kind, 1, body).encode())
    frames, answers = FrameReader(), []
    while len(answers) < 2:
        answers += frames.feed(await reader.read(4096))
    writer.close()
    await writer.wait_closed()
    return answers[1]


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        (Kind.DO, encode(("FormatDisk", {})), "could not read"),
        (Kind.ASK, b"\xc1", "could not read"),
        (Kind.DO, encode_request(Status()), "not a command"),
        (Kind.ASK, encode_request(RENAME), "not a question"),
    ],
)
async def test_what_is_not_in_the_catalogue_under_that_word_is_refused(server, engine, kind, body, words):
    answer = await said_to(server, kind, body)
    assert answer.kind is Kind.FAILED
    refusal = decode_error(answer.body)
    assert isinstance(refusal, InvalidInput)
    assert words in refusal.text
    assert engine.done == engine.asked == []


async def test_the_link_also_runs_over_a_port_of_this_machine(engine):
    async with LinkServer(engine, Endpoint(tcp_port=0, token="t")) as server:
        client = await LinkClient.attach(server.endpoint)
        assert (await client.do(RENAME)).count == 1
        await client.aclose()


async def test_nobody_at_an_endpoint_is_a_lost_engine(socket_folder):
    with pytest.raises(EngineLost, match="No engine answers"):
        await LinkClient.attach(Endpoint(path=socket_folder / "nobody"))


async def test_the_socket_is_private_and_goes_with_the_engine(socket_folder):
    path = socket_folder / "own"
    async with LinkServer(SmallEngine(), Endpoint(path=path, token="t")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.exists()


async def test_a_call_that_waits_when_the_engine_closes_fails_at_once(engine, socket_folder):
    begun = asyncio.Event()

    async def endless(_):
        begun.set()
        await asyncio.Event().wait()

    engine.answers[ExportSite] = endless
    async with LinkServer(engine, Endpoint(path=socket_folder / "e", token="t")) as server:
        client = await LinkClient.attach(server.endpoint)
        waiting = asyncio.gather(client.ask(ExportSite()), return_exceptions=True)
        await begun.wait()
    [outcome] = await waiting
    assert isinstance(outcome, EngineLost)
    with pytest.raises(EngineLost):
        await client.do(RENAME)


async def test_closing_a_window_twice_does_no_harm(attach):
    window = await attach()
    await window.aclose()
    await window.aclose()
