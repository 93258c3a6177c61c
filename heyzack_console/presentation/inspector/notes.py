"""Notes of a device in words, for the inspector, the work history and the passport."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.notes import Attachment, DeviceNote, NoteId
from heyzack_console.presentation.inspector.work import WorkLine

FEW = 4
"""So many notes are shown before a person asks for all."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """An attached file: its name, and what it is."""

    name: str
    detail: str
    file: Attachment


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note; *whose* names the device before, where it was written about that one."""

    id: NoteId
    when: str
    author: str
    whose: str
    text: str
    files: tuple[FileLine, ...]


def note_lines(notes: Iterable[DeviceNote], device: Device, zone: tzinfo) -> tuple[NoteLine, ...]:
    """The notes in the order given."""
    return tuple(
        NoteLine(
            note.id,
            _when(note, zone),
            note.author,
            "" if note.device == device.id else f"on {note.device}, before",
            note.text,
            tuple(FileLine(file.name, f"{file.kind.word}, {size_words(file.size)}", file) for file in note.files),
        )
        for note in notes
    )


def note_work(notes: Iterable[DeviceNote], zone: tzinfo) -> tuple[WorkLine, ...]:
    """The notes as lines of the work history."""
    return tuple(WorkLine(note.at, _when(note, zone), _told(note), note.author) for note in notes)


def paper_notes(notes: Iterable[DeviceNote], zone: tzinfo) -> tuple[tuple[str, str, str], ...]:
    """When, what and who of each note, for paper."""
    return tuple((_when(note, zone), _words(note), note.author) for note in notes)


def notes_heading(notes: Sequence[DeviceNote]) -> str:
    """The head of the notes on paper: how many, and with how many files."""
    files = sum(len(note.files) for note in notes)
    more = f", {counted(files, 'file')}" if files else ""
    return f"Notes ({len(notes)}{more})"


def size_words(size: int) -> str:
    """A size as people say it."""
    if size < 1_000:
        return counted(size, "byte")
    return f"{size / 1_000:.0f} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"


def counted(count: int, one: str) -> str:
    """*count* of *one*."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def _told(note: DeviceNote) -> str:
    return f"Note: {_words(note)}"


def _words(note: DeviceNote) -> str:
    names = ", ".join(file.name for file in note.files)
    attached = f"[{names}]" if names else ""
    return " ".join(part for part in (note.text, attached) if part)


def _when(note: DeviceNote, zone: tzinfo) -> str:
    return f"{note.at.astimezone(zone):%d %b %Y %H:%M}"
