"""The queue subscription of each cloud project is this console's own: it moves out of the shared record."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table and take over what was set so far."""
    op.create_table(
        "cloud_local",
        sa.Column("project", sa.Text, primary_key=True),
        sa.Column("queue_suffix", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO cloud_local (project, queue_suffix) "
        "SELECT code, queue_suffix FROM cloud_project WHERE coalesce(queue_suffix, '') != ''"
    )
