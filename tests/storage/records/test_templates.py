"""Device templates are records with undo."""

from dataclasses import replace
from pathlib import Path

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.templates import DeviceTemplate, TemplateId, Threshold, WantedValue
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.store import RecordStore, open_store
from heyzack_console.storage.templates import TemplateRecords
from tests.support.journal_notes import HandClock

FULL = DeviceTemplate(
    product="p1",
    name_pattern="{category} {number}",
    category=Category.THERMOSTAT,
    thresholds=(Threshold("temperature_high", 26.5, 60.0, None), Threshold("stuck", delay_s=7200.0)),
    values=(WantedValue("a", True), WantedValue("b", 5), WantedValue("c", 2.5), WantedValue("d", "5")),
)
KIND = DeviceTemplate(of_category=Category.LIGHT, name_pattern="{room}")


async def test_a_template_comes_back_in_every_field_also_after_a_restart(
    store: RecordStore, by: By, clock: HandClock, tmp_path: Path
):
    records = TemplateRecords(store)
    await records.put(FULL, by)
    await records.put(KIND, by)
    await store.close()
    again = await open_store(tmp_path, clock)
    found = await TemplateRecords(again).load()
    await again.close()
    assert found == (KIND, FULL)
    assert [type(each.value) for each in found[1].values] == [bool, int, float, str]


async def test_what_is_the_same_makes_no_entry(store: RecordStore, by: By):
    records = TemplateRecords(store)
    assert await records.put(FULL, by)
    assert await records.put(FULL, by) == ""


async def test_change_and_removal_are_undone(store: RecordStore, by: By, clock: HandClock):
    records, journal = TemplateRecords(store), JournalRecords(store, clock)
    await records.put(FULL, by)
    changed = await records.put(replace(FULL, name_pattern="", thresholds=()), by)
    await journal.undo(changed, by)
    assert await records.load() == (FULL,)
    removed = await records.remove(FULL.id, by)
    assert await records.load() == ()
    assert (await journal.entries("", 1))[0].touched == ("device template p1",)
    await journal.undo(removed, by)
    assert await records.load() == (FULL,)


async def test_a_template_that_is_not_there_cannot_be_removed(store: RecordStore, by: By):
    with pytest.raises(NotFound, match="no such template"):
        await TemplateRecords(store).remove(TemplateId("product/none"), by)
