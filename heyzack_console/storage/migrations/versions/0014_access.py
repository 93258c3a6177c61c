"""Access rules."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the table of the access rules."""
    op.create_table(
        "access_rule",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("allow", sa.Integer),
        sa.Column("access_right", sa.Text),
        sa.Column("person", sa.LargeBinary(16)),
        sa.Column("role", sa.Text),
        sa.Column("device", sa.Text),
        sa.Column("zone", sa.Text),
        sa.Column("device_group", sa.LargeBinary(16)),
        sa.Column("until", sa.Text),
        sa.Column("note", sa.Text),
    )
