"""The engine as a process: one per home, ended politely or killed, without losing what was confirmed."""

import asyncio
import os
import random
import signal
from datetime import UTC, datetime, timedelta

import pytest

from heyzack_console.domain.alerts.alert import AlertState, Trigger
from heyzack_console.domain.errors import EngineLost
from heyzack_console.ports.engine.alerts import Acknowledge, AlertHistory, Shelve
from heyzack_console.ports.engine.devices import RenameDevice
from heyzack_console.ports.engine.journal import ChangeSetting, JournalEntries, SettingHistory, VerifyJournal
from heyzack_console.ports.engine.sites import PlayScenario, SitePicture, Status
from heyzack_console.simulator.description import written
from tests.support.engine_starter import engine_for
from tests.support.harbour_house import live_house

PATIENCE_S = 60
KILLS = 4
SHELVED_FOR = timedelta(seconds=4)
NAME = "orders.expire_after_s"


@pytest.fixture
def description(tmp_path):
    """Where the demo building's description lies for the engine."""
    return tmp_path / "demo.json"


async def test_sigterm_ends_the_engine_with_exit_code_0(tmp_path):
    async with engine_for(tmp_path) as engine:
        running = engine.running
        await engine.port.do(ChangeSetting(NAME, 60))
        assert await running.stop() == 0


async def test_a_second_engine_for_the_same_home_ends_with_words_and_harms_nothing(tmp_path):
    async with engine_for(tmp_path) as engine:
        second = engine.start_another()
        assert await second.wait() == 1
        assert "already runs for" in (tmp_path / "engine-1.out").read_text()
        assert (await engine.port.ask(Status())).actor == "Administrator"


async def test_commands_between_two_engines_are_refused_at_once(tmp_path):
    async with engine_for(tmp_path) as engine:
        os.kill(engine.running.pid, signal.SIGKILL)
        async with asyncio.timeout(PATIENCE_S):
            await engine.lost.wait()
        with pytest.raises(EngineLost):
            await engine.port.ask(Status())
        async with asyncio.timeout(PATIENCE_S):
            await engine.attached()
        assert len(engine.started) == 2


async def test_an_engine_killed_under_load_loses_nothing_that_was_confirmed(tmp_path, description):
    dice = random.Random(7)
    async with live_house(30) as demo:
        description.write_bytes(written(demo))
        async with engine_for(tmp_path, description) as engine, asyncio.timeout(2 * PATIENCE_S):
            confirmed, names, settings = set(), {}, [300]
            for _ in range(KILLS):
                async with asyncio.TaskGroup() as group:
                    group.create_task(renaming(engine.port, demo.book.devices, names, confirmed))
                    group.create_task(changing(engine.port, settings, confirmed))
                    await asyncio.sleep(dice.uniform(0.05, 0.5))
                    os.kill(engine.running.pid, signal.SIGKILL)
                await engine.attached()
                engine.lost.clear()
            assert len(confirmed) > KILLS
            book = await engine.port.ask(SitePicture())
            stored = {device.id: device.name for device in book.devices}
            # A name that was told but not confirmed may have reached the disk or not.
            assert all(stored[device] in told for device, told in names.items())
            kept = [version.value for version in await engine.port.ask(SettingHistory(NAME))]
            assert [value for value in kept if value in settings] == settings
            entries = {entry.ref for entry in await engine.port.ask(JournalEntries(limit=5000))}
            assert confirmed <= entries
            assert (await engine.port.ask(VerifyJournal())).ok


async def renaming(port, devices, names, confirmed):
    """Give device after device a new name until the engine is gone."""
    number = 0
    while True:
        device = devices[number % 5].id
        name = f"name {len(confirmed)} {number}"
        names.setdefault(device, [devices[number % 5].name]).append(name)
        try:
            receipt = await port.do(RenameDevice(device, name))
        except EngineLost:
            return
        confirmed.add(receipt.entry)
        names[device] = [name]
        number += 1


async def changing(port, settings, confirmed):
    """Change a setting again and again until the engine is gone; every value is tried once."""
    tried = 1000 + 2 * len(confirmed)
    while True:
        tried += 1
        try:
            receipt = await port.do(ChangeSetting(NAME, tried))
        except EngineLost:
            return
        settings.append(tried)
        confirmed.add(receipt.entry)


async def alert_that(engine, fits):
    """The first smoke alert of which *fits* is true."""
    changes = engine.port.changes()
    try:
        async for batch in changes:
            for alert in batch.alerts:
                if alert.condition == "Smoke detected" and fits(alert):
                    return alert
    finally:
        await changes.aclose()
    raise AssertionError("the engine tells nothing any more")


async def test_a_shelving_comes_to_its_end_although_the_engine_was_killed_meanwhile(tmp_path, description):
    async with live_house(60) as demo:
        description.write_bytes(written(demo))
        async with engine_for(tmp_path, description) as engine, asyncio.timeout(2 * PATIENCE_S):
            await engine.port.do(PlayScenario("smoke"))
            raised = await alert_that(engine, lambda alert: alert.state is AlertState.UNACKNOWLEDGED)
            soon = datetime.now(UTC) + SHELVED_FOR
            await engine.port.do(Shelve(((raised.id, raised.annunciation),), soon, "detector is being replaced"))
            (shelving, *_) = await engine.port.ask(AlertHistory(raised.id))
            os.kill(engine.running.pid, signal.SIGKILL)
            await engine.lost.wait()
            await engine.attached()
            back = await alert_that(engine, lambda alert: alert.state is AlertState.UNACKNOWLEDGED)
            assert (back.annunciation, back.changed_at) == (f"{shelving.id}:up", soon)
            assert (shelving.trigger, shelving.until) == (Trigger.SHELVE, soon)
            await engine.port.do(Acknowledge(((back.id, back.annunciation),)))
            assert (await engine.port.ask(VerifyJournal())).ok


async def test_no_local_key_stands_in_any_file_of_the_home(tmp_path, description):
    async with live_house(30) as demo:
        description.write_bytes(written(demo))
        home = tmp_path / "home"
        home.mkdir()
        async with engine_for(home, description) as engine:
            changes = engine.port.changes()
            async with asyncio.timeout(PATIENCE_S):
                async for batch in changes:
                    if batch.readings:
                        break
            await changes.aclose()
    found = [
        (file.name, device)
        for file in home.rglob("*")
        if file.is_file()
        for device, key in demo.keys.items()
        if key.encode() in file.read_bytes()
    ]
    assert found == []
