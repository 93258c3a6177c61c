"""The record store: one writing thread, a few reading ones, and the journal between callers and rows."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import DBAPIError

from heyzack_console.domain.errors import StoreDamaged, StoreError, StoreUnavailable
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef, Verification
from heyzack_console.ports.clock import Clock
from heyzack_console.storage.clock import HybridClock
from heyzack_console.storage.database import FILE_NAME, make_engine, migrate, prepare_file
from heyzack_console.storage.entry import MalformedEntry
from heyzack_console.storage.erasure import redact
from heyzack_console.storage.faults import translated
from heyzack_console.storage.guard import opened
from heyzack_console.storage.home import site_key
from heyzack_console.storage.schema import Schema
from heyzack_console.storage.tables.everything import SHARED
from heyzack_console.storage.tables.journal import chain, journal, this_console
from heyzack_console.storage.verify import Verifier
from heyzack_console.storage.versions import Version
from heyzack_console.storage.work import Authored, Draft, Run

log = logging.getLogger(__name__)

T = TypeVar("T")
READERS = 2
LETTERS = "A"
"""The console's letters in numbers people say, until a team gives it others."""


class Work:
    """What an `async with store.work(...)` block wants done; it is carried out, all or nothing, when the block ends."""

    def __init__(self) -> None:
        self.steps: list[Callable[[Draft], object]] = []
        self.entries: list[EntryRef] = []
        """The entries that were written, once the block has ended; empty where nothing changed."""
        self.erases: list[tuple[str, bytes, frozenset[str]]] = []

    def insert(self, table: str, key: bytes, values: Mapping[str, Any]) -> None:
        """Add a record."""
        self.steps.append(lambda draft: draft.insert(table, key, values))

    def put(self, table: str, key: bytes, values: Mapping[str, Any]) -> None:
        """Add a record, or change what differs."""
        self.steps.append(lambda draft: draft.put(table, key, values))

    def update(
        self, table: str, key: bytes, values: Mapping[str, Any], base: Mapping[str, Version | None] | None = None
    ) -> None:
        """Change columns; *base* are the versions that the form showed, by group."""
        self.steps.append(lambda draft: draft.update(table, key, values, base))

    def delete(self, table: str, key: bytes, base: Mapping[str, Version | None] | None = None) -> None:
        """Mark a record deleted."""
        self.steps.append(lambda draft: draft.delete(table, key, base))

    def add(self, table: str, key: bytes, column: str, amount: int) -> None:
        """Add to a counter."""
        self.steps.append(lambda draft: draft.add(table, key, column, amount))

    def erase(self, table: str, key: bytes, columns: Iterable[str]) -> None:
        """Forget values for good, in the row and in every stored entry. A work that erases does nothing else."""
        self.erases.append((table, key, frozenset(columns)))
        self.steps.append(lambda draft: draft.erase(table, key, sorted(columns)))

    def run(self, draft: Draft) -> None:
        """Carry out the steps."""
        for step in self.steps:
            step(draft)
        for table, key, columns in self.erases:
            shared = draft.schema[table]
            redact(draft.conn, shared, key, frozenset(shared.columns_of(columns)))


