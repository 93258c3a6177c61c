"""What supplies what."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Text

from heyzack_console.storage.tables.columns import shared

dependency = shared(
    "dependency",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("source_kind", Text),
    Column("source", Text),
    Column("target_kind", Text),
    Column("target", Text),
    Column("supply", Text),
    membership=True,
)
"""The key follows from all of it: two consoles that draw the same line make the same record."""
