"""Reads a whole span for figures and exports: from the samples where they reach back, else from the finest averages."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.telemetry import NumberFigures, Series
from heyzack_console.storage.samples.filling import filled
from heyzack_console.storage.samples.tables import LEVELS

MOST_ROWS = 1_000_000
"""More would neither fit into an answer nor into a spreadsheet; then coarser averages are taken."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A table with the columns that count, bound and sum up its rows."""

    table: str
    step_ms: int
    columns: str
    summed: str


_SOURCES = (
    _Source("sample", 0, "ts, value, value, value", "count(*), min(value), max(value), avg(value)"),
    *(
        _Source(level.table, level.step_ms, "ts, total / n, lo, hi", "sum(n), min(lo), max(hi), sum(total) / sum(n)")
        for level in LEVELS
    ),
)
_INSIDE = "WHERE series = ? AND ts >= ? AND ts < ?"


def finest(engine: Engine, point: tuple[DeviceId, str], span: tuple[int, int]) -> Series:
    """Every number of *point* in [start, end) ms, or the finest averages that reach as far back."""
    with engine.connect() as connection:
        found = _series(connection, point)
        if found is None:
            return Series(*point, "", 0, (), (), (), ())
        no, unit = found
        source = _source(connection, no, span)
        among = (no, *span)
        rows = connection.exec_driver_sql(f"SELECT {source.columns} FROM {source.table} {_INSIDE} ORDER BY ts", among)
        times, means, lows, highs = tuple(zip(*rows.all(), strict=True)) or ((), (), (), ())
        marks = filled(connection, no, span)
    return Series(*point, unit, source.step_ms, times, means, lows, highs, marks)


def figures(engine: Engine, point: tuple[DeviceId, str], span: tuple[int, int]) -> NumberFigures | None:
    """How many numbers, their bounds and their mean in [start, end) ms; None where there are none."""
    with engine.connect() as connection:
        found = _series(connection, point)
        if found is None:
            return None
        source = _source(connection, found[0], span)
        sql = f"SELECT {source.summed} FROM {source.table} {_INSIDE}"
        count, low, high, mean = connection.exec_driver_sql(sql, (found[0], *span)).one()
    return NumberFigures(count, low, high, mean, source.step_ms) if count else None


def _series(connection: Connection, point: tuple[DeviceId, str]) -> tuple[int, str] | None:
    row = connection.exec_driver_sql("SELECT no, unit FROM series WHERE device = ? AND code = ?", point).one_or_none()
    return None if row is None else (row[0], row[1])


def _source(connection: Connection, no: int, span: tuple[int, int]) -> _Source:
    """The finest table that reaches back to the start, or furthest of all, and is not too long."""
    usable = [source for source in _SOURCES if _count(connection, source, no, span) <= MOST_ROWS]
    begins = [(_begin(connection, source, no), source) for source in usable]
    for begin, source in begins:
        if begin is not None and begin <= span[0]:
            return source
    # An average may begin before its first sample: only a whole step more is worth being coarser.
    known = [(begin + source.step_ms, order) for order, (begin, source) in enumerate(begins) if begin is not None]
    return begins[min(known)[1]][1] if known else _SOURCES[0]


def _begin(connection: Connection, source: _Source, no: int) -> int | None:
    first: int | None = connection.exec_driver_sql(
        f"SELECT min(ts) FROM {source.table} WHERE series = ?", (no,)
    ).scalar()
    return first


def _count(connection: Connection, source: _Source, no: int, span: tuple[int, int]) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {source.table} {_INSIDE} LIMIT {MOST_ROWS + 1})"
    count: int = connection.exec_driver_sql(sql, (no, *span)).scalar_one()
    return count
