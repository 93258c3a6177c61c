"""Calendar entries as written, loaded again and taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarKind
from heyzack_console.domain.errors import NotFound
from heyzack_console.storage.calendar import CalendarRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import RecordStore
from tests.storage.records.test_dependencies import opened
from tests.storage.records.test_sites import SITE
from tests.support.calendar_entries import draft, local
from tests.support.journal_notes import BY, HandClock

SERIES = CalendarEntry(
    CalendarId("0" * 31 + "1"),
    draft("Gate", "2026-06-07T00:00", "2026-06-07T04:00", CalendarKind.WINDOW, "FREQ=WEEKLY"),
    left_out=(local("2026-06-21T00:00"),),
    added=(local("2026-06-23T00:00"),),
    uid="gate@example.org",
    foreign=("X-COLOUR:blue", "CATEGORIES:One,Two"),
)
SINGLE = CalendarEntry(
    CalendarId("0" * 31 + "2"),
    draft("Gate, later", "2026-06-15T00:00", "2026-06-15T04:00"),
    series=SERIES.id,
    instead_of=local("2026-06-14T00:00"),
)


async def begun(store: RecordStore) -> CalendarRecords:
    await SiteRecords(store).put_site(SITE, [], BY)
    return CalendarRecords(store)


async def test_entries_come_back_as_they_were_written(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        records = await begun(store)
        await records.put([SERIES, SINGLE], BY)
        assert await records.put([SERIES], BY) == ""
    async with opened(tmp_path) as store:
        assert await CalendarRecords(store).entries() == (SERIES, SINGLE)


async def test_a_move_is_taken_back_whole_and_a_removed_entry_comes_back(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        records = await begun(store)
        await records.put([SERIES], BY)
        moved = replace(SERIES, draft=draft("Gate", "2026-06-08T00:00", "2026-06-08T05:00", CalendarKind.WINDOW))
        entry = await records.put([moved], BY)
        await JournalRecords(store, clock).undo(entry, BY)
        assert await records.entries() == (SERIES,)
        gone = await records.remove([SERIES.id], BY)
        assert await records.entries() == ()
        await JournalRecords(store, clock).undo(gone, BY)
        assert await records.entries() == (SERIES,)


async def test_what_replaces_another_entry_is_written_in_the_same_step(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        records = await begun(store)
        await records.put([SERIES, SINGLE], BY)
        entry = await records.put([replace(SERIES, uid="new")], BY, gone=[SINGLE.id])
        assert await records.entries() == (replace(SERIES, uid="new"),)
        await JournalRecords(store, clock).undo(entry, BY)
        assert await records.entries() == (SERIES, SINGLE)


async def test_an_entry_that_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        records = await begun(store)
        with pytest.raises(NotFound):
            await records.remove([SERIES.id], BY)
