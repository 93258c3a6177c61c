"""The merge: entries of other consoles join the journal when everything that their writers had seen is there."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from heyzack_console.storage.arrivals import Arrival, arrival, understood
from heyzack_console.storage.causes import Causes
from heyzack_console.storage.clock import COUNTER_BITS
from heyzack_console.storage.effective import Corrections, causing, effective, fixes_of
from heyzack_console.storage.entry import ERASE, NO_HASH, Dep, Kind, MalformedEntry
from heyzack_console.storage.merge_erasure import cover_by, cover_late
from heyzack_console.storage.merge_rows import Rows
from heyzack_console.storage.schema import Schema
from heyzack_console.storage.tables.journal import chain, erased, held, journal, journal_touch

AHEAD_MS = 600_000
"""An entry that is further ahead of this console's time waits: it must not win against everybody until then."""
APPLIED = {Kind.CHANGE, Kind.CLOCK, Kind.ERASE}

GAP, CAUSE, CLOCK, FORK, VERSION = "gap", "cause", "clock", "fork", "version"
"""Why an entry waits: one before it is missing; one that its writer had seen is; it is from the future; its chain went
on otherwise here; this version of the program does not understand it."""

Name = tuple[bytes, int]
"""Chain id and sequence."""


@dataclass(slots=True)
class End:
    """Where a chain ends here."""

    no: int
    console: bytes
    seq: int
    head: bytes
    eff: int
    covered: int


@dataclass(slots=True)
class Merged:
    """What became of the entries that came in."""

    applied: list[Arrival] = field(default_factory=list)
    known: int = 0
    waiting: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    touched: list[tuple[str, bytes]] = field(default_factory=list)


