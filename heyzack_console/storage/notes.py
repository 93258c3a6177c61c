"""Notes about devices on the journal, their files by what they hold."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import RowMapping, select

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.notes import Attachment, DeviceNote, NoteId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.attachments import put_bytes, read_bytes
from heyzack_console.storage.clock import from_us, to_us
from heyzack_console.storage.home import site_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.notes import device_note, note_file
from heyzack_console.storage.work import Draft

TABLE = "device_note"
MISSING = "The file of this note is not in this home."
GONE = "This note is not there (any more). Nothing was changed."


class NoteRecords:
    """The store of notes."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def put(self, note: DeviceNote, files: Mapping[str, bytes], by: By) -> EntryRef:
        """Write a note with the bytes (by digest) that it names, in one work."""

        def job(draft: Draft) -> None:
            put_bytes(draft, note_file, site_key(draft.conn), files)
            draft.put(TABLE, bytes.fromhex(note.id), _values(note))

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")

    async def remove(self, note: NoteId, by: By) -> EntryRef:
        """Delete softly. NotFound: there is no such note."""
        try:
            async with self._store.work(by) as work:
                work.delete(TABLE, bytes.fromhex(note))
        except NotFound as error:
            raise NotFound(GONE) from error
        return work.entries[0]

    async def get(self, note: NoteId) -> DeviceNote:
        """One note. NotFound: there is no such note."""
        try:
            key = bytes.fromhex(note)
        except ValueError as error:
            raise NotFound(GONE) from error
        wanted = select(device_note).where(device_note.c.key == key, device_note.c.deleted == 0)
        row = await self._store.read(lambda conn: conn.execute(wanted).mappings().first())
        if row is None:
            raise NotFound(GONE)
        return _note(row)

    async def of(self, devices: Sequence[DeviceId], limit: int) -> tuple[DeviceNote, ...]:
        """The notes of *devices*, newest first."""
        wanted = (
            select(device_note)
            .where(device_note.c.device.in_(devices), device_note.c.deleted == 0)
            .order_by(device_note.c.at.desc(), device_note.c.key.desc())
            .limit(limit)
        )
        return await self._store.read(lambda conn: tuple(map(_note, conn.execute(wanted).mappings())))

    async def file(self, digest: str) -> bytes:
        """The bytes that *digest* names. NotFound: they are not in this home."""
        return await self._store.read(lambda conn: read_bytes(conn, note_file, digest, MISSING))


def _values(note: DeviceNote) -> dict[str, Any]:
    return {
        "device": note.device,
        "text": note.text,
        "author": note.author,
        "at": to_us(note.at),
        "files": msgspec.to_builtins(note.files),
    }


def _note(row: RowMapping) -> DeviceNote:
    return DeviceNote(
        id=NoteId(row["key"].hex()),
        device=DeviceId(row["device"]),
        text=row["text"] or "",
        author=row["author"] or "",
        at=from_us(row["at"]),
        files=msgspec.convert(row["files"] or (), tuple[Attachment, ...]),
    )
