"""Moments at which one shift handed over to the next."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text

from heyzack_console.storage.tables.columns import shared

hand_over = shared(
    "hand_over",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("at", Integer),
    Column("by", Text),
    Column("note", Text),
)
Index("hand_over_at", hand_over.c.at)
