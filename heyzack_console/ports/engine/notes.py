"""Notes about devices, with the files attached to them."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.notes import DeviceNote, NoteId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class NewFile:
    """A file to attach; what it is, is told by what it holds."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class AddDeviceNote(Command):
    """Write something down about a device. Can be undone.

    InvalidInput without words and files, or with a file that is too large or none of PNG, JPEG, PDF and plain text.
    """

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    device: DeviceId
    text: str
    files: tuple[NewFile, ...] = ()


@dataclass(frozen=True)
class RemoveDeviceNote(Command):
    """Take a note away: one's own, or anybody's with the right to configure. Can be undone."""

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    note: NoteId


@dataclass(frozen=True)
class DeviceNotes(Query[tuple[DeviceNote, ...]]):
    """The notes of a device and of those whose place it took, newest first."""

    answer: ClassVar[Any] = tuple[DeviceNote, ...]
    device: DeviceId
    limit: int = 200


@dataclass(frozen=True)
class NoteFile(Query[bytes]):
    """The bytes of an attached file. NotFound: they are not in this home."""

    answer: ClassVar[Any] = bytes
    digest: str
