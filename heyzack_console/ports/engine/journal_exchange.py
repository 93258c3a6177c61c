"""Commands and queries about exchanging the journal with consoles that are reached by no network."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.exchange import Conflict, ExchangeReport
from heyzack_console.domain.identity import Permission
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class ImportJournal(Command):
    """Join what a sealed journal file brings to the records here."""

    permission: ClassVar[Permission] = Permission.ADMINISTER
    text: str = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class DecideConflict(Command):
    """Let the value that *entry* wrote stand, in the place that a conflict names. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    table: str
    key: str
    group: str
    entry: EntryRef


@dataclass(frozen=True)
class CorrectClock(Command):
    """Say what time it is (aware): changes that this console wrote with a clock too far ahead are set right."""

    permission: ClassVar[Permission] = Permission.ADMINISTER
    now: datetime


@dataclass(frozen=True)
class ExportJournal(Query[str]):
    """A sealed file with everything that another console may lack; *console*: only what that one lacked."""

    permission: ClassVar[Permission] = Permission.ADMINISTER
    answer: ClassVar[Any] = str
    passphrase: str = field(repr=False)
    console: str = ""


@dataclass(frozen=True)
class LookAtJournal(Query[ExchangeReport]):
    """What importing a sealed journal file would do; nothing is changed."""

    permission: ClassVar[Permission] = Permission.ADMINISTER
    answer: ClassVar[Any] = ExchangeReport
    text: str = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Conflicts(Query[tuple[Conflict, ...]]):
    """What two people changed without knowing of one another and nobody has decided yet."""

    answer: ClassVar[Any] = tuple[Conflict, ...]
