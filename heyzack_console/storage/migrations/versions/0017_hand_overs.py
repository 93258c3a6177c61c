"""Hand-overs from shift to shift."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Make the table of hand-overs."""
    op.create_table(
        "hand_over",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("site", sa.LargeBinary(16), sa.ForeignKey("site.key")),
        sa.Column("at", sa.Integer),
        sa.Column("by", sa.Text),
        sa.Column("note", sa.Text),
    )
    op.create_index("hand_over_at", "hand_over", ["at"])