class RecordStore:
    """`console.db` of one home folder. Made by `open_store`; every method raises StoreError in words."""

    def __init__(self, path: Path, schema: Schema, clock: Clock) -> None:
        self._path = path
        self._schema = schema
        self._time = clock
        self._writer = ThreadPoolExecutor(1, "store-writer")
        self._readers = ThreadPoolExecutor(READERS, "store-reader")
        self._writing: Engine | None = None
        self._reading: Engine | None = None
        self._live: tuple[Connection, Run] | None = None
        self._closed = False

    async def open(self) -> None:
        """Check, make or migrate the file; on an error nothing was changed and nothing stays open."""
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(self._writer, self._open)
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Wait for what is being written or read, then let go of the file."""
        if self._closed:
            return
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(self._writer, self._close)
        self._writer.shutdown()

    @asynccontextmanager
    async def work(self, by: By) -> AsyncIterator[Work]:
        """A unit of work: what the block asks for is on the disk when it ends, or, on an error, none of it."""
        work = Work()
        yield work
        _, work.entries = await self.write(by, work.run)
        if work.erases:
            await self._on_writer(self._empty_log)

    async def write(self, by: By, job: Callable[[Draft], T]) -> tuple[T, list[EntryRef]]:
        """Run *job* in a unit of work on the writing thread; its result and the hashes of its entries."""
        return await self._on_writer(partial(self._write, by, job))

    async def keep(self, job: Callable[[Connection], None]) -> None:
        """Run *job* on the writing thread, all or nothing; it writes local tables, which no journal knows."""
        await self._on_writer(partial(self._keep, job))

    async def take_in(self, job: Callable[[Connection, Run], T], *, keep: bool = True) -> T:
        """Run *job*, which joins entries of other consoles to the journal; without *keep* nothing of it stays."""
        return await self._on_writer(partial(self._take_in, job, keep))

    async def read(self, job: Callable[[Connection], T]) -> T:
        """Run *job* on a reading thread, in one transaction: it sees one moment."""
        _still_open(closed=self._closed)
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, job)

    async def verify(self) -> Verification:
        """Read every chain from its beginning and compare the rows with it."""
        return await self.read(lambda conn: Verifier(conn, self._schema).run())

    async def _on_writer(self, job: Callable[[], T]) -> T:
        _still_open(closed=self._closed)
        return await asyncio.get_running_loop().run_in_executor(self._writer, job)

    def _open(self) -> None:
        prepare_file(self._path)
        self._writing = make_engine(self._path, self._schema, writer=True)
        self._reading = make_engine(self._path, self._schema, writer=False)
        migrate(self._writing, self._path)
        self._live = self._begin_run(self._writing)

    def _begin_run(self, engine: Engine) -> tuple[Connection, Run]:
        """(Re)connect with nothing in memory but what is on the disk; the next entry begins a new chain."""
        with translated(self._path):
            connection = engine.connect()
            with connection.begin():
                me = connection.execute(select(this_console)).first()
                if me is None:
                    name = secrets.token_bytes(16)
                    values = {"id": name, "letters": LETTERS, "offset_ms": 0}
                    connection.execute(insert(this_console), values)
                    console, offset = name, 0
                else:
                    console, offset = me.id, me.offset_ms
                last = connection.execute(select(func.max(journal.c.eff))).scalar() or 0
                here = site_key(connection)
        return connection, Run(console, HybridClock(last, offset), self._time, here)

    def _write(self, by: By, job: Callable[[Draft], T]) -> tuple[T, list[EntryRef]]:
        connection, run = self._now_live()
        authored = Authored(bytes.fromhex(by.actor.id), by.reason, by.command)
        try:
            with translated(self._path), opened(connection), connection.begin() as transaction:
                draft = Draft(connection, run, self._schema, authored)
                result = job(draft)
                draft.finish()
                if not draft.entries:
                    transaction.rollback()
                    return result, []
                here = site_key(connection) if "site" in draft.tables else run.site
        except (StoreError, DBAPIError):
            self._forget_run()  # memory may be ahead of the disk
            raise
        run.head, run.site, run.heard = draft.head, here, False
        return result, [EntryRef(one.hex()) for one in draft.entries]

    def _take_in(self, job: Callable[[Connection, Run], T], keep: bool) -> T:
        connection, run = self._now_live()
        try:
            with translated(self._path), opened(connection), connection.begin() as transaction:
                result = job(connection, run)
                if not keep:
                    transaction.rollback()
                    return result
                last = connection.execute(select(func.max(journal.c.eff))).scalar() or 0
                here = site_key(connection)
                head = run.head and connection.execute(select(chain.c.head).where(chain.c.no == run.head.no)).scalar()
        except (StoreError, DBAPIError):
            self._forget_run()
            raise
        run.clock.last, run.heard, run.site = last, True, here
        if run.head is not None and run.head.hash != head:
            run.head = None  # a copy of this store wrote on in the chain of this run: the next entry begins another
        return result

    def _keep(self, job: Callable[[Connection], None]) -> None:
        connection, _ = self._now_live()
        try:
            with translated(self._path), connection.begin():
                job(connection)
        except (StoreError, DBAPIError):
            self._forget_run()
            raise

    def _read(self, job: Callable[[Connection], T]) -> T:
        if self._reading is None:
            raise StoreUnavailable("The store is not open; nothing was read.")
        try:
            with translated(self._path), self._reading.connect() as conn, conn.begin():
                return job(conn)
        except MalformedEntry as error:
            raise StoreDamaged(
                f"An entry in the journal of {self._path} cannot be read ({error}). "
                "Nothing was changed; verify the journal and restore the newest backup."
            ) from error

    def _now_live(self) -> tuple[Connection, Run]:
        if self._writing is None:
            raise StoreUnavailable("The store is not open; nothing was saved.")
        if self._live is None:
            self._live = self._begin_run(self._writing)
        return self._live

    def _empty_log(self) -> None:
        """Take what was erased out of the write-ahead log too."""
        connection, _ = self._now_live()
        with translated(self._path):
            raw = connection.connection.driver_connection
            assert raw is not None
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            log.warning("erased values stay in the write-ahead log until its readers are done")

    def _forget_run(self) -> None:
        if self._live is not None:
            connection, _ = self._live
            self._live = None
            connection.invalidate()
            connection.close()

    def _close(self) -> None:
        self._readers.shutdown()
        if self._live is not None:
            self._live[0].close()
            self._live = None
        for engine in (self._reading, self._writing):
            if engine is not None:
                engine.dispose()


def _still_open(*, closed: bool) -> None:
    if closed:
        raise StoreUnavailable("The console is closing; nothing more is read or saved.")


async def open_store(home: Path, clock: Clock, schema: Schema = SHARED) -> RecordStore:
    """Open the records of the home folder *home*, making or migrating the file first.

    Raises:
        StoreUnavailable: the folder or the file cannot be written.
        StoreTooNew: a newer version of the program wrote it; it was left untouched.
        StoreDamaged: it is not a store of ours or fails its checks; it was left untouched.
        StoreFull: there is no room to make or migrate it.
    """
    store = RecordStore(home / FILE_NAME, schema, clock)
    await store.open()
    return store
