"""Messages over real sockets: mail, webhook, refusals, and a console that may not leave its machine."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput, NotDelivered
from heyzack_console.domain.notifications.notice import Message
from heyzack_console.host.logs import set_up_logging
from heyzack_console.host.redaction import Redactor
from heyzack_console.notices.sending import ON_THIS_MACHINE, AppriseSending, scrubbed, secrets_of
from tests.support.hook_server import hook_server
from tests.support.mail_sink import mail_sink

WATER = Message("P1 critical: Water", "Leak in the plant room — since 14:05", Priority.P1)
TOKEN = "s3cr3t-t0ken-of-a-hook"


@asynccontextmanager
async def sending(stays: Callable[[], bool] = lambda: False) -> AsyncIterator[AppriseSending]:
    opened = AppriseSending(stays)
    try:
        yield opened
    finally:
        await opened.close()


async def test_a_mail_arrives_with_its_words():
    async with mail_sink() as sink, sending() as out:
        await out.send(f"mailto://127.0.0.1:{sink.port}?from=console@example.com&to=ines@example.org", WATER)
    (mail,) = sink.mails
    assert sink.recipients == ["ines@example.org"]
    assert mail["Subject"] == WATER.title
    assert "Leak in the plant room — since 14:05" in mail.get_body().get_content()


async def test_a_webhook_gets_title_text_and_how_bad_it_is():
    async with hook_server() as hook, sending() as out:
        await out.send(hook.address(TOKEN), WATER)
    (body,) = hook.posted
    assert (body["title"], body["message"], body["type"]) == (WATER.title, WATER.text, "failure")


async def test_a_refusal_is_told_without_any_part_of_the_address():
    async with hook_server() as hook, sending() as out:
        hook.status = "403 Forbidden"
        with pytest.raises(NotDelivered, match="403") as refused:
            await out.send(hook.address(TOKEN), WATER)
    assert TOKEN not in refused.value.text


async def test_a_mail_that_is_refused_and_a_server_that_is_not_there_are_failures():
    async with mail_sink() as sink, sending() as out:
        sink.refuses = "no such user"
        with pytest.raises(NotDelivered):
            await out.send(f"mailto://127.0.0.1:{sink.port}?from=console@example.com&to=nobody@example.org", WATER)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            with pytest.raises(NotDelivered, match="onnection"):
                await out.send(f"json://127.0.0.1:{taken.getsockname()[1]}/{TOKEN}", WATER)


async def test_a_server_that_hangs_holds_up_no_other_channel():
    async with hook_server() as dead, hook_server() as alive, sending() as out:
        dead.hangs = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            stuck = group.create_task(_failed(out, dead.address()))
            await dead.came.wait()
            await out.send(alive.address(), WATER)
            assert not stuck.done()
            assert len(alive.posted) == 1
            dead.hangs.set()


async def _failed(out: AppriseSending, address: str) -> None:
    with pytest.raises(NotDelivered):
        await out.send(address, WATER)


@pytest.mark.parametrize(
    "address",
    [
        "json://192.0.2.1/hook",
        "json://example.com/hook",
        "mailto://127.0.0.1:1?smtp=192.0.2.1&from=a1@example.com&to=b1@example.org",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general",
        "msteams://team/Token8c1ab5d1234567890/Token9f1ab5d1234567890/Token2",
        "twilio://AC0123456789abcdef0123456789abcdef:0123456789abcdef0123456789abcdef@15551234567/15557654321",
    ],
)
async def test_in_the_demo_nothing_leaves_this_machine(address):
    async with sending(lambda: True) as out:
        with pytest.raises(NotDelivered) as refused:
            await out.send(address, WATER)
    if not address.startswith("msteams"):
        assert refused.value.text == ON_THIS_MACHINE


async def test_in_the_demo_a_redirect_to_elsewhere_and_a_proxy_are_not_followed(monkeypatch):
    async with hook_server() as hook, sending(lambda: True) as out:
        hook.status, hook.headers = "307 Temporary Redirect", "Location: http://192.0.2.1/elsewhere\r\n"
        with pytest.raises(NotDelivered, match="nothing leaves this machine"):
            await out.send(hook.address(), WATER)
        monkeypatch.setenv("http_proxy", "http://192.0.2.1:3128")
        with pytest.raises(NotDelivered, match="nothing leaves this machine"):
            await out.send(hook.address(), WATER)


async def test_in_the_demo_a_server_on_this_machine_is_reached_and_only_the_sending_thread_is_confined():
    async with hook_server() as hook, sending(lambda: True) as out:
        await out.send(hook.address(), WATER)
        await out.send(f"json://localhost:{hook.port}/", WATER)
        assert len(hook.posted) == 2
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as elsewhere:
        elsewhere.connect(("192.0.2.1", 9))


async def test_an_address_is_checked_before_it_is_kept():
    async with sending() as out:
        assert await out.check("mailto://127.0.0.1:25?from=a1@example.com&to=b1@example.org") == "E-Mail"
        for wrong in ("", "ines@example.org", "nothing://x", "mailto://", "syslog://", "file:///etc/passwd"):
            with pytest.raises(InvalidInput):
                await out.check(wrong)


async def test_what_goes_wrong_with_an_address_stands_in_no_log(tmp_path):
    with set_up_logging(tmp_path, "engine", Redactor(), logging.DEBUG) as file:
        async with hook_server() as hook, sending() as out:
            hook.status = "500 Internal Server Error"
            with pytest.raises(NotDelivered):
                await out.send(hook.address(TOKEN), WATER)
            with pytest.raises(InvalidInput):
                await out.check(f"slack://{TOKEN}")
        logging.getLogger("test").info("the end")
    log = file.read_text()
    assert "the end" in log
    assert TOKEN not in log


def test_secrets_of_an_address_are_its_user_password_path_and_options():
    address = "mailto://ines%40home:p%C3%A4ssw0rd@mail.example.com:2525/ticket?to=omar@example.org"
    found = secrets_of(address)
    assert {"ines@home", "pässw0rd", "ticket", "omar@example.org"} <= found
    assert scrubbed("pässw0rd of ines@home at mail.example.com", address) == "… of … at mail.example.com"
    assert len(scrubbed("x" * 900, address)) == 200
