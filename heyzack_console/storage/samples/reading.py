"""Reads series for charts: raw samples or the rollup that fits the pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.telemetry import Series, WordChange, WordSeries
from heyzack_console.storage.samples.filling import filled
from heyzack_console.storage.samples.tables import LEVELS, Level
from heyzack_console.storage.samples.writing import decode_value

_RAW_PER_PIXEL = 4


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) in ms, to be drawn on *pixels*."""

    start: int
    end: int
    pixels: int

    @property
    def step_ms(self) -> int:
        """Length of time that one pixel covers, at least 1."""
        return max(1, (self.end - self.start) // self.pixels)


def series(engine: Engine, point: tuple[DeviceId, str], span: Span) -> Series:
    """Numbers of *point* (device, code) in *span*; empty where there are none."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT no, unit FROM series WHERE device = ? AND code = ?", point
        ).one_or_none()
        if found is None:
            return Series(*point, "", 0, (), (), (), ())
        no, unit = found
        level = _fitting(connection, no, span)
        step, rows = _raw(connection, no, span) if level is None else _rolled(connection, no, span, level)
        marks = filled(connection, no, (span.start, span.end))
    times, means, lows, highs = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Series(*point, unit, step, times, means, lows, highs, marks)


def words(engine: Engine, point: tuple[DeviceId, str], span: tuple[int, int]) -> WordSeries:
    """Changes of *point* in [start, end) ms, preceded by the one that was in force at start."""
    start, end = span
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT c.ts, c.value FROM change c JOIN series s ON s.no = c.series WHERE s.device = ? AND s.code = ? "
            "AND c.ts < ? AND c.ts >= coalesce((SELECT max(ts) FROM change WHERE series = s.no AND ts <= ?), ?) "
            "ORDER BY c.ts",
            (*point, end, start, start),
        ).all()
        no = connection.exec_driver_sql("SELECT no FROM series WHERE device = ? AND code = ?", point).scalar()
        marks = () if no is None else filled(connection, no, span)
    changes = tuple(WordChange(datetime.fromtimestamp(ts / 1000, UTC), decode_value(text)) for ts, text in rows)
    return WordSeries(*point, changes, marks)


def _fitting(connection: Connection, no: int, span: Span) -> Level | None:
    """The coarsest level whose step still fits into a pixel; a coarser one where the fitting one was tidied away."""
    fit = [level for level in LEVELS if level.step_ms <= span.step_ms]
    wanted: list[Level | None] = [fit[-1] if fit else None]
    wanted += [level for level in LEVELS if level not in fit]
    begins: list[tuple[int | None, Level | None]] = []
    for level in wanted:
        first = _first(connection, no, level, span)
        if first is not None and first <= span.start:
            return level
        begins.append((first, level))
    known = [(first, order) for order, (first, _) in enumerate(begins) if first is not None]
    return wanted[0] if not known else _longest(known, begins, span)


def _longest(known: list[tuple[int, int]], begins: list[tuple[int | None, Level | None]], span: Span) -> Level | None:
    """Nothing reaches back to the start: take the finest unless a coarser one shows at least one pixel more."""
    finest = known[0]
    earliest = min(known)
    gain = finest[0] - earliest[0]
    level = begins[earliest[1]][1]
    chosen = earliest if level is not None and gain > max(level.step_ms, span.step_ms) else finest
    return begins[chosen[1]][1]


def _first(connection: Connection, no: int, level: Level | None, span: Span) -> int | None:
    """Since when *level* surely has values: its first step may hold values from its end only."""
    table = "sample" if level is None else level.table
    first: int | None = connection.exec_driver_sql(f"SELECT min(ts) FROM {table} WHERE series = ?", (no,)).scalar()
    if first is None or level is None or level.step_ms <= span.step_ms:
        return first
    return first + level.step_ms


def _rolled(connection: Connection, no: int, span: Span, level: Level) -> tuple[int, Sequence[Sequence[float]]]:
    """Rows of *level*, taken together where several of them would fall into one pixel."""
    step = max(1, span.step_ms // level.step_ms) * level.step_ms
    where, among = "WHERE series = ? AND ts >= ? AND ts < ?", (no, span.start - span.start % step, span.end)
    if step == level.step_ms:
        columns, rest = "ts, total / n, lo, hi", "ORDER BY ts"
    else:
        columns = f"ts - ts % {step} AS begin, sum(total) / sum(n), min(lo), max(hi)"
        rest = "GROUP BY begin ORDER BY begin"
    rows = connection.exec_driver_sql(f"SELECT {columns} FROM {level.table} {where} {rest}", among)
    return step, rows.all()


def _raw(connection: Connection, no: int, span: Span) -> tuple[int, Sequence[Sequence[float]]]:
    where, among = "FROM sample WHERE series = ? AND ts >= ? AND ts < ?", (no, span.start, span.end)
    count = connection.exec_driver_sql(f"SELECT count(*) {where}", among).scalar_one()
    if count <= span.pixels * _RAW_PER_PIXEL:
        rows = connection.exec_driver_sql(f"SELECT ts, value, value, value {where} ORDER BY ts", among)
        return 0, rows.all()
    step = span.step_ms
    rows = connection.exec_driver_sql(
        f"SELECT ts - ts % {step} AS begin, avg(value), min(value), max(value) {where} GROUP BY begin ORDER BY begin",
        among,
    )
    return step, rows.all()
