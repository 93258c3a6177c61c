"""Opening the store: migrations, and everything that can be wrong with the file, the folder or the disk."""

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from heyzack_console.domain.errors import StoreDamaged, StoreFull, StoreTooNew, StoreUnavailable
from heyzack_console.domain.journal import Verification
from heyzack_console.storage.database import FILE_NAME, make_engine, migrate, prepare_file
from heyzack_console.storage.store import RecordStore, open_store
from heyzack_console.storage.tables.columns import metadata
from heyzack_console.storage.tables.everything import SCHEMA, SHARED
from tests.support.journal_notes import BY, ONE, HandClock, notes_at, written

NOBODY = 65534
ROOT = Path(__file__).resolve().parents[3]


async def begun(home: Path) -> None:
    """A store with one record."""
    store = await open_store(home, HandClock())
    await written(store, ("insert", "site", ONE, {"name": "Harbour House"}))
    await store.close()


async def refused(home: Path, error: type[Exception]) -> str:
    with pytest.raises(error) as caught:
        await open_store(home, HandClock())
    return str(caught.value.args[0])


async def test_the_migrations_make_exactly_the_tables_that_the_program_knows(tmp_path: Path):
    await begun(tmp_path)
    engine = make_engine(tmp_path / FILE_NAME, SHARED, writer=True)
    try:
        with engine.connect() as conn:
            assert compare_metadata(MigrationContext.configure(conn), metadata) == []
            (revision,) = conn.exec_driver_sql("SELECT version_num FROM alembic_version").one()
        assert int(revision) == SCHEMA
    finally:
        engine.dispose()


async def test_a_store_of_the_first_version_is_brought_up_with_its_journal(tmp_path: Path):
    path = tmp_path / FILE_NAME
    prepare_file(path)
    engine = make_engine(path, SHARED, writer=True)
    migrate(engine, path, "0001")
    engine.dispose()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert file.execute("SELECT count(*) FROM sqlite_master WHERE name = 'site'").fetchone() == (0,)
        file.execute("INSERT INTO this_console VALUES (?, 'K', 250)", (ONE,))
        file.commit()
    await begun(tmp_path)
    store = await open_store(tmp_path, HandClock())
    try:
        assert (await store.verify()).entries == 1
        console = await store.read(lambda conn: conn.exec_driver_sql("SELECT * FROM this_console").one())
        assert tuple(console) == (ONE, "K", 250)
    finally:
        await store.close()


async def test_a_migration_that_breaks_off_leaves_the_store_as_it_was(tmp_path: Path):
    path = tmp_path / FILE_NAME
    prepare_file(path)
    engine = make_engine(path, SHARED, writer=True)
    migrate(engine, path, "0001")
    with engine.connect() as conn:
        conn.exec_driver_sql("CREATE TABLE order_event (something_in_the_way)")
        conn.commit()
    with pytest.raises(Exception, match="order_event"):
        migrate(engine, path)
    engine.dispose()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert file.execute("SELECT count(*) FROM sqlite_master WHERE name = 'site'").fetchone() == (0,)


