"""Verification: whether any entry was changed, removed, added or moved, and whether the rows are what it says."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, func, select

from heyzack_console.domain.journal import Fault, Verification
from heyzack_console.storage.causes import Causes
from heyzack_console.storage.effective import Corrections, causing, effective
from heyzack_console.storage.entry import ERASE, NO_HASH, Body, Header, MalformedEntry, entry_hash, parse_header
from heyzack_console.storage.history import Shelf, Stored
from heyzack_console.storage.schema import Schema, SharedTable
from heyzack_console.storage.tables.journal import chain, erased, journal, journal_touch
from heyzack_console.storage.versions import versions_of
from heyzack_console.storage.weave import weave

MOST_FAULTS = 1000
"""After so many the rest is not listed: the store is not to be trusted anyway."""
LARGEST_NUMBER = 2**63 - 1
"""What SQLite's INTEGER holds (sqlite.org/datatype3.html)."""
_PAGE = 500


class Verifier:
    """Reads every chain from its beginning, inside one transaction."""

    def __init__(self, conn: Connection, schema: Schema) -> None:
        self._conn = conn
        self._schema = schema
        self._faults: list[Fault] = []
        self._corrections = Corrections(conn)
        self._chains = {row.no: row for row in conn.execute(select(chain)).all()}
        self._numbers = {row.id: row.no for row in self._chains.values()}
        self._erased = {(row.tbl, row.key, row.grp, row.chain, row.seq) for row in conn.execute(select(erased))}
        self._erasures: set[tuple[str, bytes, str, int, int]] = set()
        self._redacted: set[tuple[str, bytes, str]] = set()
        self._touches = 0
        self._entries = 0

    def run(self) -> Verification:
        """All checks; the faults are in the order of the chains, those of rows at the end."""
        ordered = self._conn.execute(
            select(journal).order_by(journal.c.chain, journal.c.seq).execution_options(yield_per=_PAGE)
        )
        seen = set()
        for no, entries in groupby(ordered, key=lambda row: row.chain):
            seen.add(no)
            self._chain(no, entries)
        for no in sorted(self._chains.keys() - seen):
            self._fault(no, 0, "the chain has no entries")
        self._compare_touches()
        self._compare_erasures()
        if not self._faults:
            RowCheck(self._conn, self._faults).run(self._schema)
        return Verification(self._entries, len(seen), tuple(self._faults[:MOST_FAULTS]))

    def _chain(self, no: int, entries: Iterator[Any]) -> None:
        seq, prev, pos, eff = 0, NO_HASH, 0, 0
        for row in entries:
            self._entries += 1
            for text in self._wrong(row, seq, prev, pos):
                self._fault(no, row.seq, text)
            seq, prev, pos, eff = row.seq, row.hash, row.pos, row.eff
        known = self._chains.get(no)
        if known is None:
            self._fault(no, seq, "the chain is not listed")
        elif (known.seq, known.head, known.eff) != (seq, prev, eff):
            self._fault(no, seq, f"the chain should end with entry {known.seq}")

    def _wrong(self, row: Any, seq: int, prev: bytes, pos: int) -> Iterator[str]:
        if row.seq != seq + 1:
            yield f"entries {seq + 1} to {row.seq - 1} are missing"
        if row.pos <= pos:
            yield "the entry was moved"
        if entry_hash(row.raw) != row.hash:
            yield "the header was changed"
        try:
            header, body = parse_header(row.raw), Body(row.body or b"")
        except MalformedEntry as error:
            yield str(error)
            return
        if header.prev != prev:
            yield "the entry does not follow the one before it"
        if not body.has(0):
            yield "the reason is gone"
        if body.root() != header.root:
            yield "the content was changed"
        yield from self._wrong_columns(row, header)
        yield from self._wrong_deps(row, header)
        self._note(row, body)

    def _note(self, row: Any, body: Body) -> None:
        for table, key in body.by_record:
            self._touches ^= hash((table, key, row.pos))
        for patch in body.patches:
            shared = self._schema.tables.get(patch.table)
            for column, leaves in patch.columns.items():
                group = shared.group_of.get(column, column) if shared is not None else column
                if patch.op == ERASE:
                    self._erasures.add((patch.table, patch.key, group, row.chain, row.seq))
                elif not all(body.has(leaf) for leaf in ((leaves,) if isinstance(leaves, int) else leaves or ())):
                    self._redacted.add((patch.table, patch.key, group))

    def _wrong_columns(self, row: Any, header: Header) -> Iterator[str]:
        known = self._chains.get(row.chain)
        if known is not None and (header.chain, header.console) != (known.id, known.console):
            yield "the entry belongs to another chain"
        delta = self._corrections.delta(header.chain, header.seq)
        eff = effective(header, delta, () if delta is None else causing(self._conn, header))
        if (row.seq, row.eff, row.kind, row.actor) != (
            header.seq,
            eff,
            header.kind.name.lower(),
            header.actor,
        ):
            yield "the index columns do not fit the entry"

    def _wrong_deps(self, row: Any, header: Header) -> Iterator[str]:
        for dep in header.deps:
            found = self._entry(dep.chain, dep.seq)
            if found is None or found.hash != dep.hash:
                yield f"entry {dep.seq} of chain {dep.chain.hex()}, which its writer had seen, is not there"
            elif found.pos >= row.pos:
                yield "the entry was moved before what its writer had seen"

    def _entry(self, chain: bytes, seq: int) -> Any | None:
        """Hash and position of an entry; a bent header may name any number, also such as SQLite cannot hold."""
        if seq > LARGEST_NUMBER:
            return None
        named = (journal.c.chain == self._numbers.get(chain, 0)) & (journal.c.seq == seq)
        return self._conn.execute(select(journal.c.hash, journal.c.pos).where(named)).first()

    def _compare_touches(self) -> None:
        for row in self._conn.execute(select(journal_touch).execution_options(yield_per=_PAGE)):
            self._touches ^= hash((row.tbl, row.key, row.pos))
        if self._touches:
            self._faults.append(Fault("", 0, "the index of touched records does not fit the entries"))

    def _compare_erasures(self) -> None:
        if self._erased != self._erasures:
            self._faults.append(Fault("", 0, "the list of erasures does not fit the entries"))
        for table, key, _ in sorted(
            self._redacted - {(table, key, group) for table, key, group, _, _ in self._erasures}
        ):
            self._faults.append(Fault("", 0, f"a value of {table} {key.hex()} is gone, but nobody erased it"))

    def _fault(self, no: int, seq: int, text: str) -> None:
        known = self._chains.get(no)
        self._faults.append(Fault(known.id.hex() if known is not None else str(no), seq, text))


