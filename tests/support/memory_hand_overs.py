"""Hand-overs in memory."""

from collections.abc import Callable

from heyzack_console.domain.hand_overs import HandOverNote
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class MemoryHandOvers:
    """Keeps them in *kept*, which outlives it; *write* makes the entry or refuses."""

    def __init__(self, kept: list[HandOverNote], write: Callable[[By], EntryRef]) -> None:
        self._kept = kept
        self._write = write

    async def put(self, made: HandOverNote, by: By) -> EntryRef:
        ref = self._write(by)
        self._kept.append(made)
        return ref

    async def newest(self, limit: int) -> tuple[HandOverNote, ...]:
        return tuple(self._kept[::-1][:limit])
