"""Stops asking a cloud that has said no, by cause, and lets a single try through when its time has come."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.tuya.cloud.refusals import again
from heyzack_console.tuya.cloud.timing import Timing

# A quota or subscription comes back at the earliest when somebody pays or the month turns.
HOURLY_S = 3600.0
_FIRST_PAUSE_S = 5.0
_LONGEST_PAUSE_S = 300.0
_FAILURES_TO_OPEN = 3
_WEATHER = frozenset({CloudCause.TRANSPORT, CloudCause.SERVER, CloudCause.CLOCK})
"""Causes that come and go; everything else is somebody's decision."""


@dataclass(slots=True)
class _Trip:
    error: CloudError
    until: float
    pauses: int = 0


class Breaker:
    """Open while a cause stands. Secrets never mend by waiting, so cause AUTH stays until another breaker is made."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._trip: _Trip | None = None
        self._failures = 0
        self._probes = 0

    @property
    def error(self) -> CloudError | None:
        """Why it is open, None while it is closed."""
        return self._trip.error if self._trip else None

    @property
    def next_try_s(self) -> float | None:
        """Seconds until a try is let through; None while it is closed, infinity while only a new secret helps."""
        return None if self._trip is None else max(0.0, self._trip.until - self._timing.monotonic())

    @contextmanager
    def passage(self, *, urgent: bool = False) -> Iterator[bool]:
        """Let one call through; yields whether it is the single try of an open breaker.

        An urgent call may always try a cloud that merely did not answer.

        Raises:
            CloudError: the one that opened it, in a new text that says so; nothing was sent.
        """
        trip = self._trip
        if trip is None:
            yield False
            return
        due = trip.until <= self._timing.monotonic()
        weather = trip.error.cause in _WEATHER
        if not ((due and not self._probes) or (urgent and weather)):
            raise again(trip.error, "Nothing was asked.")
        self._probes += 1
        try:
            yield True
        finally:
            self._probes -= 1

    def succeeded(self) -> None:
        """The cloud answered a call with what was asked, or with a refusal that concerns that call alone."""
        self._trip = None
        self._failures = 0

    def failed(self, error: CloudError, *, whole_project: bool = False) -> None:
        """Judge a failed try.

        Args:
            whole_project: the failure concerns everything that the project does (its login).
        """
        if error.cause in _WEATHER:
            self._failures += 1
            # Calls that were under way when it opened fail as well; only a try whose time had come is news.
            due = self._trip is not None and self._trip.until <= self._timing.monotonic()
            if self._probes or due or (self._trip is None and self._failures >= _FAILURES_TO_OPEN):
                self._open(error, self._pause())
        elif error.cause in {CloudCause.SUBSCRIPTION, CloudCause.QUOTA}:
            self._open(error, HOURLY_S)
        elif whole_project and error.cause is not CloudCause.THROTTLE:
            self._open(error, float("inf") if error.cause is CloudCause.AUTH else HOURLY_S)

    def _open(self, error: CloudError, pause_s: float) -> None:
        pauses = self._trip.pauses + 1 if self._trip else 1
        self._trip = _Trip(again(error), self._timing.monotonic() + pause_s, pauses)

    def _pause(self) -> float:
        doublings = min(self._trip.pauses, 10) if self._trip else 0
        ceiling = min(_LONGEST_PAUSE_S, _FIRST_PAUSE_S * 2.0**doublings)
        return ceiling * self._timing.chance.uniform(0.5, 1.0)
