"""Counts calls by the month, and tells when they come too fast."""

from collections import Counter
from datetime import UTC, datetime


class Ledger:
    """Calls of one project; times in milliseconds of the cloud's clock."""

    def __init__(self) -> None:
        self.by_path: Counter[str] = Counter()
        """Calls since the beginning, by the path of the table."""
        self._month = ""
        self._calls = 0
        self._buckets: dict[str, tuple[float, int]] = {}

    def used(self, now_ms: int) -> int:
        """Calls in the running month (UTC)."""
        month = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y-%m")
        if month != self._month:
            self._month, self._calls = month, 0
        return self._calls

    def count(self, path: str, now_ms: int) -> None:
        """One call more."""
        self._calls = self.used(now_ms) + 1
        self.by_path[path] += 1

    def is_too_fast(self, name: str, per_second: int, now_ms: int) -> bool:
        """Take one from the bucket of *name*, which fills with *per_second* up to that number."""
        left, filled_ms = self._buckets.get(name, (float(per_second), now_ms))
        left = min(float(per_second), left + per_second * max(0, now_ms - filled_ms) / 1000)
        if left < 1:
            self._buckets[name] = (left, now_ms)
            return True
        self._buckets[name] = (left - 1, now_ms)
        return False
