"""What the journal holds of a record: its entries and the values in them."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from heyzack_console.storage.entry import Body, Patch
from heyzack_console.storage.tables.journal import chain, journal, journal_touch
from heyzack_console.storage.versions import Version


class Redacted:
    """Stands where a value was erased from the journal."""

    def __repr__(self) -> str:
        return "(erased)"


REDACTED: Final = Redacted()
SHELVED = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """A journal entry as it lies in the store."""

    pos: int
    no: int
    seq: int
    hash: bytes
    eff: int
    kind: str
    actor: bytes
    arrived: int
    body: Body

    @property
    def version(self) -> Version:
        """The version that its values have."""
        return (self.eff, self.no, self.seq)


_COLUMNS = (
    journal.c.pos, journal.c.chain, journal.c.seq, journal.c.hash, journal.c.eff, journal.c.kind, journal.c.actor,
    journal.c.arrived, journal.c.body,
)  # fmt: skip


def entries_of(conn: Connection, table: str, key: bytes) -> list[Stored]:
    """All entries that touched a record, by effective stamp: the same order on every console."""
    rows = conn.execute(_in_order(select(*_COLUMNS), table, key))
    return [stored(row) for row in rows]


def _in_order(query: Select[Any], table: str, key: bytes) -> Select[Any]:
    of_record = (journal_touch.c.tbl == table) & (journal_touch.c.key == key)
    touched = journal.join(journal_touch, journal.c.pos == journal_touch.c.pos).join(
        chain, chain.c.no == journal.c.chain
    )
    return query.select_from(touched).where(of_record).order_by(journal.c.eff, chain.c.id, journal.c.seq)


def entry_of(conn: Connection, ref: bytes) -> Stored | None:
    """The entry of this hash."""
    row = conn.execute(select(*_COLUMNS).where(journal.c.hash == ref)).first()
    return None if row is None else stored(row)


def newest(conn: Connection, limit: int) -> list[Stored]:
    """The latest entries, newest first."""
    return [stored(row) for row in conn.execute(select(*_COLUMNS).order_by(journal.c.eff.desc()).limit(limit))]


def batch_of(conn: Connection, entry: Stored) -> list[Stored]:
    """The entries of the work that *entry* belongs to, oldest first; mostly it alone."""
    batch = entry.body.meta.get("batch")
    if batch is None:
        return [entry]
    found = [entry]
    for step in (-1, 1):
        seq = entry.seq + step
        while (near := at_place(conn, entry.no, seq)) is not None and near.body.meta.get("batch") == batch:
            found.append(near)
            seq += step
    return sorted(found, key=lambda one: one.seq)


def at_place(conn: Connection, no: int, seq: int) -> Stored | None:
    """The entry of this number in a chain, by the chain's local number."""
    row = conn.execute(select(*_COLUMNS).where((journal.c.chain == no) & (journal.c.seq == seq))).first()
    return None if row is None else stored(row)


def stored(row: Any) -> Stored:
    """A row of the journal with its body read."""
    body = Body(row.body or b"")
    return Stored(row.pos, row.chain, row.seq, row.hash, row.eff, row.kind, row.actor, row.arrived, body)


class Shelf:
    """Keeps entries that were read, for work that asks for the same ones record by record."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._entries: dict[int, Stored] = {}
        self._works: dict[tuple[int, str], str] = {}

    def at(self, pos: int) -> Stored:
        """The entry at a local position, which must exist."""
        if pos not in self._entries:
            if len(self._entries) >= SHELVED:
                self._entries.clear()
            self._entries[pos] = stored(self._conn.execute(select(*_COLUMNS).where(journal.c.pos == pos)).one())
        return self._entries[pos]

    def of_record(self, table: str, key: bytes) -> list[Stored]:
        """All entries that touched a record, by effective stamp: the same order on every console."""
        positions = self._conn.execute(_in_order(select(journal.c.pos), table, key))
        return [self.at(pos) for pos in positions.scalars().all()]

    def work_of(self, entry: Stored) -> str:
        """The hex hash of the first entry of the work that *entry* belongs to."""
        batch = entry.body.meta.get("batch")
        if batch is None:
            return entry.hash.hex()
        if (entry.no, batch) not in self._works:
            self._works[entry.no, batch] = batch_of(self._conn, entry)[0].hash.hex()
        return self._works[entry.no, batch]


def new_value(body: Body, patch: Patch, column: str) -> Any:
    """What *patch* wrote (or added), or REDACTED."""
    ref = patch.columns[column]
    number = ref if isinstance(ref, int) or ref is None else ref[1]
    return _value(body, number)


def old_value(body: Body, patch: Patch, column: str) -> Any:
    """What an update replaced, or REDACTED; None for other patches."""
    ref = patch.columns[column]
    return _value(body, ref[0]) if isinstance(ref, tuple) else None


def _value(body: Body, number: int | None) -> Any:
    if number is None:
        return None
    return body.value(number) if body.has(number) else REDACTED
