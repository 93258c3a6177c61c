"""Cloud projects; beside them, local to this console, their members and the counters of each month."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of the cloud."""
    op.create_table(
        "cloud_project",
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("access_id", sa.Text),
        sa.Column("region", sa.Text),
        sa.Column("base_url", sa.Text),
        sa.Column("queue_url", sa.Text),
        sa.Column("queue_suffix", sa.Text),
        sa.Column("queue_topic", sa.Text),
        sa.Column("calls_per_month", sa.Integer),
        sa.Column("messages_per_month", sa.Integer),
        sa.Column("background_share", sa.Float),
        sa.Column("subscription_ends", sa.Integer),
    )
    op.create_table(
        "cloud_member",
        sa.Column("project", sa.Text, primary_key=True),
        sa.Column("device", sa.Text, primary_key=True),
        sa.Column("cloud_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("online", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cloud_counter",
        sa.Column("project", sa.Text, primary_key=True),
        sa.Column("month", sa.Text, primary_key=True),
        sa.Column("calls", sa.Integer, nullable=False),
        sa.Column("messages", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
