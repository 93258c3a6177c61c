"""`engine`: runs alone, owns its home, stops cleanly when told."""

import asyncio
import os
import sys

import pytest

from heyzack_console.host.lock import read_owner
from heyzack_console.host.processes import ChildProcess
from heyzack_console.link.attachment import AttachmentState, EngineAttachment
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.ports.engine.sites import CreateSite, Status
from tests.cli.running import console

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")


class Window:
    """Starts the engine of a home by the command line and attaches to it."""

    def __init__(self, home):
        self.home = home
        self.process = None
        self.attached = asyncio.Event()
        self.port = EngineAttachment(self._find, self._start, self._told)

    def _find(self):
        owner = read_owner(self.home / "engine.lock")
        return Endpoint.parse(owner.endpoint, owner.token) if owner else None

    def _start(self):
        if self.process:
            raise OSError("this window starts one engine only")
        command = [sys.executable, "-m", "heyzack_console", "--home", str(self.home), "engine"]
        self.process = ChildProcess.start("engine", command, self.home / "engine.out", os.environ)
        return self.process

    def _told(self, state, _text):
        if state is AttachmentState.ATTACHED:
            self.attached.set()


@pytest.fixture
async def window(tmp_path):
    opened = Window(tmp_path)
    async with asyncio.TaskGroup() as group:
        staying = group.create_task(opened.port.run())
        async with asyncio.timeout(60):
            await opened.attached.wait()
        yield opened
        staying.cancel()
    await opened.process.stop()


async def test_an_engine_answers_keeps_what_it_confirmed_and_stops_when_told(window, tmp_path):
    await window.port.do(CreateSite("Harbour House", "Europe/Paris"))
    assert (await window.port.ask(Status())).site == "Harbour House"
    assert await window.process.stop(patience_s=30) == 0
    ended = await console("--home", str(tmp_path), "journal", "verify", "--json")
    assert (ended.value["ok"], ended.value["entries"] > 0) == (True, True)


async def test_a_second_engine_of_a_home_is_refused_and_the_first_goes_on(window, tmp_path):
    ended = await console("engine", "--home", str(tmp_path))
    assert (ended.code, ended.out) == (1, "")
    assert "already runs" in ended.err
    assert (await window.port.ask(Status())).site == ""


async def test_a_journal_can_be_verified_beside_a_running_engine(window, tmp_path):
    await window.port.do(CreateSite("Harbour House", "Europe/Paris"))
    ended = await console("journal", "verify", "--json", "--home", str(tmp_path))
    assert (ended.code, ended.value["ok"]) == (0, True)
    assert (await window.port.ask(Status())).site == "Harbour House"
