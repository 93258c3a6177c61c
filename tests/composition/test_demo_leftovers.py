"""A demo whose window was killed leaves building and engine at work; the next demo does not end up on them."""

import asyncio
import os
import signal
import sys

import pytest

from heyzack_console.composition.demo_leftovers import end_leftovers, only_demo
from heyzack_console.domain.errors import ConsoleError, HomeInUse
from heyzack_console.host.home import open_home
from heyzack_console.host.lock import HomeLock, end_owner
from heyzack_console.simulator.control import DemoControl
from tests.cli.running import console
from tests.cli.test_engine import Window
from tests.support.house_process import house_process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")


@pytest.fixture
async def engine(tmp_path):
    """A running engine that nobody starts again."""
    opened = Window(tmp_path)
    async with asyncio.TaskGroup() as group:
        staying = group.create_task(opened.port.run())
        async with asyncio.timeout(60):
            await opened.attached.wait()
        staying.cancel()
    yield opened.process
    await opened.process.stop()


async def test_building_and_engine_that_were_left_are_ended(tmp_path, engine):
    with house_process(tmp_path) as (description, file):
        await end_leftovers(open_home(tmp_path, {}), file)
        assert await engine.wait() == 0
        with pytest.raises(ConsoleError, match="does not answer"):
            await DemoControl(description.control, ()).status()


async def test_an_engine_is_left_alone_where_no_building_answers(tmp_path, engine):
    with house_process(tmp_path) as (_, file):
        pass
    await end_leftovers(open_home(tmp_path, {}), file)
    await end_leftovers(open_home(tmp_path, {}), tmp_path / "nothing.json")
    assert not engine.ended


async def test_an_owner_that_does_not_end_is_said(tmp_path, engine):
    os.kill(engine.pid, signal.SIGSTOP)
    try:
        with pytest.raises(HomeInUse, match=str(engine.pid)):
            await end_owner(tmp_path / "engine.lock", patience_s=0.2)
    finally:
        os.kill(engine.pid, signal.SIGCONT)
    assert await engine.wait() == 0


async def test_a_second_demo_in_the_same_home_is_refused_and_the_first_goes_on(tmp_path):
    with only_demo(open_home(tmp_path, {})):
        ended = await console("--home", str(tmp_path), "demo", "--seconds", "1")
    assert (ended.code, ended.out) == (1, "")
    assert "A demo already runs" in ended.err
    with HomeLock(tmp_path / "demo.lock"):
        pass
