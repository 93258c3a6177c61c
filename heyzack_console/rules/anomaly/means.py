"""Five-minute means of values that arrive whenever something changed."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

STEP_MS = 300_000
# A value without news is believed for so long; then the rows pause until somebody vouches for it or it changes.
HOLDS_FOR = timedelta(minutes=30)
# A clock that goes back further was set right: the means go on from there. Less is a late report, which is dropped.
SET_RIGHT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of one step that begins at *at*, weighted by how long each value stood.

    *after_pause*: the step before it is missing, so that the two do not belong to one shape.
    """

    at: datetime
    value: float
    after_pause: bool = False


@dataclass(frozen=True, slots=True)
class MeansState:
    """What is kept of `FiveMinuteMeans`; times in milliseconds since 1970, *weighted* in units times milliseconds."""

    held: float | None
    since_ms: int
    step: int
    known_ms: int
    weighted: float
    last_step: int | None


class FiveMinuteMeans:
    """Turns reports on change into rows: a value stands until the next report, but no longer than it is believed."""

    def __init__(self, kept: MeansState | None = None) -> None:
        self._held = kept.held if kept else None
        self._since_ms = kept.since_ms if kept else 0
        self._step = kept.step if kept else 0
        self._known_ms = kept.known_ms if kept else 0
        self._weighted = kept.weighted if kept else 0.0
        self._last_step = kept.last_step if kept else None

    def add(self, value: float, at: datetime) -> list[Mean]:
        """Take a report and return the steps that it ends, oldest first; a step in which nothing was known is missing.

        A report of the same time replaces the one before. A value that is no finite number means that the value is
        not known from *at* on. *at* is aware; the steps are told in its zone.
        """
        now_ms = round(at.timestamp() * 1_000)
        back_ms = self._since_ms - now_ms
        if back_ms > SET_RIGHT / timedelta(milliseconds=1):
            self._begin(now_ms)
        elif back_ms > 0:
            return []
        ended = self._passed(now_ms, at)
        self._held = value if math.isfinite(value) else None
        self._since_ms = now_ms
        return ended

    def vouch(self, now: datetime) -> list[Mean]:
        """Say that the value still stands, as a connected device's does; return the steps that have ended."""
        return self.add(math.nan if self._held is None else self._held, now)

    def state(self) -> MeansState:
        """Everything that a restart needs."""
        return MeansState(self._held, self._since_ms, self._step, self._known_ms, self._weighted, self._last_step)

    def _begin(self, now_ms: int) -> None:
        self._held = None
        self._since_ms = now_ms
        self._step = now_ms // STEP_MS
        self._known_ms, self._weighted = 0, 0.0

    def _passed(self, now_ms: int, at: datetime) -> list[Mean]:
        """Spread the held value over the time that has passed since it was reported."""
        ended: list[Mean] = []
        if self._held is not None:
            until_ms = min(now_ms, self._since_ms + HOLDS_FOR // timedelta(milliseconds=1))
            position = self._since_ms
            while position < until_ms:
                self._enter(position // STEP_MS, at, ended)
                upto = min(until_ms, (self._step + 1) * STEP_MS)
                self._known_ms += upto - position
                self._weighted += self._held * (upto - position)
                position = upto
        self._enter(now_ms // STEP_MS, at, ended)
        return ended

    def _enter(self, step: int, at: datetime, ended: list[Mean]) -> None:
        if step == self._step:
            return
        if self._known_ms:
            began = datetime.fromtimestamp(self._step * STEP_MS / 1_000, at.tzinfo)
            after_pause = self._last_step is not None and self._step != self._last_step + 1
            ended.append(Mean(began, self._weighted / self._known_ms, after_pause))
            self._last_step = self._step
        self._step, self._known_ms, self._weighted = step, 0, 0.0
