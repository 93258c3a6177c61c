"""The unit of work: rows, journal entry, touch rows and chain head in one transaction."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from heyzack_console.domain.errors import ChangedMeanwhile, InvalidInput, NotFound
from heyzack_console.ports.clock import Clock
from heyzack_console.storage import side_rows
from heyzack_console.storage.clock import HybridClock, to_ms
from heyzack_console.storage.entry import (
    ADD,
    INSERT,
    MAX_ENTRY_BYTES,
    MAX_PATCHES,
    NO_HASH,
    NO_ID,
    BodyDraft,
    Dep,
    Header,
    Kind,
    entry_hash,
    leaf_bytes,
)
from heyzack_console.storage.schema import Schema, SharedTable
from heyzack_console.storage.tables.journal import chain, erased
from heyzack_console.storage.versions import Version, mark_of, versions_of

FULL_BYTES = MAX_ENTRY_BYTES // 4
"""An entry that has grown to this is sealed and followed by another, so that one large patch always fits."""

_PUT_ENTRY = (
    "INSERT INTO journal (chain, seq, hash, eff, kind, actor, arrived, raw, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_PUT_TOUCH = "INSERT INTO journal_touch (tbl, key, pos) VALUES (?, ?, ?)"
_MOVE_HEAD = "UPDATE chain SET seq = ?, head = ?, eff = ? WHERE no = ?"


@dataclass(frozen=True, slots=True)
class Authored:
    """Who writes, why, with which command."""

    actor: bytes
    reason: str
    command: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain that this run of the console writes."""

    no: int
    chain: bytes
    seq: int
    hash: bytes


@dataclass(slots=True)
class Run:
    """One run of one console: it writes a chain of its own, begun with its first entry.

    So nobody has to know whether the store was restored, copied or rolled back in between.
    """

    console: bytes
    clock: HybridClock
    time: Clock
    site: bytes = NO_ID
    """The site of this home, which every entry names."""
    head: Head | None = None
    heard: bool = False
    """Entries of other chains were applied since this run's last one, which therefore did not name them."""

    def tick(self) -> tuple[int, int]:
        """The wall clock in milliseconds, and the stamp for an entry that begins now."""
        wall = to_ms(self.time.now())
        return wall, self.clock.tick(wall)


@dataclass(frozen=True, slots=True)
class Record:
    """A row as a unit of work reads it: values by column (with `deleted`), versions by group."""

    values: dict[str, Any]
    versions: dict[str, Version]


def read_record(conn: Connection, shared: SharedTable, key: bytes) -> Record | None:
    """The row of *key*, deleted or not."""
    row = conn.execute(shared.select_row, {"b_key": key}).mappings().first()
    return None if row is None else Record({c: row[c] for c in shared.group_of}, versions_of(row["_m"]))


