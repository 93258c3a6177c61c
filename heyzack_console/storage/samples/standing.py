"""The last value of every series at a past moment: one indexed read for each."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.storage.samples.tables import LEVELS, Level
from heyzack_console.storage.samples.writing import decode_value

# CROSS JOIN keeps the order: series by series, each with its own search.
LAST = (
    "SELECT s.no, s.device, s.code, s.unit, x.ts, x.value FROM series s CROSS JOIN {table} x "
    "ON x.series = s.no AND x.ts = (SELECT max(ts) FROM {table} WHERE series = s.no AND ts <= ?)"
)
_OLDEST = "SELECT min((SELECT min(ts) FROM {table} WHERE series = no)) FROM series"
_FIRST_IN = ("sample", "change", *(level.table for level in LEVELS))


def standing(engine: Engine, at: int) -> tuple[Reading, ...]:
    """Return what every series said last at *at* (ms) or before, one value for each.

    A number whose samples are gone is the last one of the finest step that ended before.
    """
    found: dict[int, tuple[int, Reading]] = {}
    with engine.connect() as connection:
        for no, device, code, unit, ts, value in connection.exec_driver_sql(LAST.format(table="sample"), (at,)):
            found[no] = (ts, _reading(device, code, value, unit, ts))
        for no, device, code, unit, ts, text in connection.exec_driver_sql(LAST.format(table="change"), (at,)):
            if no not in found or ts > found[no][0]:
                found[no] = (ts, _reading(device, code, decode_value(text), unit, ts))
        everything = connection.exec_driver_sql("SELECT no, device, code, unit FROM series").all()
        missing = {no: (device, code, unit) for no, device, code, unit in everything if no not in found}
        rolled = list(_rolled(connection, missing, at))
    return (*(reading for _, reading in found.values()), *rolled)


def begun(engine: Engine) -> int | None:
    """Return the time in ms of the oldest value or step that is kept; None where there is none."""
    with engine.connect() as connection:
        oldest = [connection.exec_driver_sql(_OLDEST.format(table=table)).scalar() for table in _FIRST_IN]
    return min((ts for ts in oldest if ts is not None), default=None)


def _rolled(connection: Connection, missing: dict[int, tuple[str, str, str]], at: int) -> Iterable[Reading]:
    for no, (device, code, unit) in missing.items():
        for level in LEVELS:
            row = _last_step(connection, no, level, at)
            if row is not None:
                yield _reading(device, code, row[1], unit, row[0] + level.step_ms)
                break


def _last_step(connection: Connection, no: int, level: Level, at: int) -> tuple[int, float] | None:
    row = connection.exec_driver_sql(
        f"SELECT ts, last FROM {level.table} WHERE series = ? AND ts <= ? ORDER BY ts DESC LIMIT 1",
        (no, at - level.step_ms),
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def _reading(device: str, code: str, value: Value, unit: str, ts: int) -> Reading:
    return Reading(DeviceId(device), code, value, unit, datetime.fromtimestamp(ts / 1000, UTC))
