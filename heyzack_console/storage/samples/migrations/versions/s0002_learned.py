"""What was learned of series."""

import sqlalchemy as sa
from alembic import op

revision = "s0002"
down_revision = "s0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "learned",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("state", sa.LargeBinary, nullable=False),
    )
