"""Conflicts in words: what stands beside a row because two people did not know of one another."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from heyzack_console.domain.exchange import Choice, Conflict
from heyzack_console.storage.clock import time_of
from heyzack_console.storage.history import REDACTED, Stored, at_place, new_value
from heyzack_console.storage.identity import Names
from heyzack_console.storage.schema import Schema, SharedTable
from heyzack_console.storage.side_rows import from_text
from heyzack_console.storage.tables.journal import chain, delclash, sibling
from heyzack_console.storage.work import Record, read_record

LONGEST = 200
DELETED = "deleted"


class ConflictList:
    """Reads them in one transaction."""

    def __init__(self, conn: Connection, schema: Schema) -> None:
        self._conn = conn
        self._schema = schema
        self._names = Names(conn)
        self._consoles = {row.no: row.console for row in conn.execute(select(chain.c.no, chain.c.console))}

    def of_people(self) -> Iterator[Conflict]:
        """Values that differ from what is shown and that a person wrote, and edits of what somebody removed."""
        for row in self._conn.execute(select(sibling).order_by(sibling.c.eff.desc())).all():
            yield from self._lost(row)
        for row in self._conn.execute(select(delclash)).all():
            yield from self._removed(row)

    def _lost(self, row: Any) -> Iterator[Conflict]:
        known = self._record(row.tbl, row.key)
        lost = at_place(self._conn, row.chain, row.seq)
        if known is None or lost is None or lost.actor == self._consoles[row.chain]:
            return
        shared, record = known
        values = from_text(row.val)
        if (
            all(record.values.get(column) == value for column, value in values.items())
            or row.grp not in record.versions
        ):
            return
        _, no, seq = record.versions[row.grp]
        won = at_place(self._conn, no, seq)
        if won is not None:
            shown = self._choice(won, ((c, record.values[c]) for c in shared.groups[row.grp]))
            yield self._conflict(row, record, shown, self._choice(lost, values.items()))

    def _removed(self, row: Any) -> Iterator[Conflict]:
        known = self._record(row.tbl, row.key)
        gone, edit = at_place(self._conn, row.dchain, row.dseq), at_place(self._conn, row.chain, row.seq)
        if known is None or gone is None or edit is None or not known[1].values[DELETED]:
            return
        if edit.actor == self._consoles[row.chain]:
            return
        patches = [p for p in edit.body.by_record[row.tbl, row.key] if row.grp in map(known[0].group_of.get, p.columns)]
        values = ((c, new_value(edit.body, patch, c)) for patch in patches for c in patch.columns)
        in_group = [(c, v) for c, v in values if known[0].group_of.get(c) == row.grp]
        yield self._conflict(row, known[1], self._choice(gone, [(DELETED, 1)]), self._choice(edit, in_group), DELETED)

    def _record(self, table: str, key: bytes) -> tuple[SharedTable, Record] | None:
        shared = self._schema.tables.get(table)
        record = read_record(self._conn, shared, key) if shared is not None else None
        return (shared, record) if shared is not None and record is not None else None

    def _conflict(self, row: Any, record: Record, shown: Choice, other: Choice, group: str = "") -> Conflict:
        named = next((str(record.values[c]) for c in ("name", "title", "code") if record.values.get(c)), "")
        words = f"{row.tbl.replace('_', ' ')} {named}".strip()
        return Conflict(row.tbl, row.key.hex(), group or row.grp, words, shown, other)

    def _choice(self, entry: Stored, values: Iterable[tuple[str, Any]]) -> Choice:
        shown = tuple((column, _text(value)) for column, value in values)
        return Choice(entry.hash.hex(), shown, self._names.of(entry.actor), time_of(entry.eff))


def _text(value: Any) -> str:
    if value is REDACTED:
        return "(erased)"
    if isinstance(value, str):
        return value[:LONGEST]
    return (value.hex() if isinstance(value, bytes) else msgspec.json.encode(value).decode())[:LONGEST]
