"""Device templates."""

from sqlalchemy import Column, Text

from heyzack_console.storage.tables.columns import document, shared

device_template = shared(
    "device_template",
    Column("code", Text),
    Column("name", Text),
    Column("product", Text),
    Column("of_category", Text),
    Column("name_pattern", Text),
    Column("category", Text),
    document("thresholds"),
    document("wanted"),
)
"""*code* is the template's id, *name* the product or kind that it is for."""
