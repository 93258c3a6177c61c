"""Values that should come back after orders."""

import math
from collections.abc import Iterable


class Expectations:
    """Remembers which data points were ordered and not reported since; times are seconds of a monotonic clock."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: dict[str | None, tuple[float, set[str]]] = {}

    @property
    def next_at(self) -> float:
        """When the first of them is overdue; infinity if there is none."""
        return min((deadline for deadline, _ in self._waiting.values()), default=math.inf)

    def expect(self, cid: str | None, points: Iterable[str], deadline: float) -> None:
        """Wait for a report of *points* until *deadline*."""
        _, waiting = self._waiting.get(cid, (0.0, set()))
        self._waiting[cid] = (deadline, waiting | set(points))

    def heard(self, cid: str | None, points: Iterable[str]) -> None:
        """A report of *points* came, whatever their values."""
        if cid in self._waiting:
            _, waiting = self._waiting[cid]
            waiting.difference_update(points)
            if not waiting:
                del self._waiting[cid]

    def take_overdue(self, now: float) -> list[str | None]:
        """The targets whose reports did not come in time; they are forgotten here."""
        late = [cid for cid, (deadline, _) in self._waiting.items() if deadline <= now]
        for cid in late:
            del self._waiting[cid]
        return late
