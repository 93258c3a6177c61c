"""What happened to alerts."""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, Table, Text

from heyzack_console.storage.tables.columns import document, metadata, shared

alert_event = shared(
    "alert_event",
    Column("alert", LargeBinary(16)),
    Column("device", Text),
    Column("rule", Text),
    Column("trigger", Text),
    Column("at", Integer),
    Column("priority", Integer),
    Column("condition", Text),
    Column("code", Text),
    document("value"),
    Column("unit", Text),
    Column("limit", Float),
    Column("answers", LargeBinary(16)),
    Column("parent", LargeBinary(16)),
    Column("note", Text),
    Column("by", Text),
    append_only=True,
)
Index("alert_event_of_alert", alert_event.c.alert, alert_event.c.at)
Index("alert_event_at", alert_event.c.at)
Index("alert_event_of_device", alert_event.c.device, alert_event.c.at)

alert_rule = shared(
    "alert_rule",
    Column("name", Text),
    document("body"),
)
"""*name* is the rule's id, *body* the rule."""

alert_open = Table(
    "alert_open",
    metadata,
    Column("alert", LargeBinary(16), primary_key=True),
    Column("first", LargeBinary(16), nullable=False),
)
"""Local, derived from the events: alerts that are not normal, and the event with which that began."""

alert_spell = Table(
    "alert_spell",
    metadata,
    Column("first", LargeBinary(16), primary_key=True),
    Column("alert", LargeBinary(16), nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer),
)
"""Local, derived from the events: the spells in which an alert was not normal; the last one may still last."""
Index("alert_spell_until", alert_spell.c.until)
