"""Erased values are gone from row, journal and file, and everything else still verifies."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from heyzack_console.domain.errors import IllegalTransition
from heyzack_console.storage.database import FILE_NAME
from heyzack_console.storage.entry import leaf_bytes
from heyzack_console.storage.history import REDACTED
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.journal import erased, journal
from heyzack_console.storage.undo import Taker
from heyzack_console.storage.weave import as_it_was, rebuilt
from heyzack_console.storage.work import Draft, read_record
from tests.support.journal_notes import BY, NOTES, ONE, TWO, HandClock, notes_at, written

PHONE = "+49 151 555 0142"
OTHER = "+49 151 555 0177"


async def bodies(store: RecordStore) -> bytes:
    return await store.read(lambda conn: b"".join(conn.execute(select(journal.c.body)).scalars().all()))


def on_the_disk(home: Path) -> bytes:
    return b"".join(file.read_bytes() for file in home.iterdir() if file.name.startswith(FILE_NAME))


async def test_erased_values_are_nowhere_in_the_files_and_the_chains_verify(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": PHONE, "x": 1.0}))
        await written(store, ("update", "note", ONE, {"title": OTHER}), ("insert", "note", TWO, {"title": "Leak"}))
        assert PHONE.encode() in on_the_disk(tmp_path)
        await written(store, ("erase", "note", ONE, ["title"]))
        for number in (PHONE, OTHER):
            assert number.encode() not in on_the_disk(tmp_path)
        assert (await store.verify()).ok
        record = await store.read(lambda conn: read_record(conn, NOTES["note"], ONE))
        folded = await store.read(lambda conn: rebuilt(conn, NOTES["note"], ONE))
        assert record is not None
        assert folded is not None
        assert record.values["title"] is None
        assert (folded.values, folded.versions) == (record.values, record.versions)
        other = await store.read(lambda conn: read_record(conn, NOTES["note"], TWO))
        assert other is not None
        assert other.values["title"] == "Leak"


async def test_no_salt_is_left_with_which_an_erased_value_could_be_guessed(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": PHONE}))
        whole = await bodies(store)
        salt = whole[-16:]
        assert leaf_bytes(PHONE) in whole
        await written(store, ("erase", "note", ONE, ["title"]))
        assert salt not in await bodies(store)


async def test_a_value_written_after_the_erasure_counts(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": PHONE}))
        await written(store, ("erase", "note", ONE, ["title"]))
        await written(store, ("update", "note", ONE, {"title": "by post"}))
        record = await store.read(lambda conn: read_record(conn, NOTES["note"], ONE))
        assert record is not None
        assert record.values["title"] == "by post"
        assert (await store.verify()).ok


async def test_a_look_at_the_past_shows_that_a_value_was_erased(tmp_path: Path):
    clock = HandClock()
    async with notes_at(tmp_path, clock) as store:
        await written(store, ("insert", "note", ONE, {"title": PHONE, "x": 1.0}))
        then = clock.time
        await written(store, ("erase", "note", ONE, ["title"]))
        was = await store.read(lambda conn: as_it_was(conn, NOTES["note"], ONE, then))
        assert was is not None
        assert was.values["title"] is REDACTED
        assert was.values["x"] == 1.0


async def test_neither_the_erasure_nor_what_it_erased_can_be_undone(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak"}))
        (edit,) = await written(store, ("update", "note", ONE, {"title": PHONE}))
        (gone,) = await written(store, ("erase", "note", ONE, ["title"]))

        def take(ref: str) -> Any:
            def job(draft: Draft) -> None:
                Taker(draft, bytes.fromhex(ref)).take_back()

            return job

        for ref in (edit, gone):
            with pytest.raises(IllegalTransition):
                await store.write(BY, take(ref))


async def test_a_work_that_erases_does_nothing_else(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": PHONE}))
        for other in (("update", "note", ONE, {"x": 1.0}), ("insert", "note", TWO, {})):
            erasure = ("erase", "note", ONE, ["title"])
            for steps in ((other, erasure), (erasure, other)):
                with pytest.raises(TypeError):
                    await written(store, *steps)
        assert await store.read(lambda conn: conn.execute(select(erased)).all()) == []
        assert (await store.verify()).entries == 1
