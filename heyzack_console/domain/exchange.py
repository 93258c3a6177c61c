"""What two consoles that were apart have to tell one another."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that stand against one another: what, by whom, when; *entry* is its change in the journal."""

    entry: str
    values: tuple[tuple[str, str], ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people changed one thing and neither knew of the other; the console shows *shown* until somebody decides."""

    table: str
    key: str
    group: str
    record: str
    shown: Choice
    other: Choice


@dataclass(frozen=True, slots=True)
class ExchangeReport:
    """What a sealed journal file brings: *kept* is False where it was only looked at."""

    kept: bool
    entries: int
    known: int
    writers: tuple[tuple[str, int], ...] = ()
    waiting: tuple[tuple[str, int], ...] = ()
    refused: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    """Those that the file makes, not those that were there before."""
