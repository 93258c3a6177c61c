"""The hybrid clock: stamps that never run backwards and stay close to the time of day."""

from datetime import UTC, datetime, timedelta

COUNTER_BITS = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class HybridClock:
    """Gives stamps: milliseconds since 1970, shifted left by 16, plus a counter.

    With a wall clock that was set back, even by years, stamps go on from the last one; order stays right.
    """

    def __init__(self, last: int = 0, offset_ms: int = 0) -> None:
        """*last*: the highest stamp known; *offset_ms*: trusted time minus this machine's wall clock."""
        self.last = last
        self.offset_ms = offset_ms

    def tick(self, wall_ms: int) -> int:
        """The next stamp, for a unit of work that begins now."""
        self.last = max(self.last + 1, (wall_ms + self.offset_ms) << COUNTER_BITS)
        return self.last


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 UTC, rounded down; *moment* is aware."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def to_us(moment: datetime) -> int:
    """Microseconds since 1970 UTC, as instants are stored; *moment* is aware."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_us(us: int) -> datetime:
    """The aware UTC time of stored microseconds."""
    return _EPOCH + timedelta(microseconds=us)


def time_of(stamp: int) -> datetime:
    """The aware UTC time of a stamp."""
    return _EPOCH + timedelta(milliseconds=stamp >> COUNTER_BITS)


def stamp_at(moment: datetime) -> int:
    """The highest stamp that belongs to the millisecond of *moment*."""
    return (to_ms(moment) + 1 << COUNTER_BITS) - 1
