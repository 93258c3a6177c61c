"""Exchange of journals as files: what another console lacks goes out, what it wrote joins the journal here."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.exchange import Conflict, ExchangeReport
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.clock import to_ms
from heyzack_console.storage.clock_repair import set_right
from heyzack_console.storage.conflicts import DELETED, ConflictList
from heyzack_console.storage.entry import NO_ID
from heyzack_console.storage.history import REDACTED, entry_of, new_value
from heyzack_console.storage.home import site_key
from heyzack_console.storage.identity import Names
from heyzack_console.storage.merge import Merge, Merged
from heyzack_console.storage.packet import Have, PacketHead, packed, unpacked
from heyzack_console.storage.schema import Schema
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.everything import SHARED
from heyzack_console.storage.tables.journal import chain, held, journal, peer, this_console
from heyzack_console.storage.work import Authored, Draft, Run

WORDS = {
    "gap": "an entry before it is missing",
    "cause": "what its writer had seen is missing",
    "clock": "from the future: a clock was wrong",
    "fork": "its chain went on otherwise here",
    "version": "written by a newer version of the program",
}
Afterwards = Callable[[Connection, Sequence[tuple[str, bytes]]], None]
"""Told which records a merge has written, inside its transaction: what is derived from them follows."""

_have = msgspec.json.Decoder(Have)


class ExchangeRecords:
    """The journal as far as other consoles have to do with it."""

    def __init__(self, store: RecordStore, afterwards: Afterwards = lambda _conn, _records: None) -> None:
        self._store = store
        self._afterwards = afterwards
        self._schema: Schema = SHARED

    async def pack(self, console: str = "") -> tuple[bytes, int]:
        """The content of a file and how many entries it has: all, or what *console* lacked when it last wrote."""
        return await self._store.read(lambda conn: _pack(conn, console))

    async def take_in(self, content: bytes, *, keep: bool) -> ExchangeReport:
        """Join the entries of a file to the journal; without *keep* only say what would come of it.

        Raises:
            InvalidInput: it is no journal file, or one of another site. Nothing was changed.
        """
        head, entries = unpacked(content)

        def job(conn: Connection, run: Run) -> ExchangeReport:
            _check_site(conn, head)
            before = set(ConflictList(conn, self._schema).of_people())
            now = to_ms(run.time.now()) + run.clock.offset_ms
            merged = Merge(conn, self._schema, now).take(entries)
            self._afterwards(conn, merged.touched)
            _remember(conn, head, now)
            fresh = [one for one in ConflictList(conn, self._schema).of_people() if one not in before]
            return _report(conn, merged, fresh, keep=keep)

        return await self._store.take_in(job, keep=keep)

    async def conflicts(self) -> tuple[Conflict, ...]:
        """What nobody has decided yet."""
        return await self._store.read(lambda conn: tuple(ConflictList(conn, self._schema).of_people()))

    async def decide(self, conflict: tuple[str, str, str], entry: EntryRef, by: By) -> EntryRef:
        """Settle what stands against one another in a (table, key, group): the value that *entry* wrote.

        Raises:
            NotFound: the record or the value is not there any more.
        """
        _, entries = await self._store.write(by, lambda draft: _decide(draft, conflict, entry))
        return entries[0]

    async def correct_clock(self, now: datetime, by: By) -> EntryRef:
        """Take *now* for the true time; set right what this console wrote more than ten minutes ahead of it.

        The reference is empty where nothing had to be set right.
        """
        author = Authored(bytes.fromhex(by.actor.id), by.reason, by.command)

        def job(conn: Connection, run: Run) -> bytes:
            return set_right(conn, run, self._schema, author, to_ms(now) - to_ms(run.time.now()))

        return EntryRef((await self._store.take_in(job)).hex())


def _pack(conn: Connection, console: str) -> tuple[bytes, int]:
    known = conn.execute(select(peer.c.have).where(peer.c.id == console)).scalar() if console else None
    first = _have.decode(known) if known else {}
    chains = {row.no: row for row in conn.execute(select(chain)).all()}
    last = {row.id.hex(): (row.seq, row.head.hex()) for row in chains.values()}
    behind = {no: first.get(row.id.hex(), (0, ""))[0] for no, row in chains.items()}
    rows = conn.execute(select(journal.c.chain, journal.c.seq, journal.c.raw, journal.c.body).order_by(journal.c.pos))
    entries = [(row.raw, row.body) for row in rows if row.seq > behind[row.chain]]
    entries += [(row.raw, row.body) for row in conn.execute(select(held.c.raw, held.c.body))]
    me = conn.execute(select(this_console.c.id)).scalar_one()
    return packed(PacketHead(me.hex(), site_key(conn).hex(), first, last), entries), len(entries)


def _check_site(conn: Connection, head: PacketHead) -> None:
    here = site_key(conn).hex()
    if NO_ID.hex() not in {here, head.site} and here != head.site:
        raise InvalidInput("This file comes from the console of another site. Nothing was changed.", "text")


def _remember(conn: Connection, head: PacketHead, now: int) -> None:
    values = {"have": msgspec.json.encode(head.last), "last_seen": now}
    conn.execute(insert(peer).values(id=head.console, **values).on_conflict_do_update(["id"], set_=values))


def _report(conn: Connection, merged: Merged, fresh: Sequence[Conflict], *, keep: bool) -> ExchangeReport:
    names = Names(conn)
    writers = Counter(names.of(one.header.actor) for one in merged.applied)
    return ExchangeReport(
        kept=keep,
        entries=len(merged.applied),
        known=merged.known,
        writers=tuple(writers.most_common()),
        waiting=tuple((WORDS[why], count) for why, count in sorted(merged.waiting.items())),
        refused=tuple(merged.refused),
        conflicts=tuple(fresh),
    )


def _decide(draft: Draft, conflict: tuple[str, str, str], ref: EntryRef) -> None:
    table, key, group = conflict[0], _bytes(conflict[1]), conflict[2]
    entry, shared = entry_of(draft.conn, _bytes(ref)), draft.schema.tables.get(table)
    patches = entry.body.by_record.get((table, key), ()) if entry is not None else ()
    if entry is None or shared is None or group not in shared.groups or not patches:
        raise NotFound("What stood against one another is not there any more. Nothing was changed.")
    values = {c: new_value(entry.body, p, c) for p in patches for c in p.columns if shared.group_of.get(c) == group}
    if group == DELETED and not values:
        values = {DELETED: 0}  # the edit is to stand, so the record comes back
    if not values or REDACTED in values.values():
        raise NotFound("This value was erased. Nothing was changed.")
    draft.decide(table, key, values)


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise NotFound("This is no reference of a change. Nothing was changed.") from error
