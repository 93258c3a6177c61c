"""Settings: every change a version, also an undo."""

from heyzack_console.domain.identity import By
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.settings import SettingRecords
from heyzack_console.storage.store import RecordStore
from tests.support.journal_notes import HandClock

THEME = "look.theme"


async def test_every_change_is_the_next_version_with_who_why_and_when(store: RecordStore, by: By, clock: HandClock):
    book = SettingRecords(store)
    await book.change(THEME, "dark", by)
    first = clock.time
    await book.change(THEME, "light", by)
    versions = await book.versions(THEME)
    assert [(one.version, one.value, one.by, one.reason) for one in versions] == [
        (1, "dark", by.actor.name, by.reason),
        (2, "light", by.actor.name, by.reason),
    ]
    assert versions[0].at <= first < versions[1].at
    assert await book.current() == (versions[1],)


async def test_values_keep_their_type(store: RecordStore, by: By):
    book = SettingRecords(store)
    values: dict[str, bool | int | float | str] = {"a": True, "b": 5, "c": 2.5, "d": "5"}
    for name, value in values.items():
        await book.change(name, value, by)
    found = {one.name: one.value for one in await book.current()}
    assert found == values
    assert [type(found[name]) for name in values] == [bool, int, float, str]


async def test_the_value_that_is_in_force_makes_no_version(store: RecordStore, by: By):
    book = SettingRecords(store)
    await book.change(THEME, "dark", by)
    assert await book.change(THEME, "dark", by) == ""
    assert len(await book.versions(THEME)) == 1


async def test_an_undo_is_the_version_after_and_gives_the_value_before(store: RecordStore, by: By, clock: HandClock):
    book = SettingRecords(store)
    await book.change(THEME, "dark", by)
    ref = await book.change(THEME, "light", by)
    await JournalRecords(store, clock).undo(ref, by)
    assert [(one.version, one.value) for one in await book.versions(THEME)] == [(1, "dark"), (2, "light"), (3, "dark")]


async def test_a_setting_whose_first_change_was_undone_counts_as_never_changed(
    store: RecordStore, by: By, clock: HandClock
):
    book = SettingRecords(store)
    ref = await book.change(THEME, "dark", by)
    await JournalRecords(store, clock).undo(ref, by)
    assert await book.current() == ()
    await book.change(THEME, "light", by)
    assert [(one.version, one.value) for one in await book.current()] == [(2, "light")]


async def test_an_unknown_setting_has_no_versions(store: RecordStore):
    assert await SettingRecords(store).versions("nothing") == ()
