"""Which stretches of a series were filled from a log afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "s0003"
down_revision = "s0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "filled",
        sa.Column("series", sa.Integer, sa.ForeignKey("series.no"), primary_key=True),
        sa.Column("since", sa.Integer, primary_key=True),
        sa.Column("until", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
