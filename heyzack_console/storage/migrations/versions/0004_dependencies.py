"""What supplies what."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of dependencies."""
    op.create_table(
        "dependency",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("site", sa.LargeBinary(16), sa.ForeignKey("site.key")),
        sa.Column("source_kind", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("target_kind", sa.Text),
        sa.Column("target", sa.Text),
        sa.Column("supply", sa.Text),
    )
