"""A store with one more shared table, which has every kind of column that the journal treats in its own way."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.database import FILE_NAME
from heyzack_console.storage.schema import Schema
from heyzack_console.storage.store import RecordStore, open_store
from heyzack_console.storage.tables.columns import Document
from heyzack_console.storage.tables.everything import SCHEMA

_metadata = MetaData()
NOTE = Table(
    "note",
    _metadata,
    Column("key", LargeBinary(16), primary_key=True),
    Column("deleted", Integer, nullable=False, server_default="0"),
    Column("_m", Text),
    Column("title", Text),
    Column("x", Float, info={"group": "spot"}),
    Column("y", Float, info={"group": "spot"}),
    Column("owner", LargeBinary),
    Column("content", Document),
    Column("count", Integer, info={"counter": True}),
    info={"shared": True},
)
LINE = Table(
    "line",
    _metadata,
    Column("key", LargeBinary(16), primary_key=True),
    Column("deleted", Integer, nullable=False, server_default="0"),
    Column("_m", Text),
    Column("text", Text),
    info={"shared": True, "append_only": True},
)
NOTES = Schema(_metadata, SCHEMA)

ANNA = Actor(ActorId("a1" * 16), "Anna", Role.ADMINISTRATOR)
BY = By(ANNA, "because it is a test", "notes.edit")
ONE, TWO = bytes([1]) * 16, bytes([2]) * 16


@dataclass
class HandClock:
    """A clock that a test sets; it goes on by *step* at each look."""

    time: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)
    step: timedelta = field(default=timedelta(milliseconds=10))

    def now(self) -> datetime:
        """Aware UTC."""
        self.time += self.step
        return self.time


@asynccontextmanager
async def notes_at(home: Path, clock: HandClock | None = None) -> AsyncIterator[RecordStore]:
    """One run of a console on the notes in *home*."""
    time = clock or HandClock()
    if not (home / FILE_NAME).exists():
        await (await open_store(home, time)).close()
        with closing(sqlite3.connect(home / FILE_NAME)) as file:
            file.execute(
                "CREATE TABLE note (key BLOB PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, _m TEXT, title TEXT, "
                "x FLOAT, y FLOAT, owner BLOB, content TEXT, count INTEGER)"
            )
            file.execute(
                "CREATE TABLE line (key BLOB PRIMARY KEY, deleted INTEGER NOT NULL DEFAULT 0, _m TEXT, text TEXT)"
            )
    store = await open_store(home, time, NOTES)
    try:
        yield store
    finally:
        await store.close()


async def written(store: RecordStore, *steps: tuple[Any, ...]) -> list[EntryRef]:
    """One unit of work of *steps*, each the name of a method of Work with its arguments."""
    async with store.work(BY) as work:
        for name, *arguments in steps:
            getattr(work, name)(*arguments)
    return work.entries
