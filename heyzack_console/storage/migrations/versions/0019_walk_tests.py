"""Walk tests."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Make the table of the walk tests."""
    op.create_table(
        "walk_test",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("devices", sa.Text),
        sa.Column("started_at", sa.Text),
        sa.Column("by_name", sa.Text),
        sa.Column("ticks", sa.Text),
        sa.Column("finished_at", sa.Text),
    )
