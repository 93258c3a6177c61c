"""Samples, rollups, changes, twins: the first telemetry file.

A migration states its tables itself: it must stay as it was released when the tables move on.
"""

import sqlalchemy as sa
from alembic import op

revision = "s0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the first release."""
    op.create_table(
        "series",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("device", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False, server_default=""),
        sa.UniqueConstraint("device", "code"),
    )
    for name, value in (("sample", sa.Float), ("change", sa.String)):
        op.create_table(name, *_key(), sa.Column("value", value, nullable=False), sqlite_with_rowid=False)
    for name in ("minute", "hour", "day"):
        op.create_table(
            name,
            *_key(),
            sa.Column("n", sa.Integer, nullable=False),
            *(sa.Column(c, sa.Float, nullable=False) for c in ("lo", "hi", "total", "last")),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "twin",
        sa.Column("device", sa.String, primary_key=True),
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mark",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
    )


def _key() -> list[sa.Column[int]]:
    return [
        sa.Column("series", sa.Integer, sa.ForeignKey("series.no"), primary_key=True),
        sa.Column("ts", sa.Integer, primary_key=True),
    ]
