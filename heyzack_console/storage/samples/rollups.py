"""Rollups kept while samples arrive: the open minute of each series in memory, hours and days folded from minutes.

A minute that is open when the process is killed is not lost: `recover` computes it again from the samples.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from heyzack_console.storage.samples.tables import DAY, HOUR, MINUTE, Level

Row = tuple[int, int, float]
"""(series, time in ms, value)."""
_Step = list[float]
"""[begin in ms, count, low, high, total, last]."""

_PUT = (
    "INSERT INTO minute (series, ts, n, lo, hi, total, last) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (series, ts) DO UPDATE SET n = excluded.n, lo = excluded.lo, hi = excluded.hi, "
    "total = excluded.total, last = excluded.last"
)
_MERGE = (
    "INSERT INTO minute (series, ts, n, lo, hi, total, last) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (series, ts) DO UPDATE SET n = n + excluded.n, lo = min(lo, excluded.lo), "
    "hi = max(hi, excluded.hi), total = total + excluded.total"
)
_GET = "SELECT ts, n, lo, hi, total, last FROM minute WHERE series = ? AND ts = ?"
_RAW = ("count(*)", "min(value)", "max(value)", "sum(value)", "value")
_FINER = ("sum(n)", "min(lo)", "max(hi)", "sum(total)", "last")


class OpenMinutes:
    """The minutes that the newest samples fall into. Used by the writer thread only."""

    def __init__(self) -> None:
        self._open: dict[int, _Step] = {}
        self._dirty: set[int] = set()

    def add(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Count *rows*; per series they come in the order of time and are newer than any before."""
        full: list[tuple[float, ...]] = []
        steps = self._open
        for no, ts, value in rows:
            begin = ts - ts % MINUTE.step_ms
            step = steps.get(no)
            if step is not None and step[0] == begin:
                _widen(step, value)
                step[5] = value
            else:
                if step is not None and no in self._dirty:
                    full.append((no, *step))
                steps[no] = self._begun(connection, no, begin, value, known=step is not None)
            self._dirty.add(no)
        if full:
            connection.exec_driver_sql(_PUT, full)

    def add_late(self, connection: Connection, row: Row) -> None:
        """Count one row that is older than the newest of its series."""
        no, ts, value = row
        begin = ts - ts % MINUTE.step_ms
        step = self._open.get(no)
        if step is not None and step[0] == begin:
            _widen(step, value)
            self._dirty.add(no)
        else:
            connection.exec_driver_sql(_MERGE, (no, begin, 1, value, value, value, value))

    def flush(self, connection: Connection, since: int, only: int | None = None) -> None:
        """Write the open minutes that have moved and fold hours and days anew from *since* (ms) on.

        Args:
            only: number of the one series to do this for; None for all.
        """
        dirty = sorted(self._dirty) if only is None else [only] if only in self._dirty else []
        if dirty:
            connection.exec_driver_sql(_PUT, [(no, *self._open[no]) for no in dirty])
            self._dirty.difference_update(dirty)
        _fold(connection, HOUR, "minute", _FINER, since, only)
        _fold(connection, DAY, "hour", _FINER, since, only)

    def _begun(self, connection: Connection, no: int, begin: int, value: float, *, known: bool) -> _Step:
        """A fresh step, or the stored one of that minute after a restart, with *value* counted."""
        found = None if known else connection.exec_driver_sql(_GET, (no, begin)).one_or_none()
        if found is None:
            return [begin, 1, value, value, value, value]
        step: _Step = list(found)
        _widen(step, value)
        step[5] = value
        return step


def recover(connection: Connection, since: int) -> None:
    """Compute the steps that hold samples from *since* (ms) on again, after a run that was killed."""
    _fold(connection, MINUTE, "sample", _RAW, since, None)
    _fold(connection, HOUR, "minute", _FINER, since, None)
    _fold(connection, DAY, "hour", _FINER, since, None)


def _fold(
    connection: Connection, level: Level, source: str, picked: tuple[str, ...], since: int, only: int | None
) -> None:
    """Write *level*'s steps anew from *source*; CROSS JOIN keeps one range scan per series."""
    count, low, high, total, last = picked
    step = f"a.ts - a.ts % {level.step_ms}"
    which = "" if only is None else f"AND s.no = {only:d}"
    connection.exec_driver_sql(
        f"INSERT OR REPLACE INTO {level.table} (series, ts, n, lo, hi, total, last) "
        f"SELECT g.series, g.begin, g.n, g.lo, g.hi, g.total, b.{last} FROM ("
        f"SELECT a.series AS series, {step} AS begin, {count} AS n, {low} AS lo, {high} AS hi, {total} AS total, "
        f"max(a.ts) AS newest FROM series s CROSS JOIN {source} a ON a.series = s.no AND a.ts >= ? {which} "
        f"GROUP BY a.series, {step}"
        f") g JOIN {source} b ON b.series = g.series AND b.ts = g.newest",
        (since - since % level.step_ms,),
    )


def _widen(step: _Step, value: float) -> None:
    step[1] += 1
    if value < step[2]:  # noqa: PLR1730 - a call of min per sample is felt in ingest
        step[2] = value
    if value > step[3]:  # noqa: PLR1730 - likewise
        step[3] = value
    step[4] += value
