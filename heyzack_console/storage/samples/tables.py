"""The telemetry file's tables: samples clustered by (series, time), rollups, changes, stretches that were filled
afterwards, gaps that wait for it, the twins' last picture, what was learned.

Times are milliseconds since 1970 UTC. A rollup row describes the step that begins at its *ts*.
"""

from dataclasses import dataclass

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, UniqueConstraint

metadata = MetaData()

series = Table(
    "series",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("device", String, nullable=False),
    Column("code", String, nullable=False),
    Column("unit", String, nullable=False, server_default=""),
    UniqueConstraint("device", "code"),
)
sample = Table(
    "sample",
    metadata,
    Column("series", ForeignKey("series.no"), primary_key=True),
    Column("ts", Integer, primary_key=True),
    Column("value", Float, nullable=False),
    sqlite_with_rowid=False,
)
change = Table(
    "change",
    metadata,
    Column("series", ForeignKey("series.no"), primary_key=True),
    Column("ts", Integer, primary_key=True),
    Column("value", String, nullable=False),
    sqlite_with_rowid=False,
)
filled = Table(
    "filled",
    metadata,
    Column("series", ForeignKey("series.no"), primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer, nullable=False),
    sqlite_with_rowid=False,
)
gap = Table(
    "gap",
    metadata,
    Column("rank", Integer, primary_key=True),
    Column("device", String, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer),
)
twin = Table(
    "twin",
    metadata,
    Column("device", String, primary_key=True),
    Column("code", String, primary_key=True),
    Column("value", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("path", String, nullable=False),
    sqlite_with_rowid=False,
)
learned = Table(
    "learned",
    metadata,
    Column("name", String, primary_key=True),
    Column("state", LargeBinary, nullable=False),
)
mark = Table(
    "mark",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One rollup: its table and the length of its steps."""

    table: str
    step_ms: int


MINUTE = Level("minute", 60_000)
HOUR = Level("hour", 3_600_000)
DAY = Level("day", 86_400_000)
LEVELS = (MINUTE, HOUR, DAY)
"""Finest first. Days are UTC days."""


def _rollup(level: Level) -> Table:
    return Table(
        level.table,
        metadata,
        Column("series", ForeignKey("series.no"), primary_key=True),
        Column("ts", Integer, primary_key=True),
        Column("n", Integer, nullable=False),
        Column("lo", Float, nullable=False),
        Column("hi", Float, nullable=False),
        Column("total", Float, nullable=False),
        Column("last", Float, nullable=False),
        sqlite_with_rowid=False,
    )


ROLLUPS = {level: _rollup(level) for level in LEVELS}
