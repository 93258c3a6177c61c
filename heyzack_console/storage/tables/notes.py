"""What people write down about devices, and the files that they attach."""

from sqlalchemy import Column, Index, Integer, Text

from heyzack_console.storage.tables.columns import document, in_parts, shared

device_note = shared(
    "device_note",
    Column("device", Text),
    Column("text", Text),
    Column("author", Text),
    Column("at", Integer),
    document("files"),
)
"""*at* in microseconds; *files* name their bytes by digest."""
Index("device_note_of_device", device_note.c.device, device_note.c.at)

note_file = in_parts("note_file")
Index("note_file_of_digest", note_file.c.digest)
