"""The days on which a site is closed."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of holidays."""
    op.create_table(
        "holiday",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("site", sa.LargeBinary(16), sa.ForeignKey("site.key")),
        sa.Column("day", sa.Text),
        sa.Column("name", sa.Text),
    )
