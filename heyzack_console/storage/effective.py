"""Corrected stamps: what an entry counts for when the clock that wrote it is known to have been wrong."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from heyzack_console.storage.clock import COUNTER_BITS
from heyzack_console.storage.entry import Body, Header, MalformedEntry, parse_header
from heyzack_console.storage.tables.journal import chain, clockfix, erased, journal

ENDLESS = 1 << 62
LONGEST_ERROR_MS = 1 << 46
FIX = "fix"
"""Where the meta of a clock entry lists its corrections: [chain, first, last, milliseconds]."""


class Fix(NamedTuple):
    """The entries *lo* to *hi* of a chain were written with a clock that was *delta* milliseconds ahead."""

    chain: bytes
    lo: int
    hi: int
    delta: int


def effective(header: Header, delta: int | None, causes: Iterable[int]) -> int:
    """The effective stamp: as written, or set back by *delta* ms, but after each of *causes* (effective stamps)."""
    if delta is None:
        return header.stamp
    return max(header.stamp - (delta << COUNTER_BITS), *(cause + 1 for cause in causes), 0)


def fixes_of(body: Body) -> list[Fix]:
    """The corrections that a clock entry carries.

    Raises:
        MalformedEntry: they are none of this format.
    """
    try:
        found = [Fix(bytes.fromhex(name), int(lo), int(hi), int(delta)) for name, lo, hi, delta in body.meta[FIX]]
    except (KeyError, TypeError, ValueError) as error:
        raise MalformedEntry("unreadable clock correction") from error
    if not all(len(f.chain) == 16 and 0 < f.lo <= f.hi <= ENDLESS and 0 <= f.delta < LONGEST_ERROR_MS for f in found):
        raise MalformedEntry("a clock correction beyond all measure")
    return found


class Corrections:
    """The clock corrections that have arrived, in force from then on."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._fixes: dict[bytes, list[Fix]] = {}
        for row in conn.execute(select(clockfix)):
            self._fixes.setdefault(row.chain, []).append(Fix(*row))

    def delta(self, name: bytes, seq: int) -> int | None:
        """How far ahead the clock of an entry was; None where nothing corrects it."""
        return max((fix.delta for fix in self._fixes.get(name, ()) if fix.lo <= seq <= fix.hi), default=None)

    def note(self, fixes: Iterable[Fix]) -> bool:
        """Take up corrections; whether one of them is new."""
        fresh = [fix for fix in fixes if fix not in self._fixes.get(fix.chain, ())]
        for fix in fresh:
            self._fixes.setdefault(fix.chain, []).append(fix)
            self._conn.execute(insert(clockfix).values(**fix._asdict()).on_conflict_do_nothing())
        return bool(fresh)

    def apply(self) -> list[int]:
        """Bring every applied entry of a corrected chain to its effective stamp; positions of those that moved.

        One pass in the order of the journal is enough: causes lie before what they caused.
        """
        if not self._fixes:
            return []
        rows = self._conn.execute(
            select(journal.c.pos, journal.c.chain, journal.c.seq, journal.c.eff, journal.c.raw, chain.c.id)
            .join(chain, chain.c.no == journal.c.chain)
            .where(chain.c.id.in_(list(self._fixes)))
            .order_by(journal.c.pos)
        )
        return [row.pos for row in rows.all() if self._move(row)]

    def _move(self, row: Any) -> bool:
        header = parse_header(row.raw)
        eff = effective(header, self.delta(row.id, row.seq), causing(self._conn, header))
        if eff == row.eff:
            return False
        self._conn.execute(update(journal).where(journal.c.pos == row.pos).values(eff=eff))
        self._conn.execute(update(chain).where((chain.c.no == row.chain) & (chain.c.seq == row.seq)).values(eff=eff))
        of_entry = (erased.c.chain == row.chain) & (erased.c.seq == row.seq)
        self._conn.execute(update(erased).where(of_entry).values(eff=eff))
        return True


def causing(conn: Connection, header: Header) -> list[int]:
    """The effective stamps of the entry before and of those that the header names."""
    named = [(header.chain, header.seq - 1), *((dep.chain, dep.seq) for dep in header.deps)]
    query = select(journal.c.eff).join(chain, chain.c.no == journal.c.chain)
    found = (
        conn.execute(query.where((chain.c.id == name) & (journal.c.seq == seq))).scalar() for name, seq in named if seq
    )
    return [eff for eff in found if eff is not None]
