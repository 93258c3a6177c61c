"""Settings with versions, undo and its rights, retention, and the line before the store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heyzack_console.domain.errors import InvalidInput, NotFound, PermissionDenied
from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.ports.engine.journal import (
    ChangeSetting,
    JournalEntries,
    RollBackSetting,
    SettingHistory,
    Settings,
    Undo,
    VerifyJournal,
)
from heyzack_console.ports.engine.sites import Status
from heyzack_console.ports.engine.telemetry import History, WordHistory
from tests.support.building import BOOK, CLIMATE, T0, at
from tests.support.console import console
from tests.support.memory_store import ADMIN, Disk

NAME = "orders.expire_after_s"


async def value(app, name=NAME):
    return next(v.value for v in await app.engine.ask(Settings()) if v.name == name)


async def test_a_setting_never_changed_has_its_default_as_version_0():
    async with console() as app:
        versions = {v.name: v for v in await app.engine.ask(Settings())}
        assert (versions[NAME].value, versions[NAME].version) == (300, 0)


async def test_a_changed_setting_is_a_version_and_is_told():
    async with console() as app:
        changes = app.engine.changes()
        await anext(changes)
        await app.engine.do(ChangeSetting(NAME, 60, "shorter shifts"))
        batch = await anext(changes)
        assert [(v.name, v.value, v.version, v.reason) for v in batch.settings] == [(NAME, 60, 1, "shorter shifts")]
        assert await value(app) == 60
        await changes.aclose()


@pytest.mark.parametrize("wrong", [5, 90_000, "soon", True, None, 1.5])
async def test_a_value_outside_the_specification_changes_nothing(wrong):
    async with console() as app:
        with pytest.raises(InvalidInput):
            await app.engine.do(ChangeSetting(NAME, wrong))
        assert (await value(app), app.disk.entries) == (300, [])


async def test_a_setting_that_does_not_exist_is_refused():
    async with console() as app:
        for command in (ChangeSetting("colour.of.sky", "blue"), RollBackSetting("colour.of.sky", 1)):
            with pytest.raises(NotFound, match="no setting"):
                await app.engine.do(command)


async def test_rolling_back_writes_the_old_value_as_the_newest_version():
    async with console() as app:
        for seconds in (60, 90):
            await app.engine.do(ChangeSetting(NAME, seconds))
        await app.engine.do(RollBackSetting(NAME, 1))
        history = await app.engine.ask(SettingHistory(NAME))
        assert [(v.version, v.value) for v in history] == [(0, 300), (1, 60), (2, 90), (3, 60)]
        assert history[-1].reason == "back to version 1"
        await app.engine.do(RollBackSetting(NAME, 0))
        assert await value(app) == 300


async def test_a_version_that_never_was_cannot_be_rolled_back_to():
    async with console() as app:
        with pytest.raises(NotFound, match="no version 7"):
            await app.engine.do(RollBackSetting(NAME, 7))


async def test_undo_of_a_setting_is_in_force_at_once():
    async with console() as app:
        receipt = await app.engine.do(ChangeSetting(NAME, 60))
        await app.engine.do(Undo(receipt.entry))
        assert await value(app) == 300


async def test_a_stored_value_that_no_longer_fits_gives_way_to_the_default():
    stored = {
        NAME: [SettingVersion(NAME, 1, 1, T0, "Ines", "")],
        "old.thing": [SettingVersion("old.thing", 1, 1, T0, "", "")],
    }
    async with console(Disk(book=BOOK, settings=stored)) as app:
        assert await value(app) == 300


async def test_entries_and_verification_come_from_the_journal():
    async with console() as app:
        await app.engine.do(ChangeSetting(NAME, 60, "why not"))
        (entry,) = await app.engine.ask(JournalEntries())
        assert (entry.actor, entry.command, entry.reason) == ("Ines", "ChangeSetting", "why not")
        assert (await app.engine.ask(VerifyJournal())).ok


async def test_undo_of_an_unknown_entry_is_refused():
    async with console() as app:
        with pytest.raises(NotFound):
            await app.engine.do(Undo(EntryRef("f" * 64)))


OMAR = Actor(ActorId("b" * 32), "Omar", Role.TECHNICIAN)


@pytest.mark.parametrize(
    ("author", "command", "actor", "allowed"),
    [
        (OMAR, "ChangeSetting", OMAR, True),
        (ADMIN, "ChangeSetting", OMAR, False),
        (OMAR, "ChangeSetting", replace(OMAR, role=Role.SUPPORT_AGENT), False),
        (OMAR, "SomethingElse", OMAR, False),
        (OMAR, "ChangeSetting", ADMIN, True),
    ],
)
async def test_undo_needs_the_right_to_do_it_and_to_have_done_it(author, command, actor, allowed):
    disk = Disk(book=BOOK)
    ref = disk.write(By(author, "", command))
    async with console(disk, actor=actor) as app:
        if allowed:
            await app.engine.do(Undo(ref))
        else:
            with pytest.raises(PermissionDenied):
                await app.engine.do(Undo(ref))


async def test_old_values_are_deleted_once_an_hour_by_the_settings():
    async with console() as app:
        tidy = app.services.desks.telemetry.tidy
        await tidy(at(0))
        await tidy(at(3599))
        assert app.disk.tidied == []
        await app.engine.do(ChangeSetting("samples.keep_days", 7))
        await tidy(at(3600))
        await tidy(at(3601))
        assert app.disk.tidied == [{"samples": 7, "minutes": 90, "hours": 1825}]


async def test_a_store_that_cannot_delete_is_a_trouble_not_an_end():
    async with console() as app:
        await app.services.desks.telemetry.tidy(at(0))
        app.disk.full = True
        await app.services.desks.telemetry.tidy(at(3600))
        assert any("could not be deleted" in trouble for trouble in (await app.engine.ask(Status())).troubles)


async def test_a_span_that_ends_before_it_begins_is_refused():
    async with console() as app:
        for start, end in ((at(1), at(0)), (at(0), at(0)), (at(0).replace(tzinfo=None), at(9).replace(tzinfo=None))):
            with pytest.raises(InvalidInput):
                await app.engine.ask(History(CLIMATE.id, "va_temperature", start, end))
            with pytest.raises(InvalidInput):
                await app.engine.ask(WordHistory(CLIMATE.id, "mode", start, end))


async def test_history_comes_from_the_samples():
    async with console() as app:
        app.lan.tell(CLIMATE, "va_temperature", 20.5)
        await app.settle()
        await app.services.parts.sampling.flush()
        series = await app.engine.ask(History(CLIMATE.id, "va_temperature", T0, T0 + timedelta(hours=1)))
        assert series.means == (20.5,)
