"""People and settings."""

from sqlalchemy import Column, Text

from heyzack_console.storage.tables.columns import document, shared

person = shared(
    "person",
    Column("name", Text),
    Column("role", Text),
)

setting = shared(
    "setting",
    Column("name", Text),
    document("value"),
)
