"""Walk tests."""

from sqlalchemy import Column, Text

from heyzack_console.storage.tables.columns import document, shared

walk_test = shared(
    "walk_test",
    Column("title", Text),
    document("devices"),
    Column("started_at", Text),
    Column("by_name", Text),
    document("ticks"),
    Column("finished_at", Text),
)
"""Times in ISO 8601 with offset; *finished_at* null while it runs."""
