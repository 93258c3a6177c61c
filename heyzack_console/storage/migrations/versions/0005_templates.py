"""Device templates."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table of the templates."""
    op.create_table(
        "device_template",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("product", sa.Text),
        sa.Column("of_category", sa.Text),
        sa.Column("name_pattern", sa.Text),
        sa.Column("category", sa.Text),
        sa.Column("thresholds", sa.Text),
        sa.Column("wanted", sa.Text),
    )
