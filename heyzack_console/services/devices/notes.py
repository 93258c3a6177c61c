"""Notes about devices: what may be written down and attached, and who may take it away."""

import hashlib
from collections.abc import Sequence

from heyzack_console.domain.devices.notes import LARGEST_FILE, LONGEST_NOTE, MOST_FILES, Attachment, DeviceNote, NoteId
from heyzack_console.domain.errors import InvalidInput, PermissionDenied
from heyzack_console.domain.identity import By, Permission
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.notes import AddDeviceNote, DeviceNotes, NewFile, NoteFile, RemoveDeviceNote
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import NoteStore, ReplacementStore
from heyzack_console.rules.attachments import clean_name, kind_of
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key

MOST_NOTES = 1_000


class NoteDesk:
    """Every change is one work in the journal."""

    def __init__(
        self, store: NoteStore, successions: ReplacementStore, book: BuildingBook, feed: Feed, clock: Clock
    ) -> None:
        self._store = store
        self._successions = successions
        self._book = book
        self._feed = feed
        self._clock = clock

    async def add(self, command: AddDeviceNote, by: By) -> Receipt:
        """Keep a note with its files.

        Raises:
            NotFound: the device is not in the book.
            InvalidInput: there is nothing in it, or a file may not be attached; nothing was saved.
        """
        device, now = self._book.known(command.device), self._clock.now()
        text = _cleaned(command.text)
        files = _attached(command.files)
        if not text and not files:
            raise InvalidInput("Write a few words or attach a file. Nothing was saved.", "text")
        kept = {one.digest: new.data for one, new in zip(files, command.files, strict=True)}
        note = DeviceNote(NoteId(new_key(now)), device.id, text, by.actor.name, now, files)
        entry = await self._store.put(note, kept, by)
        self._feed.journal_changed()
        more = f" with {_counted(len(files), 'file')}" if files else ""
        return Receipt(entry, undoable=True, count=1, text=f"Note on {device.name} kept{more}.", made=note.id)

    async def remove(self, command: RemoveDeviceNote, by: By) -> Receipt:
        """Take a note away.

        Raises:
            NotFound: there is no such note.
            PermissionDenied: somebody else wrote it, and the actor may not configure.
        """
        note = await self._store.get(command.note)
        if note.author != by.actor.name and not by.actor.may(Permission.CONFIGURE):
            raise PermissionDenied(f"{note.author} wrote this note; your role may only remove its own.")
        entry = await self._store.remove(command.note, by)
        self._feed.journal_changed()
        return Receipt(entry, undoable=True, count=1, text="Note removed.")

    async def notes(self, query: DeviceNotes) -> tuple[DeviceNote, ...]:
        """Answer with the notes, newest first."""
        before = await self._successions.before(query.device)
        devices = (query.device, *(one.old for one in before))
        return await self._store.of(devices, max(1, min(query.limit, MOST_NOTES)))

    async def file(self, query: NoteFile) -> bytes:
        """Answer with an attached file.

        Raises:
            NotFound: it is not in this home.
        """
        return await self._store.file(query.digest)


def _cleaned(text: str) -> str:
    """*text* with the line ends of this program and without what no screen can show."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(sign for sign in lines if sign.isprintable() or sign == "\n").strip()
    if len(kept) > LONGEST_NOTE:
        raise InvalidInput(f"A note has at most {LONGEST_NOTE:,} characters. Nothing was saved.", "text")
    return kept


def _attached(files: Sequence[NewFile]) -> tuple[Attachment, ...]:
    if len(files) > MOST_FILES:
        raise InvalidInput(f"A note takes at most {MOST_FILES} files. Nothing was saved.", "files")
    return tuple(_checked(file) for file in files)


def _checked(file: NewFile) -> Attachment:
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in file.name).split())[:80] or "A file"
    if len(file.data) > LARGEST_FILE:
        most = LARGEST_FILE // 1_000_000
        raise InvalidInput(f"{shown} is larger than {most} MB. Nothing was saved; attach a smaller copy.", "files")
    kind = kind_of(file.data)
    if kind is None:
        raise InvalidInput(f"{shown} is none of PNG, JPEG, PDF and plain text. Nothing was saved.", "files")
    digest = hashlib.sha256(file.data).hexdigest()
    return Attachment(clean_name(file.name, kind), kind, len(file.data), digest)


def _counted(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one}s"
