"""How the last hundred calls went."""

from collections import deque
from statistics import median

_KEPT = 100


class CallRecord:
    """Remembers success and duration of the newest calls."""

    def __init__(self) -> None:
        self._calls: deque[tuple[bool, float]] = deque(maxlen=_KEPT)

    def add(self, duration_ms: float, *, failed: bool) -> None:
        """Note one call; what the cloud answered about a device or an input counts as no failure."""
        self._calls.append((failed, duration_ms))

    @property
    def error_share(self) -> float:
        """Failed ones among them, 0 to 1."""
        return sum(failed for failed, _ in self._calls) / len(self._calls) if self._calls else 0.0

    @property
    def latency_ms(self) -> float | None:
        """Median duration of those that went well; None before the first."""
        went_well = [duration for failed, duration in self._calls if not failed]
        return median(went_well) if went_well else None
