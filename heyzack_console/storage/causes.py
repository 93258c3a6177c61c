"""Which entry had seen which: the past of every entry, read from what the headers name."""

from bisect import bisect_right
from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from heyzack_console.storage.entry import BARE_HEADER, Dep, parse_header
from heyzack_console.storage.tables.journal import chain, journal

Place = tuple[int, int]
"""Local chain number and sequence: where an entry lies."""


class Causes:
    """The past of each entry as chain -> highest sequence; it changes only where a header names other chains."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._ids: dict[int, bytes] | None = None
        self._steps: dict[int, tuple[list[int], list[dict[int, int]]]] = {}

    @property
    def ids(self) -> dict[int, bytes]:
        """The id of each chain by its local number, which decides nothing."""
        if self._ids is None:
            self._ids = {row.no: row.id for row in self._conn.execute(select(chain.c.no, chain.c.id))}
            self._load(self._ids)
        return self._ids

    def has_seen(self, later: Place, earlier: Place) -> bool:
        """Whether the entry *earlier* is in the past of the entry *later*."""
        if later[0] == earlier[0]:
            return later[1] > earlier[1]
        return self._past(later).get(earlier[0], 0) >= earlier[1]

    def add(self, place: Place, name: bytes, deps: Iterable[Dep]) -> None:
        """Take up an entry that has just been applied."""
        self.ids[place[0]] = name
        numbers = {name: no for no, name in self.ids.items()} if deps else {}
        self._step(place, deps, numbers)

    def _past(self, place: Place) -> dict[int, int]:
        if self._ids is None:
            _ = self.ids
        seqs, pasts = self._steps.get(place[0], ([], []))
        at = bisect_right(seqs, place[1])
        return pasts[at - 1] if at else {}

    def _load(self, ids: dict[int, bytes]) -> None:
        numbers = {name: no for no, name in ids.items()}
        naming = (
            select(journal.c.chain, journal.c.seq, journal.c.raw)
            .where(func.length(journal.c.raw) > BARE_HEADER)
            .order_by(journal.c.pos)
        )
        for no, seq, raw in self._conn.execute(naming):
            self._step((no, seq), parse_header(raw).deps, numbers)

    def _step(self, place: Place, deps: Iterable[Dep], numbers: dict[bytes, int]) -> None:
        past: dict[int, int] | None = None
        for dep in deps:
            if (no := numbers.get(dep.chain)) is None:
                continue
            past = past if past is not None else dict(self._past((place[0], place[1] - 1)))
            for seen, seq in (*self._past((no, dep.seq)).items(), (no, dep.seq)):
                past[seen] = max(past.get(seen, 0), seq)
        if past is not None:
            seqs, pasts = self._steps.setdefault(place[0], ([], []))
            seqs.append(place[1])
            pasts.append(past)
