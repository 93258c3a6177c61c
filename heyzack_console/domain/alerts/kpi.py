"""Alarm figures of a period, and what they are counted from (operator-console section 5)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value


@dataclass(frozen=True, slots=True)
class Annunciation:
    """One moment at which an alarm called for somebody, and what became of it."""

    id: EventId
    alert: AlertId
    device: DeviceId
    rule: str
    at: datetime
    priority: Priority
    condition: str
    code: str | None = None
    unit: str = ""
    limit: float | None = None
    returned_at: datetime | None = None
    returned_value: Value = None
    acknowledged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A time without a break in which an alarm was active and in the queue; *end* None: it still is."""

    alert: AlertId
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One answer that took effect."""

    alert: AlertId
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class AlertStory:
    """What figures are counted from, each part oldest first."""

    annunciations: tuple[Annunciation, ...] = ()
    standing: tuple[Standing, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """[start, end), both aware."""

    start: datetime
    end: datetime

    @property
    def seconds(self) -> float:
        """Its length."""
        return (self.end - self.start).total_seconds()

    def holds(self, at: datetime) -> bool:
        """Whether *at* lies in it."""
        return self.start <= at < self.end


class Kpi(StrEnum):
    """The rows of the table; the values are the names on the command line and in exports."""

    RATE_PER_HOUR = "rate_per_hour"
    RATE_PER_10_MIN = "rate_per_10_min"
    PER_DAY = "per_day"
    PEAK_SLOTS = "peak_slots"
    FLOOD_TIME = "flood_time"
    TOP_10_SHARE = "top_10_share"
    CHATTERING = "chattering"
    FLEETING = "fleeting"
    STALE = "stale"
    PRIORITY_MIX = "priority_mix"
    TIME_TO_ACKNOWLEDGE = "time_to_acknowledge"
    RUBBER_STAMP_RATE = "rubber_stamp_rate"


class Grade(StrEnum):
    """How good a figure is."""

    GOOD = "good"
    ACCEPTABLE = "acceptable"
    TOO_MUCH = "too_much"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: shares are fractions of 1; None where there is nothing to count."""

    kpi: Kpi
    value: float | None
    grade: Grade


@dataclass(frozen=True, slots=True)
class AckTime:
    """How long answers to one priority took, in seconds; None where none was answered."""

    priority: Priority
    count: int = 0
    median_s: float | None = None
    p95_s: float | None = None


@dataclass(frozen=True, slots=True)
class DayCount:
    """Annunciations of one local day, by priority P1 to P4."""

    day: date
    counts: tuple[int, int, int, int]


class Remedy(StrEnum):
    """What can be changed at a rule so that it calls less often."""

    DELAY = "delay"
    DEAD_BAND = "dead_band"


@dataclass(frozen=True, slots=True)
class Advice:
    """A change of one rule and what it would have spared in the period, alone."""

    remedy: Remedy
    amount: float
    unit: str
    spared: int


@dataclass(frozen=True, slots=True)
class Offender:
    """An identity that called often."""

    alert: AlertId
    device: DeviceId
    rule: str
    condition: str
    count: int
    chattering: bool
    fleeting: int
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True, slots=True)
class KpiReport:
    """All figures of a period."""

    period: Period
    covered_days: float
    annunciations: int
    acknowledgements: int
    figures: tuple[Figure, ...]
    overall: Grade
    mix: tuple[int, int, int, int]
    ack_times: tuple[AckTime, ...]
    stale_most_a_day: int
    days: tuple[DayCount, ...]
    floods: tuple[Period, ...]
    offenders: tuple[Offender, ...]

    def figure(self, kpi: Kpi) -> Figure:
        """The row of *kpi*."""
        return next(figure for figure in self.figures if figure.kpi is kpi)
