"""When alerts were not normal is kept beside their events, so that a past moment need not read them all."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table. What happened before this version is one long spell of each alert, which folds just as well."""
    op.create_table(
        "alert_spell",
        sa.Column("first", sa.LargeBinary(16), primary_key=True),
        sa.Column("alert", sa.LargeBinary(16), nullable=False),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer),
    )
    op.create_index("alert_spell_until", "alert_spell", ["until"])
    op.execute(
        "INSERT INTO alert_spell (first, alert, since) "
        "SELECT e.key, e.alert, e.at FROM alert_open o JOIN alert_event e ON e.key = o.first"
    )
    op.execute(
        "INSERT OR IGNORE INTO alert_spell (first, alert, since, until) "
        "SELECT e.key, e.alert, e.at, (SELECT max(x.at) + 1 FROM alert_event x WHERE x.alert = e.alert) "
        "FROM alert_event e WHERE e.rowid = (SELECT min(y.rowid) FROM alert_event y WHERE y.alert = e.alert)"
    )
