"""Notes about devices with their files, and alert events found by device."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the tables and the index."""
    op.create_table(
        "device_note",
        *_shared(),
        sa.Column("device", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("at", sa.Integer),
        sa.Column("files", sa.Text),
    )
    op.create_index("device_note_of_device", "device_note", ["device", "at"])
    op.create_table(
        "note_file",
        *_shared(),
        sa.Column("digest", sa.Text),
        sa.Column("part", sa.Integer),
        sa.Column("parts", sa.Integer),
        sa.Column("data", sa.LargeBinary),
    )
    op.create_index("note_file_of_digest", "note_file", ["digest"])
    op.create_index("alert_event_of_device", "alert_event", ["device", "at"])


def _shared() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
    )
