"""Window and engine are two programs: either may die, and the other says so or goes on."""

import asyncio
import os
import signal
import subprocess
import sys

import pytest

from heyzack_console.composition.window import Run, show_window
from heyzack_console.host.home import open_home
from heyzack_console.host.lock import read_owner
from heyzack_console.host.programs import own_command
from heyzack_console.ports.engine.devices import RenameDevice
from heyzack_console.ports.engine.journal import JournalEntries, VerifyJournal
from heyzack_console.ports.engine.sites import SitePicture, Status
from tests.support.engine_starter import engine_for
from tests.support.house_process import house_process
from tests.support.story import PATIENCE_S, Story


@pytest.fixture
def building(tmp_path):
    """A running building and the description file that its engine reads."""
    with house_process(tmp_path) as (description, file):
        yield description, file


def tell(tmp_path, file, story):
    """Open the window as the command line does, and tell *story* in it; it starts the engine and ends it."""
    asked = Run(open_home(tmp_path, {}), engine_arguments=("--demo-site", str(file)), during=story)
    assert show_window(asked) == 0


def engine_of(tmp_path):
    """The process of the engine that owns the home."""
    owner = read_owner(tmp_path / "engine.lock")
    assert owner is not None
    return owner.pid


def test_a_killed_engine_is_said_at_once_started_again_and_has_lost_nothing_that_was_confirmed(tmp_path, building):
    description, file = building
    awake = [d.id for d in description.book.devices if not d.sleeper]

    async def story(console):
        told = Story(console)
        port = console.desktop.port
        await console.feed.ready()
        await told.until(lambda: all(told.live(device) for device in awake))
        receipt = await port.do(RenameDevice(awake[0], "Lamp of the porter"))
        pictured = {device: len(of) for device, of in told.mirror.readings.items()}
        first = engine_of(tmp_path)

        os.kill(first, signal.SIGKILL)
        await told.until(lambda: not told.mirror.connected)
        assert console.window.band.isVisible()
        assert console.window.windowTitle().startswith("DISCONNECTED")
        assert {device: len(of) for device, of in told.mirror.readings.items()} == pictured
        told.watch(console.theme.flash.ticked)
        await told.until(lambda: console.window.strip.text.startswith("The engine"))

        await told.until(lambda: told.mirror.connected)
        assert engine_of(tmp_path) != first
        assert not console.window.band.isVisible()
        assert not console.window.strip.text
        assert told.mirror.devices[awake[0]].name == "Lamp of the porter"
        assert receipt.entry in {entry.ref for entry in await port.ask(JournalEntries(limit=100))}
        assert (await port.ask(VerifyJournal())).ok
        await told.until(lambda: all(told.live(device) for device in awake))

    tell(tmp_path, file, story)


def test_a_second_engine_for_the_same_home_ends_with_words_and_the_window_goes_on(tmp_path, building):
    _, file = building

    async def story(console):
        told = Story(console)
        await console.feed.ready()
        first = engine_of(tmp_path)
        second = await asyncio.create_subprocess_exec(
            *own_command("--home", str(tmp_path), "engine"), stderr=subprocess.PIPE, env=os.environ
        )
        async with asyncio.timeout(PATIENCE_S):
            _, said = await second.communicate()
        assert (second.returncode, "already runs for" in said.decode()) == (1, True)
        heard = told.mirror.heard_at
        await told.until(lambda: told.mirror.heard_at > heard)
        assert (told.mirror.connected, engine_of(tmp_path)) == (True, first)

    tell(tmp_path, file, story)


def test_when_the_window_is_closed_its_engine_ends_and_the_next_window_begins_with_the_last_picture(tmp_path, building):
    description, file = building
    awake = {d.id for d in description.book.devices if not d.sleeper}
    engines = []

    async def until_live(console):
        told = Story(console)
        await console.feed.ready()
        engines.append(engine_of(tmp_path))
        await told.until(lambda: all(told.live(device) for device in awake))

    async def look_at_once(console):
        await console.feed.ready()
        engines.append(engine_of(tmp_path))
        assert awake <= set(console.mirror.readings)

    tell(tmp_path, file, until_live)
    tell(tmp_path, file, look_at_once)
    assert len(set(engines)) == 2


async def test_a_killed_window_leaves_the_engine_at_work_and_a_new_one_attaches_to_it(tmp_path, building):
    description, file = building
    async with engine_for(tmp_path, file) as engine:
        window = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.support.window_process", str(tmp_path), stdout=subprocess.PIPE, env=os.environ
        )
        async with asyncio.timeout(PATIENCE_S):
            assert await window.stdout.readline() == b"live\n"
            window.kill()
            assert await window.wait() == -signal.SIGKILL
            status = await engine.port.ask(Status())
            assert status.devices == len(description.book.devices)
            again = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.support.window_process",
                str(tmp_path),
                stdout=subprocess.PIPE,
                env=os.environ,
            )
            assert await again.stdout.readline() == b"live\n"
            again.terminate()
            assert await again.wait() == 0
        assert len(engine.started) == 1
        assert not engine.running.ended
        assert (await engine.port.ask(SitePicture())).site.name == "Harbour House"
