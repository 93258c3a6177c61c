"""Consoles that keep notes: each rule of the merge has a column, and every entry ever written is remembered."""

import asyncio
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, select

from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.storage.clock_repair import set_right
from heyzack_console.storage.database import FILE_NAME
from heyzack_console.storage.merge import Merge, Merged
from heyzack_console.storage.schema import MOST_SEVERE, Schema
from heyzack_console.storage.store import RecordStore, open_store
from heyzack_console.storage.tables.everything import SCHEMA
from heyzack_console.storage.tables.journal import held, journal
from heyzack_console.storage.work import Authored, Draft

_metadata = MetaData()


def _shared(name: str, *columns: Column[Any], **info: bool) -> Table:
    kept = (Column("deleted", Integer, nullable=False, server_default="0"), Column("_m", Text))
    key: Column[Any] = Column("key", LargeBinary(16), primary_key=True)
    return Table(name, _metadata, key, *kept, *columns, info={"shared": True, **info})


_shared(
    "note",
    Column("title", Text),
    Column("x", Float, info={"group": "spot"}),
    Column("y", Float, info={"group": "spot"}),
    Column("severity", Integer, info={"rule": MOST_SEVERE}),
    Column("count", Integer, info={"counter": True}),
)
_shared("line", Column("note", LargeBinary, ForeignKey("note.key")), Column("text", Text), append_only=True)
_shared("tag", Column("note", LargeBinary, ForeignKey("note.key")), Column("word", Text), membership=True)
NOTES = Schema(_metadata, SCHEMA)
_KEPT = "key BLOB PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, _m TEXT"
TABLES = (
    f"CREATE TABLE note ({_KEPT}, title TEXT, x FLOAT, y FLOAT, severity INTEGER, count INTEGER)",
    f"CREATE TABLE line ({_KEPT}, note BLOB REFERENCES note (key), text TEXT)",
    f"CREATE TABLE tag ({_KEPT}, note BLOB REFERENCES note (key), word TEXT)",
)
T0 = datetime(2026, 3, 1, 12, tzinfo=UTC)
Bytes = tuple[bytes, bytes]
Ledger = dict[bytes, Bytes]


@dataclass
class SkewedClock:
    """A machine's clock: the true time, which all share, plus its own error."""

    true: "TrueTime"
    error: timedelta = timedelta()

    def now(self) -> datetime:
        """Aware UTC."""
        return self.true.look() + self.error


@dataclass
class TrueTime:
    """The time that nobody knows for sure; it goes on at each look unless it is *frozen*."""

    moment: datetime = T0
    step: timedelta = timedelta(milliseconds=7)

    def look(self) -> datetime:
        """Aware UTC."""
        self.moment += self.step
        return self.moment


async def blank_home(folder: Path) -> Path:
    """A file of a console that has just been installed."""
    await (await open_store(folder, TrueClock())).close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        for table in TABLES:
            file.execute(table)
        file.execute("DELETE FROM this_console")
        file.commit()
    return folder / FILE_NAME


class TrueClock:
    """Always the same moment."""

    def now(self) -> datetime:
        """Aware UTC."""
        return T0


@dataclass
class Laptop:
    """One console: its store, its clock, its person, and what it has ever written."""

    home: Path
    clock: SkewedClock
    person: Actor
    ledger: Ledger
    store: RecordStore | None = None
    wrote: list[bytes] = field(default_factory=list)

    @classmethod
    async def new(cls, blank: Path, folder: Path, number: int, true: TrueTime, ledger: Ledger) -> "Laptop":
        """Installed from *blank*."""
        await asyncio.to_thread(_copy, blank, folder)
        person = Actor(ActorId(bytes([0xA0 + number]).hex() * 16), f"Person {number}", Role.ADMINISTRATOR)
        laptop = cls(folder, SkewedClock(true), person, ledger)
        await laptop.start()
        return laptop

    async def start(self) -> None:
        """Begin a run."""
        self.store = await open_store(self.home, self.clock, NOTES)

    async def stop(self) -> None:
        """End the run."""
        if self.store is not None:
            await self.store.close()
            self.store = None

    @property
    def open(self) -> RecordStore:
        """The store of the run."""
        assert self.store is not None
        return self.store

    @property
    def by(self) -> By:
        """The person who sits here."""
        return By(self.person, "because", "test")

    async def write(self, job: Callable[[Draft], object]) -> list[bytes]:
        """One unit of work."""
        _, refs = await self.open.write(self.by, job)
        return await self._remember([bytes.fromhex(ref) for ref in refs])

    async def erase(self, table: str, key: bytes, columns: list[str]) -> None:
        """Erase for good."""
        async with self.open.work(self.by) as work:
            work.erase(table, key, columns)
        await self._remember([bytes.fromhex(ref) for ref in work.entries])

    async def take(self, entries: Iterable[Bytes], *, keep: bool = True) -> Merged:
        """Import entries from elsewhere."""
        given = list(entries)

        def job(conn: Connection, run: Any) -> Merged:
            now = round(self.clock.now().timestamp() * 1000) + run.clock.offset_ms
            return Merge(conn, NOTES, now).take(given)

        return await self.open.take_in(job, keep=keep)

    async def hear_the_time(self) -> None:
        """Somebody says what the time really is."""
        offset = -round(self.clock.error.total_seconds() * 1000)
        by = Authored(bytes.fromhex(self.person.id), "", "clock")
        ref = await self.open.take_in(lambda conn, run: set_right(conn, run, NOTES, by, offset))
        await self._remember([ref] if ref else [])

    async def entries(self) -> list[Bytes]:
        """Everything that it can pass on, in its own order."""
        return await self.open.read(_everything)

    async def _remember(self, refs: list[bytes]) -> list[bytes]:
        for ref in refs:
            found = await self.open.read(
                lambda conn, ref=ref: conn.execute(  # type: ignore[misc]
                    select(journal.c.raw, journal.c.body).where(journal.c.hash == ref)
                ).one()
            )
            self.ledger[ref] = (found.raw, found.body)
            self.wrote.append(ref)
        return refs


def _copy(blank: Path, folder: Path) -> None:
    folder.mkdir()
    shutil.copy(blank, folder / FILE_NAME)


def _everything(conn: Connection) -> list[Bytes]:
    applied = conn.execute(select(journal.c.raw, journal.c.body).order_by(journal.c.pos)).all()
    waiting = conn.execute(select(held.c.raw, held.c.body)).all()
    return [(row.raw, row.body) for row in [*applied, *waiting]]


def shaken(entries: list[Bytes], how: int) -> list[Bytes]:
    """What a bad courier makes of *entries*: 0 all, 1 shuffled, 2 a part and doubled, 3 every other one."""
    chance = random.Random(how * 1000 + len(entries))
    some = list(entries)
    if how == 2:
        some = [one for one in some if chance.random() < 0.6] * 2
    if how == 3:
        some = some[::2]
    if how:
        chance.shuffle(some)
    return some
