"""The wall clock of this machine."""

from datetime import UTC, datetime


class WallClock:
    """Reads the machine's time; nothing else in the program does, so that everything else can be given a time."""

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC)
