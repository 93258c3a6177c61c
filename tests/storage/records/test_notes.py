"""Notes as written and as read again, with files larger than one entry of the journal."""

import hashlib
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.notes import LARGEST_FILE, Attachment, DeviceNote, FileKind, NoteId
from heyzack_console.domain.errors import NotFound
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.keys import new_key
from heyzack_console.storage.notes import NoteRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import RecordStore
from tests.storage.records.test_dependencies import opened
from tests.storage.records.test_sites import SITE
from tests.support.journal_notes import BY, HandClock

LARGE = random.Random(7).randbytes(LARGEST_FILE)
DIGEST = hashlib.sha256(LARGE).hexdigest()
FILE = Attachment("plate.png", FileKind.PNG, len(LARGE), DIGEST)
PUMP, VALVE = DeviceId("pump"), DeviceId("valve")


def note(clock: HandClock, text: str, device: DeviceId = PUMP, *files: Attachment) -> DeviceNote:
    now = clock.now()
    return DeviceNote(NoteId(new_key(now).hex()), device, text, "Ines", now, files)


async def begun(store: RecordStore) -> NoteRecords:
    await SiteRecords(store).put_site(SITE, [], BY)
    return NoteRecords(store)


async def test_notes_come_back_newest_first_with_the_largest_file_whole(tmp_path: Path) -> None:
    clock = HandClock()
    first = note(clock, "Seal changed", PUMP, FILE)
    second = replace(note(clock, "Noisy again"), at=first.at + timedelta(hours=1))
    async with opened(tmp_path, clock) as store:
        notes = await begun(store)
        await notes.put(first, {DIGEST: LARGE}, BY)
        await notes.put(second, {}, BY)
        await notes.put(note(clock, "Elsewhere", VALVE), {}, BY)
    async with opened(tmp_path, clock) as store:
        notes = NoteRecords(store)
        assert await notes.of([PUMP], 10) == (second, first)
        assert await notes.of([PUMP], 1) == (second,)
        assert len(await notes.of([PUMP, VALVE], 10)) == 3
        assert await notes.file(DIGEST) == LARGE
        assert (await store.verify()).ok


async def test_a_note_that_is_taken_back_leaves_a_file_that_another_note_names(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        notes = await begun(store)
        first, second = note(clock, "One", PUMP, FILE), note(clock, "Two", VALVE, FILE)
        entry = await notes.put(first, {DIGEST: LARGE}, BY)
        await notes.put(second, {DIGEST: LARGE}, BY)
        await JournalRecords(store, clock).undo(entry, BY)
        assert await notes.of([PUMP, VALVE], 10) == (second,)
        assert await notes.file(DIGEST) == LARGE


async def test_a_removed_note_is_gone_and_undo_brings_it_back(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        notes = await begun(store)
        one = note(clock, "One")
        await notes.put(one, {}, BY)
        entry = await notes.remove(one.id, BY)
        assert await notes.of([PUMP], 10) == ()
        with pytest.raises(NotFound):
            await notes.get(one.id)
        await JournalRecords(store, clock).undo(entry, BY)
        assert await notes.get(one.id) == one


async def test_what_was_never_written_is_not_found(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        notes = await begun(store)
        for call in (notes.get(NoteId("00" * 16)), notes.get(NoteId("x")), notes.file(DIGEST)):
            with pytest.raises(NotFound):
                await call
        with pytest.raises(NotFound):
            await notes.remove(NoteId("00" * 16), BY)
