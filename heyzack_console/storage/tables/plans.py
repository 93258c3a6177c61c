"""Pictures of plans."""

from sqlalchemy import Column, Integer, LargeBinary, Text

from heyzack_console.storage.tables.columns import shared

plan_picture = shared(
    "plan_picture",
    Column("digest", Text),
    Column("part", Integer),
    Column("parts", Integer),
    Column("data", LargeBinary),
)
"""A picture in parts that fit a journal entry; the key follows from site, digest (SHA-256) and number of the part."""
