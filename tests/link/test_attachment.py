"""A window that stays attached to the engine of its home; the engines are real processes."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from heyzack_console.domain.errors import EngineLost
from heyzack_console.host.lock import read_owner
from heyzack_console.host.processes import ChildProcess
from heyzack_console.link.attachment import AttachmentState, EngineAttachment, Patience
from heyzack_console.link.client import LinkClient
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.ports.engine.sites import PlayScenario, Status
from tests.support.engine_process import IN_USE

CHECKOUT = Path(__file__).resolve().parents[2]
QUICK = Patience(waits_s=(0.0, 0.0, 0.01), start_s=30.0, steady_s=60.0)

DRAWING_WINDOW = """
import asyncio, sys
from heyzack_console.link.client import LinkClient
from heyzack_console.link.endpoint import Endpoint

async def main():
    client = await LinkClient.attach(Endpoint.parse(*sys.argv[1:]))
    async for _ in client.changes():
        print("drawn", flush=True)

asyncio.run(main())
"""


class House:
    """A home, the engines started for it, and what a window was told."""

    def __init__(self, folder, home):
        self.folder, self.home = folder, home
        self.engines = []
        self.told = asyncio.Queue()
        self.crash = False

    def find(self):
        owner = read_owner(self.home / "engine.lock")
        return Endpoint.parse(owner.endpoint, owner.token) if owner else None

    def start(self):
        command = [sys.executable, "-m", "tests.support.engine_process", str(self.home), str(self.folder / "e.sock")]
        command += ["crash"] if self.crash else []
        output = self.home / f"engine-{len(self.engines)}.out"
        environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
        self.engines.append(ChildProcess.start("engine", command, output, environment))
        return self.engines[-1]

    def window(self, patience=QUICK):
        return EngineAttachment(
            self.find, self.start, lambda state, text: self.told.put_nowait((state, text)), patience
        )

    async def until(self, state):
        """Wait for the window to be told *state*; returns the states before it, and the sentence."""
        before = []
        async with asyncio.timeout(60):
            while True:
                heard, text = await self.told.get()
                if heard is state:
                    return before, text
                before.append(heard)


@pytest.fixture
async def house(socket_folder, tmp_path):
    place = House(socket_folder, tmp_path)
    yield place
    for engine in place.engines:
        await engine.stop()


@asynccontextmanager
async def running(window):
    async with asyncio.TaskGroup() as tasks:
        staying = tasks.create_task(window.run())
        yield
        staying.cancel()


async def test_a_window_without_an_engine_starts_one(house):
    window = house.window()
    async with running(window):
        before, _ = await house.until(AttachmentState.ATTACHED)
        assert before == [AttachmentState.STARTING]
        assert (await window.ask(Status())).site == str(house.engines[0].pid)


async def test_a_second_window_attaches_to_the_engine_that_runs(house):
    first, second = house.window(), house.window()
    async with running(first):
        await house.until(AttachmentState.ATTACHED)
        async with running(second):
            before, _ = await house.until(AttachmentState.ATTACHED)
            assert before == []
            assert await first.ask(Status()) == await second.ask(Status())
    assert len(house.engines) == 1


async def test_a_killed_engine_is_told_at_once_and_started_again(house):
    window = house.window()
    async with running(window):
        await house.until(AttachmentState.ATTACHED)
        feed = window.changes()
        await anext(feed)
        os.kill(house.engines[0].pid, signal.SIGKILL)
        with pytest.raises(EngineLost, match="last picture"):
            await anext(feed)
        _, text = await house.until(AttachmentState.LOST)
        assert "what was confirmed is not lost" in text
        with pytest.raises(EngineLost):
            await window.do(PlayScenario("smoke"))
        await house.until(AttachmentState.ATTACHED)
        feed = window.changes()
        assert (await anext(feed)).complete
        await feed.aclose()
        assert (await window.ask(Status())).site == str(house.engines[1].pid)


async def test_changes_asked_for_between_two_engines_begin_with_the_next(house):
    window = house.window()
    feed = window.changes()
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(anext(feed))
        await asyncio.sleep(0)
        assert not first.done()
        async with running(window):
            assert (await first).complete
            await feed.aclose()


async def test_an_engine_that_keeps_dying_is_given_up_until_someone_asks_again(house):
    house.crash = True
    window = house.window()
    async with running(window):
        before, text = await house.until(AttachmentState.GIVEN_UP)
        assert before == [AttachmentState.STARTING] * len(QUICK.waits_s)
        assert "try again" in text
        house.crash = False
        window.retry()
        await house.until(AttachmentState.ATTACHED)


async def test_a_program_that_cannot_be_started_is_told_with_its_reason(house):
    def nothing():
        raise FileNotFoundError(2, "No such file or directory")

    window = EngineAttachment(house.find, nothing, lambda *told: house.told.put_nowait(told), QUICK)
    async with running(window):
        _, text = await house.until(AttachmentState.GIVEN_UP)
        assert "No such file or directory" in text


async def test_the_engine_goes_on_when_its_window_is_killed(house):
    async with running(house.window()):
        await house.until(AttachmentState.ATTACHED)
    endpoint = house.find()
    command = [sys.executable, "-c", DRAWING_WINDOW, str(endpoint), endpoint.token]
    window = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    assert await window.stdout.readline() == b"drawn\n"
    window.kill()
    await window.wait()
    client = await LinkClient.attach(endpoint)
    assert (await client.ask(Status())).site == str(house.engines[0].pid)
    await client.aclose()


async def test_two_engines_on_one_home_are_impossible(house):
    async with running(house.window()):
        await house.until(AttachmentState.ATTACHED)
        second = house.start()
        assert await second.wait() == IN_USE
        client = await LinkClient.attach(house.find())
        assert (await client.ask(Status())).site == str(house.engines[0].pid)
        await client.aclose()


async def test_of_windows_that_start_at_once_all_get_the_one_engine(house):
    windows = [house.window(Patience()) for _ in range(3)]
    async with running(windows[0]), running(windows[1]), running(windows[2]):
        for _ in windows:
            await house.until(AttachmentState.ATTACHED)
        sites = {(await window.ask(Status())).site for window in windows}
    assert len(sites) == 1


async def test_an_engine_that_is_asked_to_end_closes_its_windows_and_its_socket(house):
    window = house.window(Patience(waits_s=(0.0,)))
    async with running(window):
        await house.until(AttachmentState.ATTACHED)
        assert await house.engines[0].stop() == 0
        await house.until(AttachmentState.GIVEN_UP)
    assert not (house.folder / "e.sock").exists()


async def test_the_window_stays_attached_on_the_loop_that_qt_runs(house, qapp):
    assert type(asyncio.get_running_loop()).__module__.startswith("qasync")
    window = house.window()
    async with running(window):
        await house.until(AttachmentState.ATTACHED)
        feed = window.changes()
        assert (await anext(feed)).complete
        assert (await window.do(PlayScenario("x" * 1_000_000))).count == 1
        os.kill(house.engines[0].pid, signal.SIGKILL)
        with pytest.raises(EngineLost):
            await anext(feed)
        await house.until(AttachmentState.ATTACHED)
