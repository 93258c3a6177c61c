"""How long a series has not moved at all, against the longest rest it took before."""

from dataclasses import dataclass

from heyzack_console.rules.anomaly.peaks import TALLEST


@dataclass(frozen=True, slots=True)
class StillnessState:
    """What is kept of a `Stillness`, in rows."""

    last: float | None
    rest: int
    longest: int
    moves: int


class Stillness:
    """Counts the rows since the last movement; a series that never moved is constant and not called still."""

    def __init__(self, least: int, times: float, kept: StillnessState | None = None) -> None:
        self._least = least
        self._times = times
        self._last = kept.last if kept else None
        self._longest = kept.longest if kept else 0
        self._moves = kept.moves if kept else 0
        self.rest = kept.rest if kept else 0

    @property
    def longest(self) -> int:
        """The longest rest that has ended."""
        return self._longest

    def add(self, value: float) -> float:
        """Return the rest under way, in parts of the rest that would be strange, at most `TALLEST`."""
        if value == self._last:
            self.rest += 1
        else:
            self._longest = max(self._longest, self.rest)
            self._moves += self._last is not None
            self._last, self.rest = value, 1
        if not self._moves:
            return 0.0
        return min(TALLEST, self.rest / max(self._least, self._times * self._longest))

    def state(self) -> StillnessState:
        """Everything that a restart needs."""
        return StillnessState(self._last, self.rest, self._longest, self._moves)
