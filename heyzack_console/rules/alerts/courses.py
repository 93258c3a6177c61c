"""Judges that remember: how fast a value moves, and how far it is from what is usual for its device."""

import math
from collections import deque
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.rule import AlertRule, Direction
from heyzack_console.domain.devices.points import Value

RECENT_S = 3_600.0
"""What counts as present when it is compared with what is usual."""
_SMALL = 1e-9


class RateJudge:
    """True when the value lies *limit* above the lowest, or below the highest, that stood within the last *span_s*."""

    def __init__(self, rule: AlertRule) -> None:
        self._limit = rule.limit or 0.0
        self._span = timedelta(seconds=rule.span_s)
        self._up = rule.direction is not Direction.DOWN
        self._down = rule.direction is not Direction.UP
        self._last: float | None = None
        self._lows: deque[tuple[datetime, float]] = deque()
        self._highs: deque[tuple[datetime, float]] = deque()

    def __call__(self, value: Value, _announced: bool, at: datetime) -> bool | None:
        """Take the value of the moment *at* and tell; None for what is no number."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        if self._last is not None:
            _keep(self._lows, at, self._last)
            _keep(self._highs, at, -self._last)
        self._last = float(value)
        rose = value - _least(self._lows, at - self._span, value)
        fell = -value - _least(self._highs, at - self._span, -value)
        return (self._up and rose >= self._limit - _SMALL) or (self._down and fell >= self._limit - _SMALL)


class BaselineJudge:
    """True when the mean of the last hour lies *limit* percent off the mean over *span_s*; quiet for the first span.

    Both means forget exponentially, so they need no history, and weigh each value by how long it stood.
    """

    def __init__(self, rule: AlertRule) -> None:
        self._share = (rule.limit or 0.0) / 100
        self._span_s = rule.span_s
        self._up = rule.direction is not Direction.DOWN
        self._down = rule.direction is not Direction.UP
        self._first: datetime | None = None
        self._last: tuple[datetime, float] | None = None
        self._recent = self._usual = 0.0

    def __call__(self, value: Value, _announced: bool, at: datetime) -> bool | None:
        """Take the value of the moment *at* and tell; None for what is no number, or while it learns."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        if self._first is None or self._last is None:
            self._first = at
            self._recent = self._usual = float(value)
        else:
            before, stood = self._last
            seconds = max(0.0, (at - before).total_seconds())
            self._recent += (stood - self._recent) * (1 - math.exp(-seconds / min(RECENT_S, self._span_s)))
            self._usual += (stood - self._usual) * (1 - math.exp(-seconds / self._span_s))
        self._last = (at, float(value))
        if (at - self._first).total_seconds() < self._span_s:
            return None
        off, allowed = self._recent - self._usual, abs(self._usual) * self._share
        return (self._up and off > allowed + _SMALL) or (self._down and -off > allowed + _SMALL)


def _keep(stood: deque[tuple[datetime, float]], until: datetime, value: float) -> None:
    """Note that *value* stood *until*; what is not below it and ended before can never be the least again."""
    while stood and stood[-1][1] >= value:
        stood.pop()
    stood.append((until, value))


def _least(stood: deque[tuple[datetime, float]], since: datetime, value: float) -> float:
    while stood and stood[0][0] <= since:
        stood.popleft()
    return min(stood[0][1], value) if stood else value
