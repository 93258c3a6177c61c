"""What people write down about a device, with the files that they attach."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.devices.device import DeviceId

NoteId = NewType("NoteId", str)
"""UUID as 32 hex digits."""

LARGEST_FILE = 4_000_000
"""Bytes of one attached file."""
MOST_FILES = 6
LONGEST_NOTE = 4_000


class FileKind(StrEnum):
    """What may be attached; nothing of it is ever run."""

    PNG = "png"
    JPEG = "jpeg"
    PDF = "pdf"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """The end of a name by which every system knows the kind."""
        return {"jpeg": ".jpg", "text": ".txt"}.get(self.value, f".{self.value}")

    @property
    def word(self) -> str:
        """As people say it."""
        return "text" if self is FileKind.TEXT else self.value.upper()

    @property
    def is_picture(self) -> bool:
        """Whether a small picture of it can be shown."""
        return self in {FileKind.PNG, FileKind.JPEG}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a note; *digest* (SHA-256 in hex) names its bytes, *size* counts them."""

    name: str
    kind: FileKind
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class DeviceNote:
    """One note; it is not changed, only removed."""

    id: NoteId
    device: DeviceId
    text: str
    author: str
    at: datetime
    files: tuple[Attachment, ...] = ()
