"""Tuya cloud projects."""

from sqlalchemy import Boolean, Column, Float, Integer, Table, Text

from heyzack_console.storage.tables.columns import metadata, shared

cloud_project = shared(
    "cloud_project",
    Column("code", Text),
    Column("access_id", Text),
    Column("region", Text),
    Column("base_url", Text),
    Column("queue_url", Text),
    Column("queue_suffix", Text),
    Column("queue_topic", Text),
    Column("calls_per_month", Integer),
    Column("messages_per_month", Integer),
    Column("background_share", Float),
    Column("subscription_ends", Integer),
)
"""*code* is the access id and its data centre; the access secret is not here: it lies in the secret store.

*queue_suffix* is not used any more: every console has its own, see `cloud_local`.
"""

cloud_local = Table(
    "cloud_local",
    metadata,
    Column("project", Text, primary_key=True),
    Column("queue_suffix", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Local: which subscription of the message queue this console reads."""

cloud_member = Table(
    "cloud_member",
    metadata,
    Column("project", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("cloud_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("online", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Local: what each project listed when it was last asked."""

cloud_counter = Table(
    "cloud_counter",
    metadata,
    Column("project", Text, primary_key=True),
    Column("month", Text, primary_key=True),
    Column("calls", Integer, nullable=False),
    Column("messages", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Local: what this console asked and received in a month ('2026-11', UTC)."""
