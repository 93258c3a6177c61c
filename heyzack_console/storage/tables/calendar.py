"""What stands in the calendar."""

from sqlalchemy import Boolean, Column, ForeignKey, LargeBinary, Text

from heyzack_console.storage.tables.columns import document, shared

# When it takes place is one fact: start, end, zone and rule are won and lost together.
calendar_entry = shared(
    "calendar_entry",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("kind", Text),
    Column("title", Text),
    Column("start", Text, info={"group": "when"}),
    Column("end", Text, info={"group": "when"}),
    Column("zone", Text, info={"group": "when"}),
    Column("all_day", Boolean, info={"group": "when"}),
    Column("rule", Text, info={"group": "when"}),
    document("left_out", info={"group": "when"}),
    document("added", info={"group": "when"}),
    Column("note", Text),
    Column("status", Text),
    Column("series", LargeBinary(16), info={"group": "series"}),
    Column("instead_of", Text, info={"group": "series"}),
    Column("uid", Text),
    document("foreign_lines"),
)
"""Times are ISO 8601 on the wall clock of *zone*."""
