"""Channels, people, schedules and policies, and the outbox of notifications."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

NAMED = ("notice_channel", "notice_person", "notice_schedule", "notice_policy")


def upgrade() -> None:
    """Make the tables."""
    for name in NAMED:
        op.create_table(
            name,
            sa.Column("key", sa.LargeBinary(16), primary_key=True),
            sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
            sa.Column("_m", sa.Text),
            sa.Column("name", sa.Text),
            sa.Column("body", sa.Text),
        )
    op.create_table(
        "notice",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("alert", sa.Text, nullable=False),
        sa.Column("annunciation", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("open", sa.Integer, nullable=False),
        sa.Column("made", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("notice_alert", "notice", ["alert", "made"])
    op.create_index("notice_open", "notice", ["open", "made"])
    op.create_index("notice_annunciation", "notice", ["annunciation"])
