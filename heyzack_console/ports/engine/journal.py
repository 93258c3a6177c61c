"""Commands and queries about the journal and the settings."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.identity import Permission
from heyzack_console.domain.journal import EntryRef, EntryView, Verification
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class Undo(Command):
    """Write the opposite of one's own entry; what was changed since is named in the receipt and left."""

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    entry: EntryRef


@dataclass(frozen=True)
class ChangeSetting(Command):
    """Give a setting a new value; InvalidInput names the range. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    name: str
    value: Value
    reason: str = ""


@dataclass(frozen=True)
class RollBackSetting(Command):
    """Give a setting the value that it had as *version*."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    name: str
    version: int


@dataclass(frozen=True)
class Settings(Query[tuple[SettingVersion, ...]]):
    """Every setting as it is in force; one never changed has version 0."""

    answer: ClassVar[Any] = tuple[SettingVersion, ...]


@dataclass(frozen=True)
class SettingHistory(Query[tuple[SettingVersion, ...]]):
    """All versions of one setting, oldest first."""

    answer: ClassVar[Any] = tuple[SettingVersion, ...]
    name: str


@dataclass(frozen=True)
class JournalEntries(Query[tuple[EntryView, ...]]):
    """The newest entries, newest first; *device*: only those that touched it."""

    answer: ClassVar[Any] = tuple[EntryView, ...]
    device: str = ""
    limit: int = 100


@dataclass(frozen=True)
class VerifyJournal(Query[Verification]):
    """Read every chain from its beginning and compare hashes, links and contents."""

    permission: ClassVar[Permission] = Permission.VIEW
    answer: ClassVar[Any] = Verification
