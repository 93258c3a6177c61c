"""Snapshots of set-points."""

from sqlalchemy import Column, Integer, Text

from heyzack_console.storage.tables.columns import document, shared

set_point_snapshot = shared(
    "set_point_snapshot",
    Column("name", Text),
    Column("taken_at", Text),
    Column("taken_by", Text),
    Column("devices", Integer),
    Column("points", Integer),
    document("set_points"),
)
"""*taken_at* is an ISO time in UTC; *devices* and *points* are counts."""
