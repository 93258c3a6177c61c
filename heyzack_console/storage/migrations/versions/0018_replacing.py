"""Which device took whose place."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "device_succession",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("old", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("at", sa.Integer),
        sa.Column("by", sa.Text),
    )
    op.create_index("device_succession_of_new", "device_succession", ["new"])
