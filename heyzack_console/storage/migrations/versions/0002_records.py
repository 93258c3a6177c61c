"""The first shared records: site, floors, zones, devices, people, settings, alert events, orders."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of the records."""
    _building()
    _devices()
    _people_and_settings()
    _alerts()
    _orders()


def _building() -> None:
    _shared(
        "site",
        sa.Column("name", sa.Text),
        sa.Column("time_zone", sa.Text),
        sa.Column("kind", sa.Text),
        sa.Column("demo", sa.Boolean),
    )
    _shared(
        "floor",
        sa.Column("site", sa.LargeBinary(16), sa.ForeignKey("site.key")),
        sa.Column("code", sa.Text),
        sa.Column("level", sa.Integer),
        sa.Column("name", sa.Text),
        sa.Column("width", sa.Float),
        sa.Column("height", sa.Float),
        sa.Column("strokes", sa.Text),
    )
    _shared(
        "zone",
        sa.Column("floor", sa.LargeBinary(16), sa.ForeignKey("floor.key")),
        sa.Column("code", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("number", sa.Text),
        sa.Column("kind", sa.Text),
        sa.Column("outline", sa.Text),
        sa.Column("capacity", sa.Integer),
    )


def _devices() -> None:
    _shared(
        "device",
        sa.Column("site", sa.LargeBinary(16), sa.ForeignKey("site.key")),
        sa.Column("code", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("category", sa.Text),
        sa.Column("product", sa.Text),
        sa.Column("model", sa.Text),
        sa.Column("gateway", sa.Text),
        sa.Column("cid", sa.Text),
        sa.Column("host", sa.Text),
        sa.Column("port", sa.Integer),
        sa.Column("version", sa.Text),
        sa.Column("floor", sa.LargeBinary(16), sa.ForeignKey("floor.key")),
        sa.Column("x", sa.Float),
        sa.Column("y", sa.Float),
        sa.Column("zone", sa.LargeBinary(16), sa.ForeignKey("zone.key")),
        sa.Column("points", sa.Text),
        sa.Column("sleeper", sa.Boolean),
        sa.Column("serves", sa.Text),
    )


def _people_and_settings() -> None:
    _shared("person", sa.Column("name", sa.Text), sa.Column("role", sa.Text))
    _shared("setting", sa.Column("name", sa.Text), sa.Column("value", sa.Text))


def _alerts() -> None:
    _shared(
        "alert_event",
        sa.Column("alert", sa.LargeBinary(16)),
        sa.Column("device", sa.Text),
        sa.Column("rule", sa.Text),
        sa.Column("trigger", sa.Text),
        sa.Column("at", sa.Integer),
        sa.Column("priority", sa.Integer),
        sa.Column("condition", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("unit", sa.Text),
        sa.Column("limit", sa.Float),
        sa.Column("answers", sa.LargeBinary(16)),
        sa.Column("parent", sa.LargeBinary(16)),
        sa.Column("note", sa.Text),
        sa.Column("by", sa.Text),
    )
    op.create_index("alert_event_of_alert", "alert_event", ["alert", "at"])
    op.create_index("alert_event_at", "alert_event", ["at"])
    op.create_table(
        "alert_open",
        sa.Column("alert", sa.LargeBinary(16), primary_key=True),
        sa.Column("first", sa.LargeBinary(16), nullable=False),
    )


def _orders() -> None:
    _shared(
        "device_order",
        sa.Column("device", sa.Text),
        sa.Column("values", sa.Text),
        sa.Column("made_at", sa.Integer),
        sa.Column("expires_at", sa.Integer),
        sa.Column("by", sa.Text),
    )
    op.create_index("device_order_of_device", "device_order", ["device", "made_at"])
    op.create_index("device_order_made_at", "device_order", ["made_at"])
    _shared(
        "order_event",
        sa.Column("order", sa.LargeBinary(16), sa.ForeignKey("device_order.key")),
        sa.Column("state", sa.Text),
        sa.Column("at", sa.Integer),
        sa.Column("stage", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("path", sa.Text),
    )
    op.create_index("order_event_of_order", "order_event", ["order", "at"])


def _shared(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("key", sa.LargeBinary(16), primary_key=True),
        sa.Column("deleted", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("_m", sa.Text),
        *columns,
    )
