"""Saved groups of devices."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the table of the groups."""
    op.create_table(
        "device_group",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("members", sa.Text),
        sa.Column("filter", sa.Text),
    )
