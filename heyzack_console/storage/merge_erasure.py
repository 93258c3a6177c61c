"""Erasures in a merge: what did not know of one loses its values for good, whichever of the two arrives first."""

from sqlalchemy import Connection, select, update

from heyzack_console.storage.causes import Causes, Place
from heyzack_console.storage.entry import Patch
from heyzack_console.storage.erasure import leaves_of
from heyzack_console.storage.history import Shelf, Stored, entries_of
from heyzack_console.storage.schema import Schema
from heyzack_console.storage.tables.journal import erased, journal


def cover_by(conn: Connection, patch: Patch, erasure: Place, causes: Causes) -> None:
    """Take the columns of an erasure out of every stored entry that had not seen it."""
    for entry in entries_of(conn, patch.table, patch.key):
        place = (entry.no, entry.seq)
        if place != erasure and not causes.has_seen(place, erasure):
            _redact(conn, entry, set(leaves_of(entry.body, patch.table, patch.key, frozenset(patch.columns))))


def cover_late(conn: Connection, schema: Schema, pos: int, causes: Causes) -> None:
    """Take out of the entry at *pos*, which has just arrived, what erasures that it had not seen have covered."""
    entry = Shelf(conn).at(pos)
    gone: set[int] = set()
    for table, key in entry.body.by_record:
        shared = schema.tables.get(table)
        for row in conn.execute(select(erased).where((erased.c.tbl == table) & (erased.c.key == key))):
            if not causes.has_seen((entry.no, entry.seq), (row.chain, row.seq)):
                columns = shared.groups.get(row.grp, (row.grp,)) if shared is not None else (row.grp,)
                gone.update(leaves_of(entry.body, table, key, frozenset(columns)))
    _redact(conn, entry, gone)


def _redact(conn: Connection, entry: Stored, leaves: set[int]) -> None:
    if any(entry.body.has(number) for number in leaves):
        conn.execute(update(journal).where(journal.c.pos == entry.pos).values(body=entry.body.redact(leaves)))
