"""Every recorded value of a span in the order of time, for what hears them again."""

import sqlite3
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import NotFound, StoreTooNew
from heyzack_console.storage.faults import translated
from heyzack_console.storage.samples.writing import decode_value

_Row = tuple[int, object]
"""Time in ms and value."""


def recorded(engine: Engine, codes: Collection[str], span: tuple[int, int], *, begin: bool) -> tuple[Reading, ...]:
    """Return the values of the points *codes* (empty: all) in [start, end) ms.

    Samples where they are kept, the means of minutes before them.

    Args:
        begin: precede each point by the value that stood at the start.
    """
    found: list[tuple[int, int, Reading]] = []
    with engine.connect() as connection:
        for no, device, code, unit in connection.exec_driver_sql("SELECT no, device, code, unit FROM series").all():
            if codes and code not in codes:
                continue
            rows = [*(_standing(connection, no, span[0]) if begin else ()), *_values(connection, no, span)]
            for ts, value in rows:
                at = datetime.fromtimestamp(ts / 1000, UTC)
                found.append((ts, no, Reading(DeviceId(device), code, value, unit, at)))
    found.sort(key=lambda one: one[:2])
    return tuple(reading for _, _, reading in found)


def open_recorded(file: Path) -> Engine:
    """Open *file* for reading alone, also while an engine writes it.

    Raises:
        NotFound: there is none.
        StoreError: it cannot be read.
    """
    if not file.is_file():
        raise NotFound(f"There are no recorded values in {file.parent} yet. Check --home.")
    address = f"{file.absolute().as_uri()}?mode=ro"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True))
    try:
        with translated(file), engine.connect() as connection:
            names = {row.name for row in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
        if not {"series", "sample", "minute", "change"} <= names:
            raise StoreTooNew(f"{file.name} is not a store of values that this version knows. It was left untouched.")
    except BaseException:
        engine.dispose()
        raise
    return engine


def _values(connection: Connection, no: int, span: tuple[int, int]) -> Iterator[_Row]:
    start, end = span
    first = connection.exec_driver_sql("SELECT min(ts) FROM sample WHERE series = ?", (no,)).scalar()
    if first is None or first > start:
        until = end if first is None else min(first, end)
        yield from _rows(connection, "SELECT ts, total / n FROM minute", no, (start, until))
    yield from _rows(connection, "SELECT ts, value FROM sample", no, span)
    for ts, text in _rows(connection, "SELECT ts, value FROM change", no, span):
        yield ts, decode_value(str(text))


def _rows(connection: Connection, select: str, no: int, span: tuple[int, int]) -> Iterator[_Row]:
    where = "WHERE series = ? AND ts >= ? AND ts < ? ORDER BY ts"
    yield from connection.exec_driver_sql(f"{select} {where}", (no, *span)).all()


def _standing(connection: Connection, no: int, start: int) -> Iterator[_Row]:
    before = "WHERE series = ? AND ts < ? ORDER BY ts DESC LIMIT 1"
    for select in ("SELECT ts, value FROM sample", "SELECT ts, last FROM minute"):
        row = connection.exec_driver_sql(f"{select} {before}", (no, start)).one_or_none()
        if row is not None:
            yield row[0], row[1]
            break
    row = connection.exec_driver_sql(f"SELECT ts, value FROM change {before}", (no, start)).one_or_none()
    if row is not None:
        yield row[0], decode_value(row[1])
