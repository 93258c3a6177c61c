"""Alert rules of one's own."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table of the rules."""
    op.create_table(
        "alert_rule",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("body", sa.Text),
    )