class Draft:
    """One unit of work inside an open transaction; who makes it commits, and only then moves the run's head."""

    def __init__(self, conn: Connection, run: Run, schema: Schema, by: Authored) -> None:
        self.conn = conn
        self.schema = schema
        self.entries: list[bytes] = []
        """Hashes of the entries written so far."""
        self.tables: set[str] = set()
        """The tables that were written."""
        self.undoes = ""
        """Hex hash of the entry that this work takes back."""
        self._fixes: list[tuple[str, int, int, int]] = []
        self._run = run
        self._by = by
        self._batch = ""
        self._wall, self._stamp = run.tick()
        self.head, self._deps = open_chain(conn, run, self._stamp)
        self._kind = Kind.CHANGE
        self._body = BodyDraft(by.reason)
        self._waiting = WaitingRows(conn)
        self._beside = side_rows.any_there(conn)
        self._touched: dict[tuple[str, bytes], None] = {}

    @property
    def version(self) -> Version:
        """The version of what is written next."""
        return (self._stamp, self.head.no, self.head.seq + 1)

    def read(self, table: str, key: bytes) -> Record | None:
        """The row as this unit of work has left it so far."""
        self._flush()
        return read_record(self.conn, self.schema[table], key)

    def insert(self, table: str, key: bytes, values: Mapping[str, Any]) -> None:
        """Add a record. A key that exists is a bug; `put` is for records that may."""
        self._only(Kind.CHANGE)
        shared = self.schema[table]
        row = {column: values.get(column) for column in shared.columns_of(values)}
        self._body.put(INSERT, table, key, row)
        self._waiting.add(shared, key, row, self.version)
        self._done(table, key)

    def put(self, table: str, key: bytes, values: Mapping[str, Any]) -> None:
        """Add a record, or change what differs in the one that is there; a deleted one comes back."""
        if self.read(table, key) is None:
            self.insert(table, key, values)
        else:
            self.update(table, key, {**values, "deleted": 0})

    def update(
        self, table: str, key: bytes, values: Mapping[str, Any], base: Mapping[str, Version | None] | None = None
    ) -> None:
        """Change columns; groups in which nothing differs are left alone.

        Args:
            base: the versions that the form showed, by group; a group that is not named is not compared.

        Raises:
            NotFound: there is no such record, or it is deleted (and *values* does not bring it back).
            ChangedMeanwhile: a group has moved since the form was opened; nothing of this work is saved.
        """
        self._only(Kind.CHANGE)
        shared = self.schema[table]
        if shared.append_only or shared.counters & values.keys():
            raise TypeError(f"{table} is append-only, or the column is only ever added to")
        record = self.read(table, key)
        if record is None or (record.values["deleted"] and "deleted" not in values):
            raise NotFound("This record was removed meanwhile. Nothing was saved.")
        _compare(shared, record, values, base or {})
        changed = {
            column: (record.values[column], values.get(column, record.values[column]))
            for column in shared.columns_of(c for c in values if _differs(record.values[c], values[c]))
        }
        if changed:
            self._body.change(table, key, changed)
            new = {column: value for column, (_, value) in changed.items()}
            self._write(shared, key, new, {**record.versions, **self._marks(shared, changed)})
            self._done(table, key)

    def delete(self, table: str, key: bytes, base: Mapping[str, Version | None] | None = None) -> None:
        """Mark a record deleted; it stays, so that references hold and it can come back."""
        self.update(table, key, {"deleted": 1}, base)

    def add(self, table: str, key: bytes, column: str, amount: int) -> None:
        """Add *amount* to a counter.

        Raises:
            NotFound: there is no such record.
        """
        self._only(Kind.CHANGE)
        shared = self.schema[table]
        if column not in shared.counters:
            raise TypeError(f"{table}.{column} is no counter")
        record = self.read(table, key)
        if record is None:
            raise NotFound("This record was removed meanwhile. Nothing was saved.")
        self._body.put(ADD, table, key, {column: amount})
        total = (record.values[column] or 0) + amount
        self._write(shared, key, {column: total}, {**record.versions, column: self.version})
        self._done(table, key)

    def erase(self, table: str, key: bytes, columns: Iterable[str]) -> None:
        """Forget the values of *columns* in the row; `erasure.redact` then takes them out of the stored entries.

        Raises:
            NotFound: there is no such record.
        """
        self._only(Kind.ERASE)
        shared = self.schema[table]
        record = self.read(table, key)
        if record is None:
            raise NotFound("There is no such record. Nothing was erased.")
        gone = shared.columns_of(columns)
        groups = {shared.group_of[column] for column in gone}
        self._body.erase(table, key, gone)
        kept = {group: version for group, version in record.versions.items() if group not in groups}
        self._write(shared, key, dict.fromkeys(gone), kept)
        eff, no, seq = self.version
        rows = [{"tbl": table, "key": key, "grp": g, "chain": no, "seq": seq, "eff": eff} for g in sorted(groups)]
        self.conn.execute(insert(erased), rows)
        self._done(table, key)

    def decide(self, table: str, key: bytes, values: Mapping[str, Any]) -> None:
        """Write *values* even where the row has them: the writer has seen what stood beside them, and settles it."""
        self._only(Kind.CHANGE)
        shared = self.schema[table]
        record = self.read(table, key)
        if record is None:
            raise NotFound("There is no such record. Nothing was saved.")
        changed = {c: (record.values[c], values.get(c, record.values[c])) for c in shared.columns_of(values)}
        self._body.change(table, key, changed)
        new = {column: value for column, (_, value) in changed.items()}
        self._write(shared, key, new, {**record.versions, **self._marks(shared, changed)})
        self._done(table, key)

    def correct(self, fixes: Iterable[tuple[bytes, int, int, int]]) -> None:
        """Write an entry that says by how much the clock of earlier ones was ahead: (chain, first, last, ms)."""
        self._only(Kind.CLOCK)
        self._fixes = [(name.hex(), lo, hi, delta) for name, lo, hi, delta in fixes]
        self._seal()

    def finish(self) -> None:
        """Seal the last entry; without a change there is none."""
        if len(self._body):
            self._seal()

    def _only(self, kind: Kind) -> None:
        if len(self._body) and self._kind is not kind:
            raise TypeError("an erasure is an entry of its own")
        self._kind = kind

    def _marks(self, shared: SharedTable, columns: Iterable[str]) -> dict[str, Version]:
        return {shared.group_of[column]: self.version for column in columns}

    def _write(self, shared: SharedTable, key: bytes, values: dict[str, Any], versions: dict[str, Version]) -> None:
        self.conn.execute(shared.change_row, {"b_key": key, "_m": mark_of(versions), **values})
        if self._beside:
            side_rows.settled(self.conn, shared.name, key, {shared.group_of[column] for column in values})

    def _done(self, table: str, key: bytes) -> None:
        self._touched[table, key] = None
        self.tables.add(table)
        if len(self._body) >= MAX_PATCHES or self._body.size >= FULL_BYTES:
            self._batch = self._batch or secrets.token_hex(8)
            self._seal()
            self._wall, self._stamp = self._run.tick()
            self._deps = ()
            self._body = BodyDraft(self._by.reason)
            self._touched = {}

    def _flush(self) -> None:
        self._waiting.flush()

    def _seal(self) -> None:
        self._flush()
        body, root = self._body.seal(self._meta(), secrets.token_bytes(16))
        if len(body) > MAX_ENTRY_BYTES:
            raise InvalidInput("This is too large to be saved in one piece (1 MiB). Nothing was saved.")
        by, run, head = self._by, self._run, self.head
        raw = Header(
            self._kind, self.schema.number, head.seq + 1, self._stamp, self._wall, head.chain, run.console, by.actor,
            run.site, head.hash, root, self._deps,
        ).pack()  # fmt: skip
        self.head = Head(head.no, head.chain, head.seq + 1, entry_hash(raw))
        self._store(raw, body)
        self.entries.append(self.head.hash)

    def _meta(self) -> dict[str, Any]:
        meta: dict[str, Any] = {"c": self._by.command}
        if self._fixes:
            meta["fix"] = self._fixes
        if self.undoes:
            meta["undoes"] = self.undoes
        if self._batch:
            meta["batch"] = self._batch
        return meta

    def _store(self, raw: bytes, body: bytes) -> None:
        head, arrived = self.head, self._wall + self._run.clock.offset_ms
        entry = (
            head.no, head.seq, head.hash, self._stamp, self._kind.name.lower(), self._by.actor, arrived, raw, body
        )  # fmt: skip
        pos = self.conn.exec_driver_sql(_PUT_ENTRY, entry).lastrowid
        if self._touched:
            self.conn.exec_driver_sql(_PUT_TOUCH, [(table, key, pos) for table, key in self._touched])
        self.conn.exec_driver_sql(_MOVE_HEAD, (head.seq, head.hash, self._stamp, head.no))


