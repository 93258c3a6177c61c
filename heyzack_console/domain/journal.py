"""What the journal tells people: entries, verification, undo."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

EntryRef = NewType("EntryRef", str)
"""SHA-256 of the entry's header as 64 hex digits."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One journal entry in words: who changed what, when and why."""

    ref: EntryRef
    at: datetime
    actor: str
    command: str
    reason: str
    touched: tuple[str, ...]
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that verification found wrong."""

    chain: str
    sequence: int
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of reading every chain from its beginning."""

    entries: int
    chains: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """No entry was changed, removed or moved."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: the entry that it wrote, and what it left because somebody changed it since."""

    ref: EntryRef | None
    restored: int
    left: tuple[str, ...] = ()
