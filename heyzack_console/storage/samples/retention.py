"""Deletes telemetry that is older than its class allows."""

from collections.abc import Mapping

from sqlalchemy import Engine

_TABLES = {"samples": ("sample",), "minutes": ("minute",), "hours": ("hour",), "days": ("day",)}
_DAY_MS = 86_400_000
_AT_ONCE = 50_000


def tidy(engine: Engine, now: int, keep_days: Mapping[str, int]) -> int:
    """Delete in small transactions, so that arriving samples wait only briefly; returns the rows deleted.

    Args:
        now: ms since 1970 UTC.
        keep_days: class ('samples', 'minutes', 'hours', 'days') to days; a class that is not named is kept. The words
            of points that are no numbers go with 'hours', but the newest one before the limit stays.
    """
    deleted = 0
    for name, days in keep_days.items():
        limit = now - days * _DAY_MS
        for table in _TABLES[name]:
            deleted += _delete(engine, table, "ts < ?", (limit,))
        if name == "hours":
            older = "ts < (SELECT max(c.ts) FROM change c WHERE c.series = change.series AND c.ts < ?)"
            deleted += _delete(engine, "change", older, (limit,))
    return deleted


def _delete(engine: Engine, table: str, where: str, values: tuple[int, ...]) -> int:
    total = 0
    while True:
        with engine.begin() as connection:
            done = connection.exec_driver_sql(
                f"DELETE FROM {table} WHERE (series, ts) IN "
                f"(SELECT series, ts FROM {table} WHERE {where} LIMIT {_AT_ONCE})",
                values,
            ).rowcount
        total += done
        if done < _AT_ONCE:
            return total
