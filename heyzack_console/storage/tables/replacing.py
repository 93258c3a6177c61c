"""Which device took whose place."""

from sqlalchemy import Column, Index, Integer, Text

from heyzack_console.storage.tables.columns import shared

device_succession = shared(
    "device_succession",
    Column("new", Text),
    Column("old", Text),
    Column("name", Text),
    Column("at", Integer),
    Column("by", Text),
)
"""*at* in microseconds; *name* is what the old one was called."""
Index("device_succession_of_new", device_succession.c.new)
