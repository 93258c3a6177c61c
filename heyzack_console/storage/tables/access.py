"""Access rules."""

from sqlalchemy import Column, Integer, LargeBinary, Text

from heyzack_console.storage.tables.columns import shared

access_rule = shared(
    "access_rule",
    Column("name", Text),
    Column("allow", Integer),
    Column("access_right", Text),
    Column("person", LargeBinary(16)),
    Column("role", Text),
    Column("device", Text),
    Column("zone", Text),
    Column("device_group", LargeBinary(16)),
    Column("until", Text),
    Column("note", Text),
)
"""*name* is the rule in words for the journal, *until* an ISO time in UTC."""
