"""What a series usually shows at an hour of a weekday or of the weekend, and how far it is from that."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.rules.anomaly.peaks import Peaks, PeaksState
from heyzack_console.rules.anomaly.sensitivity import Sensitivity

HOURS = 24
SATURDAY = 5
# An hour is known when it was seen on so many days; one day alone may have been the odd one.
DAYS_TO_KNOW = 2
# Rows after which old ones fade from a mean: about 33 working days of one hour, and a fortnight of the level.
ROWS_OF_AN_HOUR = 400
ROWS_OF_THE_LEVEL = 4_000


@dataclass(frozen=True, slots=True)
class Usual:
    """The mean of one hour; *count* is the number of rows behind it, *last_day* an ordinal."""

    mean: float = 0.0
    count: int = 0
    days: int = 0
    last_day: int = 0

    @property
    def known(self) -> bool:
        """Whether the hour was seen on enough days."""
        return self.days >= DAYS_TO_KNOW

    def with_value(self, value: float, day: int) -> "Usual":
        """Return the mean with one more row of *day*."""
        count = self.count + 1
        mean = self.mean + (value - self.mean) / min(count, ROWS_OF_AN_HOUR)
        return Usual(mean, count, self.days + (day != self.last_day), day)


@dataclass(frozen=True, slots=True)
class SeasonState:
    """What is kept of a `Season`."""

    hours: tuple[Usual, ...]
    off_by: tuple[float, ...]
    level: float
    rows: int
    peaks: PeaksState


class Season:
    """Learns the mean of every hour, apart for weekdays and weekend, and the running level of all rows."""

    def __init__(self, sensitivity: Sensitivity, kept: SeasonState | None = None) -> None:
        of = sensitivity
        self._hours = list(kept.hours) if kept else [Usual()] * (2 * HOURS)
        self._off_by: deque[float] = deque(kept.off_by if kept else (), maxlen=of.season_smoothing)
        self._peaks = Peaks(of.block, of.blocks, of.share, of.season_blocks, kept.peaks if kept else None)
        self._rows = kept.rows if kept else 0
        self.level = kept.level if kept else 0.0

    def add(self, value: float, at: datetime) -> float:
        """Return in own yardsticks how far the last rows were from their hours; 0 while that is not known.

        The hour and weekday of *at* are taken as they stand, so it has to be in the zone of the place.
        """
        hour = _hour_of(at)
        usual = self._hours[hour]
        ratio = self._ratio(value - usual.mean) if usual.known else self._forget()
        self._hours[hour] = usual.with_value(value, at.toordinal())
        self._rows += 1
        self.level += (value - self.level) / min(self._rows, ROWS_OF_THE_LEVEL)
        return ratio

    def usual(self, at: datetime) -> float | None:
        """The mean of the hour of *at*; None while it is not known."""
        usual = self._hours[_hour_of(at)]
        return usual.mean if usual.known else None

    def state(self) -> SeasonState:
        """Everything that a restart needs."""
        return SeasonState(tuple(self._hours), tuple(self._off_by), self.level, self._rows, self._peaks.state())

    def _ratio(self, off_by: float) -> float:
        self._off_by.append(off_by)
        if len(self._off_by) < (self._off_by.maxlen or 0):
            return 0.0
        height = abs(sum(self._off_by)) / len(self._off_by)
        ratio = self._peaks.ratio(height)
        # A series that never left its hours has no yardstick yet: the shape speaks for it.
        return ratio if self._peaks.yardstick > 0.0 else 0.0

    def _forget(self) -> float:
        self._off_by.clear()
        return 0.0


def _hour_of(at: datetime) -> int:
    return at.hour + (HOURS if at.weekday() >= SATURDAY else 0)
