"""Calls and messages of the running month, and what they leave for background work."""

from datetime import UTC

from heyzack_console.domain.cloud import CloudCause, CloudError, CloudProject
from heyzack_console.ports.cloud import CloudMeter
from heyzack_console.tuya.cloud.timing import Timing

_STORED_EVERY_S = 5.0


class Quota:
    """Counts for one project; the month is the calendar's in UTC, and a new one begins at zero by itself."""

    def __init__(self, project: CloudProject, meter: CloudMeter, timing: Timing) -> None:
        self._project = project
        self._meter = meter
        self._timing = timing
        self._month = self._present_month()
        self._calls, self._messages = meter.load(project.id, self._month)
        self._stored_at = timing.monotonic()
        self._stored = (self._calls, self._messages)

    @property
    def calls(self) -> int:
        """Calls counted this month."""
        self._turn_month()
        return self._calls

    @property
    def messages(self) -> int:
        """Messages counted this month."""
        self._turn_month()
        return self._messages

    @property
    def background_stopped(self) -> bool:
        """Background work has used up its share."""
        return self.calls >= self._project.calls_per_month * self._project.background_share

    def admit(self, *, urgent: bool) -> None:
        """Let a call pass, or refuse it while the rest is kept for urgent ones.

        Raises:
            CloudError: cause QUOTA with code 0; nothing was sent.
        """
        if not urgent and self.background_stopped:
            raise CloudError(
                f"This month's share of cloud calls for background work is used up ({self._calls} of "
                f"{self._project.calls_per_month} calls made). Nothing was asked; orders still go out.",
                CloudCause.QUOTA,
            )

    def called(self) -> None:
        """Count one call, whatever comes of it."""
        self._turn_month()
        self._calls += 1
        self._store_now_and_then()

    def heard(self, messages: int = 1) -> None:
        """Count messages of the queue."""
        self._turn_month()
        self._messages += messages
        self._store_now_and_then()

    def save(self) -> None:
        """Store what was counted since the last time."""
        if self._stored != (self._calls, self._messages):
            self._meter.store(self._project.id, self._month, self._calls, self._messages)
            self._stored = (self._calls, self._messages)
        self._stored_at = self._timing.monotonic()

    def _store_now_and_then(self) -> None:
        if self._timing.monotonic() - self._stored_at >= _STORED_EVERY_S:
            self.save()

    def _turn_month(self) -> None:
        month = self._present_month()
        if month != self._month:
            self.save()
            self._month = month
            self._calls, self._messages = self._meter.load(self._project.id, month)
            self._stored = (self._calls, self._messages)

    def _present_month(self) -> str:
        return self._timing.clock.now().astimezone(UTC).strftime("%Y-%m")