class RowCheck:
    """Compares every shared row with what its entries give."""

    def __init__(self, conn: Connection, faults: list[Fault]) -> None:
        self._conn = conn
        self._faults = faults
        self._shelf = Shelf(conn)
        self._causes = Causes(conn)

    def run(self, schema: Schema) -> None:
        """Adds a fault for each row that differs, is missing or has no entry."""
        for shared in schema.tables.values():
            made = 0
            for key, entries in self._records(shared):
                made += 1
                if self._differs(shared, key, entries):
                    self._faults.append(Fault("", 0, f"{shared.name} {key.hex()} is not what its entries say"))
            rows = self._conn.execute(select(func.count()).select_from(shared.table)).scalar_one()
            if rows != made:
                self._faults.append(Fault("", 0, f"{shared.name}: {rows} rows, but entries for {made}"))

    def _differs(self, shared: SharedTable, key: bytes, entries: list[Stored]) -> bool:
        row = self._conn.execute(shared.select_row, {"b_key": key}).mappings().first()
        folded = weave(entries, shared, key, self._causes)
        if row is None or folded is None:
            return True
        values = {column: row[column] for column in shared.group_of}
        return values != folded.shown() or versions_of(row["_m"]) != folded.versions

    def _records(self, shared: SharedTable) -> Iterator[tuple[bytes, list[Stored]]]:
        touches = self._conn.execute(
            select(journal_touch.c.key, journal_touch.c.pos)
            .where(journal_touch.c.tbl == shared.name)
            .order_by(journal_touch.c.key, journal_touch.c.pos)
            .execution_options(yield_per=_PAGE)
        )
        for key, group in groupby(touches, key=lambda row: row.key):
            yield key, [self._shelf.at(row.pos) for row in group]
