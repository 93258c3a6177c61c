"""The journal as people read it."""

from pathlib import Path

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By, Permission, Role
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.sites import Site, SiteId
from heyzack_console.storage.journal import MOST_TOUCHED, JournalRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import RecordStore, open_store
from tests.support.journal_notes import HandClock

SITE = Site(SiteId("5e" * 16), "Harbour House", "Europe/Lisbon")
LAMPS = [Device(DeviceId(f"lamp{number}"), f"Lamp {number}", Category.LIGHT) for number in range(20)]


async def test_the_administrator_is_made_once_and_is_the_same_in_every_run(
    store: RecordStore, clock: HandClock, tmp_path: Path
):
    book = JournalRecords(store, clock)
    first, again = await book.local_actor(), await book.local_actor()
    console = await book.console_actor()
    assert first == again
    assert (first.role, first.may(Permission.ADMINISTER)) == (Role.ADMINISTRATOR, True)
    assert console.id != first.id
    assert (await book.verify()).entries == 1
    await store.close()
    other = await open_store(tmp_path, clock)
    try:
        book = JournalRecords(other, clock)
        assert (await book.local_actor(), await book.console_actor()) == (first, console)
    finally:
        await other.close()


async def test_entries_say_who_did_what_to_which_record_newest_first(store: RecordStore, by: By, clock: HandClock):
    book, sites = JournalRecords(store, clock), SiteRecords(store)
    made = await sites.put_site(SITE, LAMPS, by)
    renamed = await sites.rename(DeviceId("lamp3"), "Reading lamp", by)
    views = await book.entries("", 10)
    assert [view.ref for view in views[:2]] == [renamed, made]
    assert (views[0].actor, views[0].command, views[0].reason) == (by.actor.name, by.command, by.reason)
    assert views[0].touched == ("device Reading lamp",)
    assert views[1].touched[:2] == ("site Harbour House", "device Lamp 0")
    assert views[1].touched[-1] == f"{21 - MOST_TOUCHED} more"
    assert views[2].actor == "HeyZack Console"
    assert views[0].at > views[1].at > views[2].at
    assert len(await book.entries("", 2)) == 2


async def test_entries_of_a_device_are_only_those_that_touched_it(store: RecordStore, by: By, clock: HandClock):
    book, sites = JournalRecords(store, clock), SiteRecords(store)
    made = await sites.put_site(SITE, LAMPS, by)
    await sites.rename(DeviceId("lamp3"), "Reading lamp", by)
    moved = await sites.rename(DeviceId("lamp4"), "Desk lamp", by)
    assert [view.ref for view in await book.entries("lamp4", 10)] == [moved, made]
    assert await book.entries("nobody", 10) == ()


async def test_an_entry_is_shown_as_undone_while_its_undo_stands(store: RecordStore, by: By, clock: HandClock):
    book, sites = JournalRecords(store, clock), SiteRecords(store)
    await sites.put_site(SITE, LAMPS, by)
    ref = await sites.rename(DeviceId("lamp3"), "Reading lamp", by)
    done = await book.undo(ref, by)
    assert done.restored == 1
    assert done.ref is not None

    async def undone() -> list[bool]:
        return [view.undone for view in await book.entries("lamp3", 10)]

    assert await undone() == [False, True, False]
    await book.undo(done.ref, by)
    assert await undone() == [False, True, False, False]


async def test_an_undo_names_what_it_left(store: RecordStore, by: By, clock: HandClock):
    book, sites = JournalRecords(store, clock), SiteRecords(store)
    made = await sites.put_site(SITE, LAMPS[:2], by)
    await sites.rename(DeviceId("lamp0"), "Kept lamp", by)
    done = await book.undo(made, by)
    assert done.restored == 2
    assert done.left == ("device Kept lamp",)


@pytest.mark.parametrize("ref", ["", "no reference", "00" * 32])
async def test_what_is_no_entry_cannot_be_undone(store: RecordStore, by: By, clock: HandClock, ref: str):
    with pytest.raises(NotFound):
        await JournalRecords(store, clock).undo(EntryRef(ref), by)
