"""Saved groups are records with undo."""

from dataclasses import replace
from pathlib import Path

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId, FloorId, ZoneId
from heyzack_console.domain.devices.groups import DeviceFilter, DeviceGroup, GroupId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.storage.groups import GroupRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.store import RecordStore, open_store
from tests.support.journal_notes import HandClock

CHOSEN = DeviceGroup(GroupId("1" * 32), "Chosen", (DeviceId("b"), DeviceId("a")))
FITTING = DeviceGroup(
    GroupId("2" * 32), "Fitting", filter=DeviceFilter(Category.LIGHT, FloorId("f"), ZoneId("z"), "p1", "north")
)


async def test_groups_come_back_in_every_field_also_after_a_restart(
    store: RecordStore, by: By, clock: HandClock, tmp_path: Path
):
    records = GroupRecords(store)
    await records.put(FITTING, by)
    await records.put(CHOSEN, by)
    assert await records.put(CHOSEN, by) == ""
    await store.close()
    again = await open_store(tmp_path, clock)
    found = await GroupRecords(again).load()
    await again.close()
    assert found == (CHOSEN, FITTING)


async def test_change_and_removal_are_undone(store: RecordStore, by: By, clock: HandClock):
    records, journal = GroupRecords(store), JournalRecords(store, clock)
    await records.put(CHOSEN, by)
    changed = await records.put(replace(CHOSEN, name="Other", members=()), by)
    await journal.undo(changed, by)
    assert await records.load() == (CHOSEN,)
    removed = await records.remove(CHOSEN.id, by)
    assert await records.load() == ()
    await journal.undo(removed, by)
    assert await records.load() == (CHOSEN,)


async def test_a_group_that_is_not_there_cannot_be_removed(store: RecordStore, by: By):
    with pytest.raises(NotFound, match="no such group"):
        await GroupRecords(store).remove(CHOSEN.id, by)
