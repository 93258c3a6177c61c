"""Verification notices whatever was done to the journal, or to the rows, past the unit of work."""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.journal import Verification
from heyzack_console.storage.database import FILE_NAME, make_engine
from heyzack_console.storage.entry import Body, entry_hash, parse_header
from heyzack_console.storage.verify import Verifier
from tests.support.journal_notes import BY, NOTES, ONE, TWO, HandClock, notes_at, written

THREE = bytes([3]) * 16


async def lived_in(home: Path) -> None:
    """Three runs of a console with edits of every kind."""
    clock = HandClock()
    async with notes_at(home, clock) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak", "x": 1.0, "content": [1]}))
        await written(store, ("insert", "note", TWO, {"title": "Smoke"}), ("add", "note", TWO, "count", 2))
        await written(store, ("insert", "line", THREE, {"text": "water on the floor"}))
    async with notes_at(home, clock) as store:
        await written(store, ("update", "note", ONE, {"title": "Leak in 3.09"}))
        await written(store, ("update", "note", ONE, {"y": 4.0}), ("update", "note", TWO, {"owner": b"\x07"}))
        await written(store, ("erase", "note", ONE, ["content"]))
    async with notes_at(home, clock) as store:
        await written(store, ("delete", "note", TWO))
        await written(store, ("update", "note", ONE, {"title": "Leak, repaired"}))


@pytest.fixture(scope="module")
def original() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        asyncio.run(lived_in(Path(folder)))
        yield Path(folder) / FILE_NAME


