"""A clock that a test moves by hand."""

from datetime import datetime, timedelta

from tests.support.building import T0


class HandClock:
    """Stands until it is moved."""

    def __init__(self, start: datetime = T0) -> None:
        self._now = start

    def now(self) -> datetime:
        """Aware UTC."""
        return self._now

    def advance(self, seconds: float) -> datetime:
        """Move on and return the new time."""
        self._now += timedelta(seconds=seconds)
        return self._now