async def test_a_store_of_a_newer_version_is_refused_and_left_untouched(tmp_path: Path):
    await begun(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        file.execute("UPDATE alembic_version SET version_num = '0099'")
        file.commit()
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = (tmp_path / FILE_NAME).read_bytes()
    assert "newer version" in await refused(tmp_path, StoreTooNew)
    assert (tmp_path / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("content", [b"this is a letter, not a store, and longer than any header" * 9, b"SQLite"])
async def test_a_file_that_is_no_store_is_refused_and_left_untouched(tmp_path: Path, content: bytes):
    (tmp_path / FILE_NAME).write_bytes(content)
    await refused(tmp_path, StoreDamaged)
    assert (tmp_path / FILE_NAME).read_bytes() == content


async def test_the_tables_of_another_program_are_refused_and_left_untouched(tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        file.execute("CREATE TABLE recipes (name)")
    before = (tmp_path / FILE_NAME).read_bytes()
    assert "another program" in await refused(tmp_path, StoreDamaged)
    assert (tmp_path / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("part", ["a page in the middle", "the end"])
async def test_a_damaged_file_is_refused_and_left_untouched(tmp_path: Path, part: str):
    await begun(tmp_path)
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    assert len(whole) > 40_000
    bent = whole[:8192] + bytes(range(256)) * 64 + whole[8192 + 16384 :] if part != "the end" else whole[:-9000]
    path.write_bytes(bent)
    await refused(tmp_path, StoreDamaged)
    assert path.read_bytes() == bent


async def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    assert "cannot be written" in await refused(tmp_path / "file" / "home", StoreUnavailable)


READ_ONLY = """
import asyncio, os, sys
from datetime import UTC, datetime
from pathlib import Path
from heyzack_console.domain.errors import StoreUnavailable
from heyzack_console.storage.store import open_store

class Noon:
    def now(self):
        return datetime(2026, 3, 1, 12, tzinfo=UTC)

if os.getuid() == 0:
    os.setuid(int(sys.argv[2]))
try:
    asyncio.run(open_store(Path(sys.argv[1]), Noon()))
except StoreUnavailable as error:
    print(error.text)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders on Windows have no such mode")
@pytest.mark.parametrize("kept", [True, False])
def test_a_read_only_folder_is_said_whether_or_not_it_holds_a_store(kept: bool):
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        if kept:
            asyncio.run(begun(home))
        before = {file.name: file.read_bytes() for file in home.iterdir()}
        Path(folder).chmod(0o755)
        home.chmod(0o555)
        for file in home.iterdir():
            file.chmod(0o444)
        told = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(home), str(NOBODY)],
            capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        assert "cannot be written" in told.stdout
        assert {file.name: file.read_bytes() for file in home.iterdir()} == before
        home.chmod(0o755)


async def fill(store: RecordStore) -> int:
    """Write until there is no room; returns how many works were confirmed."""
    for number in range(10_000):
        try:
            await written(store, ("insert", "note", number.to_bytes(16, "big"), {"title": "x" * 5000}))
        except StoreFull:
            return number
    raise AssertionError("the disk never became full")


async def test_a_full_file_is_said_and_writing_goes_on_when_there_is_room_again(tmp_path: Path):
    async with notes_at(tmp_path) as store:
        (limit, _) = await store.write(
            BY, lambda draft: draft.conn.exec_driver_sql("PRAGMA max_page_count = 160").scalar_one()
        )
        assert limit == 160
        confirmed = await fill(store)
        assert confirmed > 5
        found = await store.verify()
        assert (found.ok, found.entries) == (True, confirmed)
        # The failed run's connection is gone and the limit with it; the run goes on in a new chain.
        await written(store, ("insert", "note", b"k" * 16, {"title": "room again"}))
        found = await store.verify()
        assert (found.ok, found.entries, found.chains) == (True, confirmed + 1, 2)


async def written_again(home: Path) -> Verification:
    async with notes_at(home) as store:
        await written(store, ("insert", "note", b"k" * 16, {"title": "room again"}))
        return await store.verify()


FULL_DISK = """
import asyncio, json, resource, sys
from pathlib import Path
from tests.storage.journal.test_opening import fill
from tests.support.journal_notes import notes_at

async def main():
    async with notes_at(Path(sys.argv[1])) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
        confirmed = await fill(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        again = await store.verify()
        print(json.dumps([confirmed, again.entries, again.ok]))

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
def test_a_disk_that_takes_no_more_is_said_and_all_that_was_confirmed_is_there(tmp_path: Path):
    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)],
        capture_output=True, text=True, check=True, timeout=60, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    confirmed, entries, ok = json.loads(told.stdout)
    assert confirmed > 5
    assert (entries, ok) == (confirmed, True)
    found = asyncio.run(written_again(tmp_path))
    assert (found.ok, found.entries) == (True, confirmed + 1)


async def test_a_closed_store_says_so(tmp_path: Path):
    store = await open_store(tmp_path, HandClock())
    await store.close()
    await store.close()
    for attempt in (store.verify, lambda: written(store, ("insert", "site", ONE, {"name": "x"}))):
        with pytest.raises(StoreUnavailable, match="closing"):
            await attempt()
