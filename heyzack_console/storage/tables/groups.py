"""Saved groups of devices."""

from sqlalchemy import Column, Text

from heyzack_console.storage.tables.columns import document, shared

device_group = shared(
    "device_group",
    Column("name", Text),
    document("members"),
    document("filter"),
)
"""*filter* null: the group is its *members*."""
