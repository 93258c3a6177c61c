"""Commands and queries about handing over to the next shift."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.hand_overs import HandOverNote
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class HandOver(Command):
    """Record that the building is handed over now. InvalidInput for a note of more than 2,000 characters."""

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    note: str = ""


@dataclass(frozen=True)
class HandOvers(Query[tuple[HandOverNote, ...]]):
    """The last hand-overs of this site, the newest first."""

    answer: ClassVar[Any] = tuple[HandOverNote, ...]
    limit: int = 20
