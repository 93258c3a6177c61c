"""Pictures under plans, and what zones are used for."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table of pictures; floors name one, zones say their use."""
    op.create_table(
        "plan_picture",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("digest", sa.Text),
        sa.Column("part", sa.Integer),
        sa.Column("parts", sa.Integer),
        sa.Column("data", sa.LargeBinary),
    )
    op.add_column("floor", sa.Column("picture", sa.Text))
    op.add_column("zone", sa.Column("use", sa.Text))
