"""A console whose clock was ahead says so, so that its entries count for when they were really written."""

from sqlalchemy import Connection, func, select, update

from heyzack_console.storage.arrivals import arrival
from heyzack_console.storage.causes import Causes
from heyzack_console.storage.clock import COUNTER_BITS, to_ms
from heyzack_console.storage.effective import ENDLESS, Corrections, Fix
from heyzack_console.storage.merge import AHEAD_MS
from heyzack_console.storage.merge_rows import Rows
from heyzack_console.storage.schema import Schema
from heyzack_console.storage.tables.journal import chain, held, journal, this_console
from heyzack_console.storage.work import Authored, Draft, Run


def set_right(conn: Connection, run: Run, schema: Schema, by: Authored, offset_ms: int) -> bytes:
    """Take up *offset_ms*, the true time minus this machine's wall clock, and correct own entries that lie beyond it.

    The clock may have been set right before anyone noticed, so the error is at least what the newest entry shows.
    Returns the hash of the correction's entry; empty where nothing had to be corrected.
    """
    error = run.clock.offset_ms - offset_ms
    run.clock.offset_ms = offset_ms
    conn.execute(update(this_console).values(offset_ms=offset_ms))
    now = to_ms(run.time.now()) + offset_ms
    fixes = _fixes(conn, run.console, now, error)
    if not fixes:
        return b""
    corrections, rows = Corrections(conn), Rows(conn, schema, Causes(conn))
    corrections.note(fixes)
    rows.touch_entries(corrections.apply())
    rows.write()
    run.head, run.clock.last = None, conn.execute(select(func.max(journal.c.eff))).scalar() or 0
    draft = Draft(conn, run, schema, by)
    draft.correct(fixes)
    return draft.entries[0]


def _fixes(conn: Connection, console: bytes, now: int, error: int) -> list[Fix]:
    """Corrections of this console's chains, also of entries that came back to it and wait."""
    limit = (now + AHEAD_MS + 1) << COUNTER_BITS
    applied = select(chain.c.id, journal.c.seq, journal.c.eff).join(chain, chain.c.no == journal.c.chain)
    bad = [(row.id, row.seq, row.eff) for row in conn.execute(applied.where(chain.c.console == console))]
    for row in conn.execute(select(held.c.raw, held.c.body)):
        header = arrival(row.raw, row.body).header
        if header.console == console:
            bad.append((header.chain, header.seq, header.stamp))
    bad = [one for one in bad if one[2] >= limit]
    newest = max((eff for _, _, eff in bad), default=0)
    delta = max(error, (newest >> COUNTER_BITS) - now)
    first: dict[bytes, int] = {}
    for name, seq, _ in bad:
        first[name] = min(seq, first.get(name, seq))
    return [Fix(name, lo, ENDLESS, delta) for name, lo in sorted(first.items())]
