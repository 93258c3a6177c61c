"""The journal as people read it: entries in words, undo, verification, and who acts."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import Actor, By
from heyzack_console.domain.journal import EntryRef, EntryView, Undone, Verification
from heyzack_console.ports.clock import Clock
from heyzack_console.storage.clock import time_of
from heyzack_console.storage.history import Shelf, Stored, entries_of, newest
from heyzack_console.storage.identity import Names, console_actor, local_administrator
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.everything import SHARED
from heyzack_console.storage.tables.places import device
from heyzack_console.storage.undo import Taker, is_undone
from heyzack_console.storage.work import Draft, read_record

MOST_TOUCHED = 8
"""So many records of one entry are named; the rest is counted."""


class JournalRecords:
    """Reading and undoing entries."""

    def __init__(self, store: RecordStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def local_actor(self) -> Actor:
        """The administrator of this machine, made at the first start."""
        return await local_administrator(self._store, self._clock)

    async def console_actor(self) -> Actor:
        """The console itself, as which rules act."""
        return await console_actor(self._store)

    async def undo(self, entry: EntryRef, by: By) -> Undone:
        """Write the opposite of *entry*; the undo of an undo is its redo.

        Raises:
            NotFound: no entry has this reference.
            IllegalTransition: all of it was changed since, or cannot be taken back; nothing was written.
        """
        taken, entries = await self._store.write(by, lambda draft: _take_back(draft, entry))
        return Undone(entries[0], taken.restored, tuple(dict.fromkeys(taken.left)))

    async def verify(self) -> Verification:
        """Read every chain from its beginning and compare the rows with it."""
        return await self._store.verify()

    async def entries(self, device: str, limit: int) -> tuple[EntryView, ...]:
        """Newest first; *device*: only those that touched it, all where it is empty."""
        return await self._store.read(lambda conn: tuple(_views(conn, device, limit)))


def _take_back(draft: Draft, entry: EntryRef) -> Taker:
    try:
        ref = bytes.fromhex(entry)
    except ValueError as error:
        raise NotFound("This is no reference of a change. Nothing was undone.") from error
    taker = Taker(draft, ref)
    taker.take_back()
    return taker


def _views(conn: Connection, code: str, limit: int) -> Iterator[EntryView]:
    names, shelf = Names(conn), Shelf(conn)
    for entry in _of_device(conn, code, limit) if code else newest(conn, limit):
        yield EntryView(
            ref=EntryRef(entry.hash.hex()),
            at=time_of(entry.eff),
            actor=names.of(entry.actor),
            command=str(entry.body.meta.get("c", "")),
            reason=entry.body.reason,
            touched=_touched(conn, entry),
            undone=_undone(shelf, entry),
        )


def _of_device(conn: Connection, code: str, limit: int) -> list[Stored]:
    found = []
    for key in conn.execute(select(device.c.key).where(device.c.code == code)).scalars():
        found += entries_of(conn, "device", key)
    return sorted(found, key=lambda entry: entry.eff, reverse=True)[:limit]


def _touched(conn: Connection, entry: Stored) -> tuple[str, ...]:
    records = list(entry.body.by_record)
    words = [_word(conn, table, key) for table, key in records[:MOST_TOUCHED]]
    if len(records) > MOST_TOUCHED:
        words.append(f"{len(records) - MOST_TOUCHED} more")
    return tuple(dict.fromkeys(words))


def _word(conn: Connection, table: str, key: bytes) -> str:
    """What a record is called: its kind, and its name or the device that it belongs to."""
    kind = table.replace("_", " ")
    shared = SHARED.tables.get(table)
    record = read_record(conn, shared, key) if shared is not None else None
    if record is None:
        return kind
    name = record.values.get("name") or record.values.get("device")
    return f"{kind} {name}" if name else kind


def _undone(shelf: Shelf, entry: Stored) -> bool:
    first = next(iter(entry.body.by_record), None)
    return first is not None and is_undone(shelf, shelf.work_of(entry), shelf.of_record(*first))