class Merge:
    """One merge inside an open transaction; who makes it commits."""

    def __init__(self, conn: Connection, schema: Schema, now_ms: int) -> None:
        """*now_ms*: this console's corrected time."""
        self._conn = conn
        self._schema = schema
        self._now = now_ms
        self._causes = Causes(conn)
        self._corrections = Corrections(conn)
        self._ends = {
            row.id: End(row.no, row.console, row.seq, row.head, row.eff, row.covered)
            for row in conn.execute(select(chain))
        }
        self._rows = Rows(conn, schema, self._causes)
        self._waiting: dict[bytes, tuple[Arrival, str]] = {}
        self._for: dict[Name, list[Arrival]] = {}
        self.merged = Merged()

    def take(self, entries: Iterable[tuple[bytes, bytes]]) -> Merged:
        """Apply what can be applied of *entries* (header, body) and of what waits; the rest waits on."""
        before = [arrival(row.raw, row.body) for row in self._conn.execute(select(held).order_by(held.c.seq)).all()]
        waiting = {one.hash for one in before}
        came = [*before, *(one for one in self._checked(entries) if one.hash not in waiting)]
        corrected = [one for one in came if self._corrects(one)]
        if corrected:
            self._rows.touch_entries(self._corrections.apply())
        for one in came:
            self._try(one)
        self._keep_waiting(waiting)
        self._rows.write()
        self.merged.touched = self._rows.written
        self.merged.waiting = Counter(why for _, why in self._waiting.values())
        return self.merged

    def _checked(self, entries: Iterable[tuple[bytes, bytes]]) -> Iterable[Arrival]:
        seen: set[bytes] = set()
        for raw, body in entries:
            try:
                one = arrival(raw, body)
            except MalformedEntry as wrong:
                self.merged.refused.append(named(raw, str(wrong)))
                continue
            there = select(journal.c.pos).where(journal.c.hash == one.hash)
            if one.hash in seen or self._conn.execute(there).first() is not None:
                self.merged.known += 1
                continue
            seen.add(one.hash)
            yield one

    def _corrects(self, one: Arrival) -> bool:
        """Take up a correction at once, even while its entry waits; each console corrects its own chains only."""
        if one.header.kind is not Kind.CLOCK:
            return False
        try:
            fixes = fixes_of(one.content)
        except MalformedEntry:
            return False
        own = [f for f in fixes if f.chain not in self._ends or self._ends[f.chain].console == one.header.console]
        return self._corrections.note(own)

    def _try(self, first: Arrival) -> None:
        """Apply an entry and, where that goes, those that waited for it."""
        ready = [first]
        while ready:
            one = ready.pop()
            why, cause = self.obstacle(one)
            if why:
                self._waiting[one.hash] = one, why
                if cause is not None:
                    self._for.setdefault(cause, []).append(one)
                continue
            self._waiting.pop(one.hash, None)
            self._apply(one)
            ready += self._for.pop((one.header.chain, one.header.seq), ())

    def obstacle(self, one: Arrival) -> tuple[str, Name | None]:
        """Why an entry cannot be applied now, empty where it can, and the entry that it waits for."""
        header, end = one.header, self._ends.get(one.header.chain)
        seq, head = (end.seq, end.head) if end is not None else (0, NO_HASH)
        if header.kind not in APPLIED or not understood(one.content, self._schema):
            return VERSION, None
        if header.seq > seq + 1:
            return GAP, (header.chain, header.seq - 1)
        if header.seq <= seq or header.prev != head or (end is not None and end.console != header.console):
            return FORK, None
        for dep in header.deps:
            if not self._has(dep):
                return CAUSE, (dep.chain, dep.seq)
            if self._hash(dep) != dep.hash:
                return FORK, None
        if self._eff(one) >> COUNTER_BITS > self._now + AHEAD_MS:
            return CLOCK, None
        return ("", None) if self._rows.references_hold(one.content) else (VERSION, None)

    def _has(self, dep: Dep) -> bool:
        end = self._ends.get(dep.chain)
        return end is not None and end.seq >= dep.seq

    def _hash(self, dep: Dep) -> bytes | None:
        named = (journal.c.chain == self._ends[dep.chain].no) & (journal.c.seq == dep.seq)
        return self._conn.execute(select(journal.c.hash).where(named)).scalar()

    def _eff(self, one: Arrival) -> int:
        delta = self._corrections.delta(one.header.chain, one.header.seq)
        return effective(one.header, delta, () if delta is None else causing(self._conn, one.header))

    def _apply(self, one: Arrival) -> None:
        header, eff = one.header, self._eff(one)
        no = self._advance(one, eff)
        place = (no, header.seq)
        self._causes.add(place, header.chain, header.deps)
        values = {
            "chain": no, "seq": header.seq, "hash": one.hash, "eff": eff, "kind": header.kind.name.lower(),
            "actor": header.actor, "arrived": self._now, "raw": one.raw, "body": one.body,
        }  # fmt: skip
        (pos,) = self._conn.execute(insert(journal).values(**values)).inserted_primary_key or (0,)
        records = list(one.content.by_record)
        if records:
            self._conn.execute(insert(journal_touch), [{"tbl": t, "key": k, "pos": pos} for t, k in records])
        if header.kind is Kind.ERASE:
            self._erase(one, place, eff)
        else:
            cover_late(self._conn, self._schema, pos, self._causes)
        self._rows.touch(one.content)
        self.merged.applied.append(one)

    def _advance(self, one: Arrival, eff: int) -> int:
        header, end = one.header, self._ends.get(one.header.chain)
        for dep in header.deps:
            cause = self._ends[dep.chain]
            cause.covered = max(cause.covered, dep.seq)
            self._conn.execute(update(chain).where(chain.c.no == cause.no).values(covered=cause.covered))
        head: dict[str, Any] = {"seq": header.seq, "head": one.hash, "eff": eff}
        if end is None:
            fresh = {"id": header.chain, "console": header.console, "covered": 0}
            (no,) = self._conn.execute(insert(chain).values(**fresh, **head)).inserted_primary_key or (0,)
            self._ends[header.chain] = End(no, header.console, header.seq, one.hash, eff, 0)
            return int(no)
        end.seq, end.head, end.eff = header.seq, one.hash, eff
        self._conn.execute(update(chain).where(chain.c.no == end.no).values(**head))
        return end.no

    def _erase(self, one: Arrival, place: tuple[int, int], eff: int) -> None:
        for patch in one.content.patches:
            if patch.op != ERASE:
                continue
            shared = self._schema.tables.get(patch.table)
            groups = {shared.group_of.get(c, c) if shared is not None else c for c in patch.columns}
            known = {"tbl": patch.table, "key": patch.key, "chain": place[0], "seq": place[1], "eff": eff}
            self._conn.execute(insert(erased), [{**known, "grp": group} for group in sorted(groups)])
            cover_by(self._conn, patch, place, self._causes)

    def _keep_waiting(self, before: set[bytes]) -> None:
        for gone in before - self._waiting.keys():
            self._conn.execute(delete(held).where(held.c.hash == gone))
        for name, (one, why) in self._waiting.items():
            if name in before:
                self._conn.execute(update(held).where(held.c.hash == name).values(why=why))
            else:
                values = {"hash": name, "chain": one.header.chain, "seq": one.header.seq, "raw": one.raw}
                self._conn.execute(insert(held).values(**values, body=one.body, why=why))


def named(raw: bytes, wrong: str) -> str:
    """A refusal in words: which entry of which chain, as far as its header can be believed."""
    if len(raw) < 47:
        return f"an entry that is cut off: {wrong}"
    return f"entry {int.from_bytes(raw[7:15], 'big')} of chain {raw[31:47].hex()}: {wrong}"
