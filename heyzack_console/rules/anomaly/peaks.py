"""The tallest moments of one series so far: the yardstick for how tall is strange."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

# A ratio beyond this says nothing more.
TALLEST = 5.0


@dataclass(frozen=True, slots=True)
class PeaksState:
    """What is kept of a `Peaks`: the finished blocks oldest first, and the block under way."""

    finished: tuple[float, ...]
    tallest_now: float
    rows_now: int


class Peaks:
    """Keeps the tallest of each block of rows, and measures a new row against the tallest few of them.

    The newest finished block does not count, so that a rise is not measured against its own beginning.
    """

    def __init__(
        self, block: int, blocks: int, share: float, learning_blocks: int, kept: PeaksState | None = None
    ) -> None:
        self._block = block
        self._share = share
        self._learning_blocks = learning_blocks
        self._finished: deque[float] = deque(kept.finished if kept else (), maxlen=blocks)
        self._tallest_now = kept.tallest_now if kept else 0.0
        self._rows_now = kept.rows_now if kept else 0
        self._yardstick = self._measured()

    @property
    def learning(self) -> bool:
        """Whether too little has been seen to judge."""
        return len(self._finished) < self._learning_blocks

    @property
    def yardstick(self) -> float:
        """What counts as tall for this series; 0 for one that never moved."""
        return self._yardstick

    def ratio(self, height: float) -> float:
        """Return *height* in yardsticks, at most `TALLEST`; 0 while learning. Then count it as seen."""
        ratio = 0.0 if self.learning else _in_yardsticks(height, self._yardstick)
        self._tallest_now = max(self._tallest_now, height)
        self._rows_now += 1
        if self._rows_now == self._block:
            self._finished.append(self._tallest_now)
            self._tallest_now, self._rows_now = 0.0, 0
            self._yardstick = self._measured()
        return ratio

    def state(self) -> PeaksState:
        """Everything that a restart needs."""
        return PeaksState(tuple(self._finished), self._tallest_now, self._rows_now)

    def _measured(self) -> float:
        return strangest(list(self._finished)[:-1], self._share)


def strangest(heights: Iterable[float], share: float) -> float:
    """The least of the tallest *share* of *heights*: at least the second tallest, and of few at most their median."""
    ordered = sorted(heights, reverse=True)
    if not ordered:
        return 0.0
    place = min(max(2, round(share * len(ordered))), max(1, len(ordered) // 2))
    return ordered[place - 1]


def _in_yardsticks(height: float, yardstick: float) -> float:
    if yardstick > 0.0:
        return min(TALLEST, height / yardstick)
    return TALLEST if height > 0.0 else 0.0
