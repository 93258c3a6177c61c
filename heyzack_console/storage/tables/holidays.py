"""The days on which a site is closed."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Text

from heyzack_console.storage.tables.columns import shared

holiday = shared(
    "holiday",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("day", Text),
    Column("name", Text),
    membership=True,
)
"""The key follows from site and day: two consoles that close the same day make the same record."""
