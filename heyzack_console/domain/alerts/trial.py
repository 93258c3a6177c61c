"""What rules would have done in the past."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.alerts.kpi import KpiReport, Period
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value


@dataclass(frozen=True, slots=True)
class Firing:
    """One time that a rule would have called; *end* None: its condition would still be true."""

    rule: str
    device: DeviceId
    condition: str
    start: datetime
    end: datetime | None = None
    value: Value = None
    returned: Value = None


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """What one rule would have done: its firings in the period, and for how many seconds it would have stood."""

    rule: AlertRule
    firings: tuple[Firing, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Trial:
    """Rules tried on the record of a period, with the alarm figures as they were and as they would have been."""

    period: Period
    rules: tuple[RuleTrial, ...]
    samples: int
    first_sample: datetime | None
    before: KpiReport
    after: KpiReport
