"""Until when somebody listened, and the spells in which nothing was heard of a device."""

import sqlalchemy as sa
from alembic import op

revision = "s0004"
down_revision = "s0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "gap",
        sa.Column("rank", sa.Integer, primary_key=True),
        sa.Column("device", sa.String, nullable=False),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer),
    )