@contextmanager
def tampered(original: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the file, open without any guard; committed when the block ends."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / FILE_NAME
        shutil.copy(original, copy)
        with closing(sqlite3.connect(copy)) as file:
            file.execute("PRAGMA user_version")
            yield file


def verified(file: sqlite3.Connection) -> Verification:
    file.commit()
    (_, _, path) = file.execute("PRAGMA database_list").fetchone()
    engine = make_engine(Path(path), NOTES, writer=False)
    try:
        with engine.connect() as conn:
            return Verifier(conn, NOTES).run()
    finally:
        engine.dispose()


def test_an_untouched_journal_is_in_order(original: Path):
    with tampered(original) as file:
        assert verified(file) == Verification(entries=8, chains=3, faults=())


@given(st.integers(1, 8), st.sampled_from(["raw", "body"]), st.data())
@settings(max_examples=60)
def test_a_changed_byte_of_any_entry_is_noticed(original: Path, pos: int, part: str, data: st.DataObject):
    with tampered(original) as file:
        (raw,) = file.execute(f"SELECT {part} FROM journal WHERE pos = ?", (pos,)).fetchone()
        at = data.draw(st.integers(0, len(raw) - 1))
        bent = raw[:at] + bytes([raw[at] ^ data.draw(st.integers(1, 255))]) + raw[at + 1 :]
        file.execute(f"UPDATE journal SET {part} = ? WHERE pos = ?", (bent, pos))
        assert not verified(file).ok


@given(st.integers(1, 8), st.sampled_from(["chain", "seq", "eff", "pos"]), st.sampled_from([-5, -1, 1, 2, 100]))
@settings(max_examples=40)
def test_an_entry_that_was_moved_is_noticed(original: Path, pos: int, column: str, by: int):
    with tampered(original) as file:
        try:
            file.execute(f"UPDATE journal SET {column} = {column} + ? WHERE pos = ?", (by, pos))
        except sqlite3.IntegrityError:
            return  # the place is taken; the next test swaps
        assert not verified(file).ok


@given(st.lists(st.integers(1, 8), min_size=2, max_size=2, unique=True), st.integers(5, 9))
@settings(max_examples=40)
def test_two_entries_that_changed_places_or_contents_are_noticed(original: Path, pair: list[int], first: int):
    with tampered(original) as file:
        one, other = (file.execute("SELECT * FROM journal WHERE pos = ?", (pos,)).fetchone() for pos in pair)
        file.execute("DELETE FROM journal WHERE pos IN (?, ?)", pair)
        for place, content in ((one, other), (other, one)):
            hashes = place[3:4] if first > 5 else content[3:4]
            row = (*place[:3], *hashes, *place[4:first], *content[first:])
            file.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        assert not verified(file).ok


def forged(file: sqlite3.Connection, pos: int) -> None:
    """Give an entry another time of day, with a hash that fits: in itself it is in order."""
    (raw,) = file.execute("SELECT raw FROM journal WHERE pos = ?", (pos,)).fetchone()
    new = replace(parse_header(raw), wall=0).pack()
    file.execute("UPDATE journal SET raw = ?, hash = ? WHERE pos = ?", (new, entry_hash(new), pos))


def test_a_dependency_on_an_entry_beyond_all_numbers_is_noticed(original: Path):
    with tampered(original) as file:
        for pos, raw in file.execute("SELECT pos, raw FROM journal ORDER BY pos DESC").fetchall():
            header = parse_header(raw)
            far = tuple(replace(dep, seq=2**64 - 1) for dep in header.deps)
            file.execute("UPDATE journal SET raw = ? WHERE pos = ?", (replace(header, deps=far).pack(), pos))
        assert "18446744073709551615" in " ".join(fault.text for fault in verified(file).faults)


@pytest.mark.parametrize("pos", range(1, 9))
def test_a_forged_entry_that_is_in_order_by_itself_is_noticed(original: Path, pos: int):
    with tampered(original) as file:
        forged(file, pos)
        assert not verified(file).ok


@pytest.mark.parametrize("pos", [3, 6])
def test_a_forged_end_of_a_chain_is_noticed_by_who_had_seen_it_though_the_list_of_chains_fits(original: Path, pos: int):
    with tampered(original) as file:
        forged(file, pos)
        file.execute("UPDATE chain SET head = (SELECT hash FROM journal WHERE chain = no ORDER BY seq DESC)")
        assert not verified(file).ok


def test_entries_in_another_order_are_noticed_even_where_the_index_follows(original: Path):
    with tampered(original) as file:
        for table in ("journal", "journal_touch"):
            for old, new in ((1, 100), (2, 1), (100, 2)):
                file.execute(f"UPDATE {table} SET pos = ? WHERE pos = ?", (new, old))
        assert any("moved" in fault.text for fault in verified(file).faults)


@given(st.integers(1, 8), st.booleans(), st.booleans())
@settings(max_examples=30)
def test_a_removed_entry_is_noticed_even_with_its_traces(original: Path, pos: int, touches: bool, heads: bool):
    with tampered(original) as file:
        file.execute("DELETE FROM journal WHERE pos = ?", (pos,))
        if touches:
            file.execute("DELETE FROM journal_touch WHERE pos = ?", (pos,))
        if heads:
            file.execute(
                "UPDATE chain SET (seq, head, eff) = "
                "(SELECT seq, hash, eff FROM journal WHERE chain = no ORDER BY seq DESC)"
            )
        assert not verified(file).ok


def test_a_whole_chain_that_was_removed_is_missed_by_the_one_that_had_seen_it(original: Path):
    with tampered(original) as file:
        file.executescript(
            "DELETE FROM journal_touch WHERE pos IN (SELECT pos FROM journal WHERE chain = 2);"
            "DELETE FROM journal WHERE chain = 2; DELETE FROM chain WHERE no = 2; DELETE FROM erased;"
        )
        assert any("had seen" in fault.text for fault in verified(file).faults)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE note SET title = 'nothing happened' WHERE key = x'01010101010101010101010101010101'",
        "UPDATE note SET _m = NULL",
        "DELETE FROM line",
        "INSERT INTO line (key, text) VALUES (x'0A', 'never said')",
        "DELETE FROM journal_touch WHERE pos = 2",
        "INSERT INTO journal_touch VALUES ('note', x'0A', 3)",
        "DELETE FROM erased",
        "UPDATE journal SET actor = x'00' WHERE pos = 3",
        "UPDATE journal SET kind = 'erase' WHERE pos = 3",
        "UPDATE journal SET body = NULL WHERE pos = 3",
        "DELETE FROM chain WHERE no = 1",
        "INSERT INTO chain VALUES (9, x'09', x'09', 1, x'09', 1, 0)",
    ],
)
def test_a_change_beside_the_entries_is_noticed(original: Path, change: str):
    with tampered(original) as file:
        file.execute(change)
        assert not verified(file).ok


def test_a_value_that_is_gone_without_an_erasure_is_noticed(original: Path):
    with tampered(original) as file:
        (body,) = file.execute("SELECT body FROM journal WHERE pos = 4").fetchone()
        for leaf in (0, 1, 2):
            file.execute("UPDATE journal SET body = ? WHERE pos = 4", (Body(body).redact([leaf]),))
            assert any("gone" in fault.text for fault in verified(file).faults)


async def test_a_fault_names_its_chain_and_entry(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        await written(store, ("insert", "note", ONE, {"title": "Leak"}))
        await written(store, ("update", "note", ONE, {"title": "Flood"}))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        (name,) = file.execute("SELECT hex(id) FROM chain").fetchone()
        file.execute("UPDATE journal SET body = (SELECT body FROM journal WHERE seq = 1) WHERE seq = 2")
        file.commit()
    async with notes_at(tmp_path) as store:
        found = await store.verify()
    assert (found.entries, found.chains) == (2, 1)
    first = found.faults[0]
    assert (first.chain, first.sequence, first.text) == (name.lower(), 2, "the content was changed")
    assert BY.reason not in first.text
