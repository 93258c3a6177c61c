"""What the journal gives back: rows rebuilt, rows of the past, undo and redo, earlier versions."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.errors import IllegalTransition, NotFound
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.database import FILE_NAME
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.journal import journal
from heyzack_console.storage.undo import Taker, roll_back
from heyzack_console.storage.weave import as_it_was, as_it_was_known, rebuilt
from heyzack_console.storage.work import Draft, read_record
from tests.support.journal_notes import BY, NOTES, ONE, TWO, HandClock, notes_at, written

KEYS = (ONE, TWO, bytes([3]) * 16)
Rows = dict[bytes, dict[str, Any] | None]

TITLES = st.text(max_size=5)
NUMBERS = st.floats(-1e6, 1e6)
EDITS = st.one_of(
    st.fixed_dictionaries({"title": TITLES}),
    st.dictionaries(st.sampled_from(["x", "y"]), NUMBERS, min_size=1),
    st.fixed_dictionaries({"owner": st.binary(max_size=3)}),
    st.fixed_dictionaries({"content": st.lists(st.integers() | TITLES)}),
)
WHICH = st.sampled_from(KEYS)
STEPS = st.one_of(
    st.tuples(st.just("put"), WHICH, st.fixed_dictionaries({}, optional={"title": TITLES, "x": NUMBERS})),
    st.tuples(st.just("edit"), WHICH, EDITS),
    st.tuples(st.just("edit"), WHICH, EDITS),
    st.tuples(st.just("add"), WHICH, st.integers(-5, 5)),
    st.tuples(st.just("delete"), WHICH, st.none()),
)
WORKS = st.lists(STEPS, min_size=1, max_size=4)


@pytest.fixture(scope="module")
def empty() -> Iterator[Path]:
    async def make(home: Path) -> None:
        async with notes_at(home):
            pass

    with TemporaryDirectory() as folder:
        asyncio.run(make(Path(folder)))
        yield Path(folder) / FILE_NAME


def carry_out(draft: Draft, steps: list[Any]) -> None:
    """Do what can be done: an edit of what is not there is skipped."""
    for name, key, what in steps:
        record = draft.read("note", key)
        living = record is not None and not record.values["deleted"]
        if name == "put":
            draft.put("note", key, what)
        elif living and name == "edit":
            draft.update("note", key, what)
        elif living and name == "add":
            draft.add("note", key, "count", what)
        elif living:
            draft.delete("note", key)


async def rows(store: RecordStore) -> Rows:
    def read(conn: Any) -> Rows:
        found = {key: read_record(conn, NOTES["note"], key) for key in KEYS}
        return {key: None if record is None else record.values for key, record in found.items()}

    return await store.read(read)


async def undo(store: RecordStore, ref: EntryRef) -> tuple[Taker, list[EntryRef]]:
    def job(draft: Draft) -> Taker:
        taker = Taker(draft, bytes.fromhex(ref))
        taker.take_back()
        return taker

    return await store.write(BY, job)


def living(found: Rows) -> Rows:
    """What people see: a record that was never made and a deleted one look alike."""
    return {key: None if row is None or row["deleted"] else _counted(row) for key, row in found.items()}


def _counted(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "count": row["count"] or 0}


@given(st.lists(WORKS, min_size=1, max_size=8))
@settings(max_examples=30)
def test_every_row_can_be_rebuilt_and_shown_as_it_was_after_each_work(empty: Path, works: list[Any]):
    async def story(home: Path) -> None:
        clock = HandClock()
        async with notes_at(home, clock) as store:
            past = []
            for steps in works:
                await store.write(BY, lambda draft, steps=steps: carry_out(draft, steps))
                past.append((clock.time, await rows(store)))
            shared = NOTES["note"]
            for key in KEYS:
                record = await store.read(lambda conn, key=key: read_record(conn, shared, key))
                folded = await store.read(lambda conn, key=key: rebuilt(conn, shared, key))
                assert (record is None) == (folded is None)
                if record is not None and folded is not None:
                    assert (folded.values, folded.versions) == (record.values, record.versions)
            for moment, then in past:
                for view in (as_it_was, as_it_was_known):
                    for key in KEYS:
                        was = await store.read(lambda conn, k=key, v=view, m=moment: v(conn, shared, k, m))
                        assert (None if was is None else was.values) == then[key]
            assert (await store.verify()).ok

    with TemporaryDirectory() as folder:
        shutil.copy(empty, folder)
        asyncio.run(story(Path(folder)))


@given(st.lists(WORKS, max_size=4), WORKS)
@settings(max_examples=40)
def test_an_undo_restores_what_was_and_its_undo_redoes(empty: Path, before: list[Any], last: list[Any]):
    async def story(home: Path) -> None:
        async with notes_at(home) as store:
            for steps in before:
                await store.write(BY, lambda draft, steps=steps: carry_out(draft, steps))
            was = await rows(store)
            _, refs = await store.write(BY, lambda draft: carry_out(draft, last))
            if not refs:
                return
            done = await rows(store)
            taken, undone = await undo(store, refs[0])
            assert living(await rows(store)) == living(was)
            assert taken.left == []
            _, redone = await undo(store, undone[0])
            assert living(await rows(store)) == living(done)
            await undo(store, redone[0])
            assert living(await rows(store)) == living(was)
            assert (await store.verify()).ok

    with TemporaryDirectory() as folder:
        shutil.copy(empty, folder)
        asyncio.run(story(Path(folder)))


@given(st.lists(WORKS, min_size=2, max_size=6))
@settings(max_examples=40)
def test_undone_one_after_the_other_works_pass_through_every_earlier_state_and_back(empty: Path, works: list[Any]):
    async def story(home: Path) -> None:
        async with notes_at(home) as store:
            states, done = [living(await rows(store))], []
            for steps in works:
                _, refs = await store.write(BY, lambda draft, steps=steps: carry_out(draft, steps))
                if refs:
                    done.append(refs[0])
                    states.append(living(await rows(store)))
            undone = []
            for ref, earlier in zip(reversed(done), reversed(states[:-1]), strict=True):
                undone.append((await undo(store, ref))[1][0])
                assert living(await rows(store)) == earlier
            for ref, later in zip(reversed(undone), states[1:], strict=True):
                await undo(store, ref)
                assert living(await rows(store)) == later
            assert (await store.verify()).ok

    with TemporaryDirectory() as folder:
        shutil.copy(empty, folder)
        asyncio.run(story(Path(folder)))


async def test_an_undo_leaves_and_names_what_was_changed_since(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak", "x": 1.0, "y": 1.0}))
        (ref,) = await written(store, ("update", "note", ONE, {"title": "Flood", "x": 2.0}))
        await written(store, ("update", "note", ONE, {"title": "Deluge"}))
        taken, _ = await undo(store, ref)
        found = (await rows(store))[ONE]
        assert found is not None
        assert (found["title"], found["x"]) == ("Deluge", 1.0)
        assert taken.left == [f"note {ONE.hex()}"]


async def test_an_undo_of_what_was_wholly_changed_since_is_refused_and_writes_nothing(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        (made,) = await written(store, ("insert", "note", ONE, {"title": "Leak"}))
        (ref,) = await written(store, ("update", "note", ONE, {"title": "Flood"}))
        await written(store, ("update", "note", ONE, {"title": "Deluge"}))
        for one in (ref, made):
            with pytest.raises(IllegalTransition):
                await undo(store, one)
        with pytest.raises(NotFound):
            await undo(store, EntryRef("00" * 32))
        assert (await store.verify()).entries == 3


async def test_an_event_cannot_be_undone(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        (ref,) = await written(store, ("insert", "line", ONE, {"text": "water"}))
        with pytest.raises(IllegalTransition):
            await undo(store, ref)


async def test_a_sum_is_taken_back_once_however_often_it_is_asked(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak"}), ("add", "note", ONE, "count", 5))
        (ref,) = await written(store, ("add", "note", ONE, "count", 2))
        await written(store, ("add", "note", ONE, "count", 10))
        _, (back,) = await undo(store, ref)
        with pytest.raises(IllegalTransition):
            await undo(store, ref)
        found = (await rows(store))[ONE]
        assert found is not None
        assert found["count"] == 15
        await undo(store, back)
        found = (await rows(store))[ONE]
        assert found is not None
        assert found["count"] == 17


async def test_an_undo_takes_back_all_entries_of_a_batch_whichever_is_named(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak"}))
        many = [("insert", "note", number.to_bytes(16, "little"), {"title": "x"}) for number in range(5, 1505)]
        refs = await written(store, *many)
        assert len(refs) == 2
        taken, undone = await undo(store, refs[1])
        assert taken.restored == 1500
        taken, _ = await undo(store, undone[0])
        assert taken.restored == 1500
        assert (await store.verify()).ok


async def test_a_batch_that_touches_a_record_twice_goes_back_to_before_its_first_touch(tmp_path: Path):
    async def title_and_count() -> tuple[Any, Any]:
        found = (await rows(store))[ONE]
        assert found is not None
        return found["title"], found["count"]

    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "before"}), ("add", "note", ONE, "count", 1))
        others = [("insert", "note", number.to_bytes(16, "little"), {"title": "x"}) for number in range(5, 1205)]
        first, last = ("update", "note", ONE, {"title": "first"}), ("update", "note", ONE, {"title": "last"})
        refs = await written(store, first, *others, last, ("add", "note", ONE, "count", 5))
        assert len(refs) == 2
        (edit,) = await written(store, ("update", "note", ONE, {"title": "edit"}))
        await undo(store, edit)
        taken, back = await undo(store, refs[1])
        assert (taken.left, await title_and_count()) == ([], ("before", 1))
        with pytest.raises(IllegalTransition):
            await undo(store, refs[0])
        taken, _ = await undo(store, back[-1])
        assert (taken.left, await title_and_count()) == ([], ("last", 6))
        taken, _ = await undo(store, refs[0])
        assert (taken.left, await title_and_count()) == ([], ("before", 1))
        assert (await store.verify()).ok


async def test_a_record_goes_back_to_an_earlier_version_as_a_new_entry(tmp_path: Path):
    clock = HandClock()
    async with notes_at(tmp_path, clock) as store:
        await written(store, ("insert", "note", ONE, {"title": "first", "content": {"limit": 5}}))
        first = clock.time
        await written(store, ("update", "note", ONE, {"title": "second", "content": {"limit": 9}}))
        before = first - timedelta(days=1)
        with pytest.raises(NotFound):
            await store.write(BY, lambda draft: roll_back(draft, "note", ONE, before))
        await store.write(BY, lambda draft: roll_back(draft, "note", ONE, first))
        found = (await rows(store))[ONE]
        assert found is not None
        assert (found["title"], found["content"]) == ("first", {"limit": 5})
        assert (await store.verify()).entries == 3


async def test_as_known_leaves_out_what_arrived_later(tmp_path: Path):
    clock = HandClock()
    async with notes_at(tmp_path, clock) as store:
        await written(store, ("insert", "note", ONE, {"title": "early"}))
        early = clock.time
        await written(store, ("update", "note", ONE, {"title": "late news of an early change"}))

        def arrives_late(draft: Draft) -> None:
            when = int((early + timedelta(days=3)).timestamp() * 1000)
            stamp = int(early.timestamp() * 1000) << 16
            draft.conn.execute(journal.update().where(journal.c.seq == 2).values(arrived=when, eff=stamp))
            draft.insert("note", TWO, {"title": "so that the work is kept"})

        await store.write(BY, arrives_late)
        shared = NOTES["note"]
        moment = early + timedelta(days=1)
        was = await store.read(lambda conn: as_it_was(conn, shared, ONE, moment))
        known = await store.read(lambda conn: as_it_was_known(conn, shared, ONE, moment))
        assert was is not None
        assert known is not None
        assert (was.values["title"], known.values["title"]) == ("late news of an early change", "early")
