"""The time, as services ask for it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Reads the time; only host/clock.py does it really."""

    def now(self) -> datetime:
        """Aware UTC."""
