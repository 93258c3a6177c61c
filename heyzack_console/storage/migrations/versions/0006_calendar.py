"""What stands in the calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table of calendar entries."""
    op.create_table(
        "calendar_entry",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("site", sa.LargeBinary(16), sa.ForeignKey("site.key")),
        sa.Column("kind", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("zone", sa.Text),
        sa.Column("all_day", sa.Boolean),
        sa.Column("rule", sa.Text),
        sa.Column("left_out", sa.Text),
        sa.Column("added", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("status", sa.Text),
        sa.Column("series", sa.LargeBinary(16)),
        sa.Column("instead_of", sa.Text),
        sa.Column("uid", sa.Text),
        sa.Column("foreign_lines", sa.Text),
    )
