"""Notes in memory."""

from collections.abc import Mapping, Sequence

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.notes import DeviceNote, NoteId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class MemoryNotes:
    """Keeps what it is told on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk

    async def put(self, note: DeviceNote, files: Mapping[str, bytes], by: By) -> EntryRef:
        ref = self.disk.write(by)
        self.disk.files.update(files)
        self.disk.notes[note.id] = note
        return ref

    async def remove(self, note: NoteId, by: By) -> EntryRef:
        ref = self.disk.write(by)
        del self.disk.notes[note]
        return ref

    async def get(self, note: NoteId) -> DeviceNote:
        if note not in self.disk.notes:
            raise NotFound("This note is not there.")
        return self.disk.notes[note]

    async def of(self, devices: Sequence[DeviceId], limit: int) -> tuple[DeviceNote, ...]:
        wanted = [note for note in self.disk.notes.values() if note.device in devices]
        return tuple(sorted(wanted, key=lambda note: (note.at, note.id), reverse=True)[:limit])

    async def file(self, digest: str) -> bytes:
        if digest not in self.disk.files:
            raise NotFound("The file of this note is not in this home.")
        return self.disk.files[digest]
