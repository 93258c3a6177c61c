"""Whom the console tells, and the outbox of what it tells."""

from sqlalchemy import Column, Index, Integer, Table, Text

from heyzack_console.storage.tables.columns import document, metadata, shared


def _named(name: str) -> Table:
    """*name* is the id, *body* the whole of it."""
    return shared(name, Column("name", Text), document("body"))


notice_channel = _named("notice_channel")
"""The address is not here: it lies in the secret store."""
notice_person = _named("notice_person")
notice_schedule = _named("notice_schedule")
notice_policy = _named("notice_policy")

notice = Table(
    "notice",
    metadata,
    Column("id", Text, primary_key=True),
    Column("alert", Text, nullable=False),
    Column("annunciation", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("open", Integer, nullable=False),
    Column("made", Integer, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Local: what this console told, or has still to tell."""
Index("notice_alert", notice.c.alert, notice.c.made)
Index("notice_open", notice.c.open, notice.c.made)
Index("notice_annunciation", notice.c.annunciation)