class WaitingRows:
    """Inserts of one shape, kept back to be written together."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._shape: tuple[str, tuple[str, ...], Version] | None = None
        self._shared: SharedTable | None = None
        self._mark = ""
        self._rows: list[dict[str, Any]] = []

    def add(self, shared: SharedTable, key: bytes, row: dict[str, Any], version: Version) -> None:
        """Keep a row; rows of another shape are written first, so that references find their target."""
        shape = (shared.name, tuple(row), version)
        if shape != self._shape:
            self.flush()
            self._shape, self._shared = shape, shared
            self._mark = mark_of(dict.fromkeys((shared.group_of[c] for c in row), version))
        self._rows.append({"key": key, "_m": self._mark, **row})

    def flush(self) -> None:
        """Write what waits."""
        if self._rows and self._shared is not None:
            self._conn.execute(self._shared.insert_row, self._rows)
            self._rows = []


def open_chain(conn: Connection, run: Run, stamp: int) -> tuple[Head, tuple[Dep, ...]]:
    """Where the run writes on, and what its next entry has seen.

    The first entry of a run begins a chain and names all open ends; later ones name those that others moved since.
    """
    if run.head is not None:
        return run.head, _open_ends(conn, run.head.no) if run.heard else ()
    deps = _open_ends(conn, 0)
    name = secrets.token_bytes(16)
    values = {"id": name, "console": run.console, "seq": 0, "head": NO_HASH, "eff": stamp, "covered": 0}
    result = conn.execute(insert(chain), values)
    (no,) = result.inserted_primary_key or (0,)
    return Head(no, name, 0, NO_HASH), deps


def _open_ends(conn: Connection, own: int) -> tuple[Dep, ...]:
    """The heads of all chains but *own* that no entry names yet; from now on one does."""
    ends = select(chain.c.no, chain.c.id, chain.c.seq, chain.c.head).where(chain.c.seq > chain.c.covered)
    deps = []
    for no, name, seq, head in conn.execute(ends.where(chain.c.no != own)).all():
        deps.append(Dep(name, seq, head))
        conn.execute(update(chain).where(chain.c.no == no).values(covered=seq))
    return tuple(sorted(deps, key=lambda dep: dep.chain))


def _differs(old: Any, new: Any) -> bool:
    return old is not new and leaf_bytes(old) != leaf_bytes(new)


def _compare(
    shared: SharedTable, record: Record, values: Mapping[str, Any], base: Mapping[str, Version | None]
) -> None:
    moved = {g for g in base if record.versions.get(g) != base[g]} & {shared.group_of[column] for column in values}
    if moved:
        columns = [column for column in values if shared.group_of[column] in moved]
        both = {column: (record.values[column], values[column]) for column in columns}
        words = "; ".join(f"{column}: now {theirs!r}, yours {yours!r}" for column, (theirs, yours) in both.items())
        raise ChangedMeanwhile(f"Somebody changed this meanwhile ({words}). Nothing was saved.", both)
