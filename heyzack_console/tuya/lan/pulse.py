"""When to send a heartbeat, and when silence means that the device is gone."""


class Pulse:
    """Counts heartbeats on one connection; all times are seconds of a monotonic clock.

    A heartbeat is due when nothing was sent for *interval_s*. Two of them without any sign of life in between and
    after mean that the connection is dead.
    """

    __slots__ = ("_interval_s", "_sent_at", "_unanswered")

    # Devices close an idle connection after 30 s (TuyaOpen HEART_BEAT_TIMEOUT), so two may get lost before that.
    MISSES_ALLOWED = 2

    def __init__(self, interval_s: float, now: float) -> None:
        self._interval_s = interval_s
        self._sent_at = now
        self._unanswered = 0

    @property
    def due_at(self) -> float:
        """When the next heartbeat is due if nothing else is sent until then."""
        return self._sent_at + self._interval_s

    @property
    def dead(self) -> bool:
        """As many heartbeats as may be missed have gone without a sign of life."""
        return self._unanswered >= self.MISSES_ALLOWED

    def sent(self, now: float) -> None:
        """A request went out, which the device counts like a heartbeat."""
        self._sent_at = now

    def beat(self, now: float) -> None:
        """A heartbeat went out."""
        self._sent_at = now
        self._unanswered += 1

    def heard(self) -> None:
        """Any valid frame arrived."""
        self._unanswered = 0
