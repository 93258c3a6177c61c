"""The unit of work: rows and journal together, versions, conflicts, chains, the guard."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from heyzack_console.domain.errors import ChangedMeanwhile, InvalidInput, NotFound
from heyzack_console.storage.database import FILE_NAME
from heyzack_console.storage.entry import Body, parse_header
from heyzack_console.storage.guard import UnjournalledWrite
from heyzack_console.storage.store import RecordStore, open_store
from heyzack_console.storage.tables.journal import chain, journal, journal_touch
from heyzack_console.storage.work import Record, read_record
from tests.support.journal_notes import ANNA, BY, NOTE, NOTES, ONE, TWO, HandClock, notes_at, written


async def row_of(store: RecordStore, key: bytes, table: str = "note") -> Record:
    record = await store.read(lambda conn: read_record(conn, NOTES[table], key))
    assert record is not None
    return record


async def entries(store: RecordStore) -> list[Any]:
    return await store.read(lambda conn: list(conn.execute(select(journal).order_by(journal.c.pos)).all()))


async def test_one_work_is_one_entry_that_names_who_why_what_and_the_values(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak", "owner": b"\x01\x02"}))
        refs = await written(store, ("update", "note", ONE, {"title": "Leak in 3.09"}))
        first, second = await entries(store)
        body, header = Body(second.body), parse_header(second.raw)
        assert refs == [second.hash.hex()]
        assert header.actor == bytes.fromhex(ANNA.id)
        assert header.prev == first.hash
        assert (body.reason, body.meta["c"]) == (BY.reason, BY.command)
        (patch,) = body.patches
        old, new = patch.columns["title"]
        assert (body.value(old), body.value(new)) == ("Leak", "Leak in 3.09")
        record = await row_of(store, ONE)
        assert record.values["title"] == "Leak in 3.09"
        assert record.versions["title"] == (second.eff, second.chain, second.seq)
        assert record.versions["owner"] == (first.eff, first.chain, first.seq)
        touched = await store.read(lambda conn: conn.execute(select(journal_touch.c.key, journal_touch.c.pos)).all())
        assert touched == [(ONE, first.pos), (ONE, second.pos)]


async def test_one_column_of_a_group_writes_the_whole_group(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"x": 1.0}))
        await written(store, ("update", "note", ONE, {"y": 2.0}))
        first, second = await entries(store)
        assert Body(first.body).patches[0].columns.keys() == {"x", "y"}
        assert Body(second.body).patches[0].columns.keys() == {"x", "y"}
        record = await row_of(store, ONE)
        assert (record.values["x"], record.values["y"]) == (1.0, 2.0)
        assert record.versions == {"spot": (second.eff, second.chain, second.seq)}


async def test_an_edit_that_changes_nothing_makes_no_entry_and_no_chain(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak", "content": {"a": [1, 2]}}))
    async with notes_at(tmp_path) as store:
        async with store.work(BY) as work:
            work.update("note", ONE, {"title": "Leak"})
            work.put("note", ONE, {"content": {"a": (1, 2)}})
        assert work.entries == []
        assert len(await entries(store)) == 1
        assert await store.read(lambda conn: len(conn.execute(select(chain)).all())) == 1


async def test_an_error_in_a_work_leaves_nothing_of_it(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        with pytest.raises(NotFound):
            await written(store, ("insert", "note", ONE, {}), ("update", "note", TWO, {"title": "nobody has this"}))

        async def broken_off() -> None:
            async with store.work(BY) as work:
                work.insert("note", ONE, {"title": "Leak"})
                raise LookupError

        with pytest.raises(LookupError):
            await broken_off()
        assert await entries(store) == []
        await written(store, ("insert", "note", ONE, {"title": "Leak"}))
        assert (await store.verify()).ok


async def test_inserting_a_key_twice_is_refused_whole(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak"}))
        with pytest.raises(IntegrityError):
            await written(store, ("insert", "note", TWO, {"title": "other"}), ("insert", "note", ONE, {"title": "x"}))
        assert len(await entries(store)) == 1
        await written(store, ("put", "note", TWO, {"title": "other"}))
        assert (await store.verify()).ok


async def test_a_form_whose_group_has_moved_is_told_both_values_and_saves_nothing(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak", "x": 1.0}))
        shown = (await row_of(store, ONE)).versions
        await written(store, ("update", "note", ONE, {"title": "Leak in 3.09"}))
        with pytest.raises(ChangedMeanwhile) as caught:
            await written(store, ("update", "note", ONE, {"title": "Flood", "x": 5.0}, shown))
        assert caught.value.fields == {"title": ("Leak in 3.09", "Flood")}
        assert (await row_of(store, ONE)).values["x"] == 1.0
        await written(store, ("update", "note", ONE, {"x": 5.0}, shown))
        assert (await row_of(store, ONE)).values["x"] == 5.0


async def test_a_deleted_record_stays_refuses_edits_and_comes_back_by_put(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak"}))
        await written(store, ("delete", "note", ONE))
        assert (await row_of(store, ONE)).values["deleted"] == 1
        with pytest.raises(NotFound):
            await written(store, ("update", "note", ONE, {"title": "x"}))
        await written(store, ("put", "note", ONE, {"title": "Leak"}))
        assert (await row_of(store, ONE)).values["deleted"] == 0


async def test_a_counter_is_only_added_to(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        async with store.work(BY) as work:
            work.insert("note", ONE, {"title": "Leak"})
            work.add("note", ONE, "count", 3)
            work.add("note", ONE, "count", -1)
        assert (await row_of(store, ONE)).values["count"] == 2
        with pytest.raises(TypeError):
            await written(store, ("update", "note", ONE, {"count": 7}))
        with pytest.raises(TypeError):
            await written(store, ("add", "note", ONE, "title", 1))


async def test_an_append_only_record_is_never_edited(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "line", ONE, {"text": "water on the floor"}))
        for change in ({"text": "no water"}, {"deleted": 1}):
            with pytest.raises(TypeError):
                await written(store, ("update", "line", ONE, change))


async def test_a_large_work_is_several_entries_of_one_batch(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        async with store.work(BY) as work:
            for number in range(2300):
                work.insert("note", number.to_bytes(16, "big"), {"title": f"note {number}"})
        found = await entries(store)
        assert [len(Body(one.body).patches) for one in found] == [1000, 1000, 300]
        assert len({Body(one.body).meta["batch"] for one in found}) == 1
        assert len(work.entries) == 3
        assert (await store.verify()).ok


async def test_large_values_part_a_work_long_before_an_entry_reaches_its_limit(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        async with store.work(BY) as work:
            for number in range(12):
                work.insert("note", number.to_bytes(16, "big"), {"title": "x" * 100_000})
        found = await entries(store)
        assert len(found) > 1
        assert all(len(one.raw) + len(one.body) < 1 << 20 for one in found)
        with pytest.raises(InvalidInput, match="too large"):
            await written(store, ("insert", "note", TWO, {"title": "x" * (1 << 20)}))
        assert (await store.verify()).ok


async def test_each_run_writes_a_chain_of_its_own_that_names_the_open_ends(tmp_path: Path):
    clock = HandClock()
    for number in range(3):
        async with notes_at(tmp_path, clock) as store:
            await written(store, ("put", "note", ONE, {"title": f"run {number}"}))
            await written(store, ("put", "note", ONE, {"title": f"run {number} again"}))
            found = await entries(store)
    headers = [parse_header(one.raw) for one in found]
    assert len({header.chain for header in headers}) == 3
    assert [header.seq for header in headers] == [1, 2, 1, 2, 1, 2]
    assert [[(dep.chain, dep.seq, dep.hash) for dep in header.deps] for header in headers] == [
        [],
        [],
        [(headers[1].chain, 2, found[1].hash)],
        [],
        [(headers[3].chain, 2, found[3].hash)],
        [],
    ]


async def test_a_run_with_its_clock_set_back_goes_on_after_the_newest_stamp(tmp_path: Path):
    async with notes_at(tmp_path, HandClock(datetime(2026, 3, 1, tzinfo=UTC))) as store:
        await written(store, ("insert", "note", ONE, {"title": "today"}))
    async with notes_at(tmp_path, HandClock(datetime(2006, 3, 1, tzinfo=UTC))) as store:
        await written(store, ("update", "note", ONE, {"title": "later, though the clock denies it"}))
        old, new = await entries(store)
        assert new.eff == old.eff + 1
        assert parse_header(new.raw).wall < parse_header(old.raw).wall - timedelta(days=7000) // timedelta(
            milliseconds=1
        )


async def test_outside_a_unit_of_work_no_statement_and_no_text_writes_a_shared_table(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak"}))

        def by_statement(conn: Connection) -> None:
            conn.execute(insert(NOTE), {"key": TWO, "title": "past the journal"})

        def by_text(conn: Connection) -> None:
            conn.execute(text("UPDATE note SET title = 'past the journal'"))

        def on_the_journal(conn: Connection) -> None:
            conn.execute(text("DELETE FROM journal"))

        with pytest.raises(UnjournalledWrite):
            await store.read(by_statement)
        for attempt in (by_text, on_the_journal):
            with pytest.raises(DatabaseError, match="not authorized"):
                await store.read(attempt)
        assert (await store.verify()).ok


async def test_the_file_is_opened_durable_strict_and_private(tmp_path: Path):
    def pragmas(conn: Connection) -> list[Any]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return [conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    async with notes_at(tmp_path) as store:
        assert await store.read(pragmas) == ["wal", 2, 1, 1]
        (written, _) = await store.write(BY, lambda draft: pragmas(draft.conn))
        assert written == ["wal", 2, 1, 1]
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_a_reference_to_a_record_that_is_not_there_is_refused(tmp_path: Path):
    store = await open_store(tmp_path, HandClock())
    try:
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            await written(store, ("insert", "floor", ONE, {"site": TWO, "name": "Ground"}))
        assert (await store.verify()).entries == 0
    finally:
        await store.close()
