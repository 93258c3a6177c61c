"""Snapshots of set-points."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make the table of the snapshots."""
    op.create_table(
        "set_point_snapshot",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("taken_at", sa.Text),
        sa.Column("taken_by", sa.Text),
        sa.Column("devices", sa.Integer),
        sa.Column("points", sa.Integer),
        sa.Column("set_points", sa.Text),
    )
