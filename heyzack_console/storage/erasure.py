"""Taking erased values out of the entries that are stored, so that the chains still verify."""

from collections.abc import Iterator

from sqlalchemy import Connection, update

from heyzack_console.storage.entry import ERASE, Body
from heyzack_console.storage.history import entries_of
from heyzack_console.storage.schema import SharedTable
from heyzack_console.storage.tables.journal import journal


def redact(conn: Connection, shared: SharedTable, key: bytes, columns: frozenset[str]) -> int:
    """Replace each leaf of *columns* by its hash in every entry of the record, before and after values alike.

    The entry's salt gives way to the salts of the leaves that stay: with it, a short value could be guessed from its
    hash. Returns how many entries were rewritten.
    """
    done = 0
    for entry in entries_of(conn, shared.name, key):
        leaves = set(leaves_of(entry.body, shared.name, key, columns))
        if any(entry.body.has(number) for number in leaves):
            conn.execute(update(journal).where(journal.c.pos == entry.pos).values(body=entry.body.redact(leaves)))
            done += 1
    return done


def leaves_of(body: Body, table: str, key: bytes, columns: frozenset[str]) -> Iterator[int]:
    """The leaves, before and after values alike, that a body has of *columns* of one record."""
    for patch in body.by_record.get((table, key), ()):
        if patch.op == ERASE:
            continue
        for column in columns & patch.columns.keys():
            ref = patch.columns[column]
            if isinstance(ref, int):
                yield ref
            elif ref is not None:
                yield from ref
