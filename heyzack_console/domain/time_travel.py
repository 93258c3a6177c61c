"""The building at a past moment, as far as it was recorded."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Reading


@dataclass(frozen=True, slots=True)
class PastPicture:
    """What stood *at* a moment: of every data point the last value, and the alerts that were not normal.

    *health* speaks of the devices whose state is known: announced as not reachable, or asleep. *newest* is the time
    of the last value of all, None where nothing was recorded before the moment.
    """

    at: datetime
    readings: tuple[Reading, ...] = ()
    health: tuple[DeviceHealth, ...] = ()
    alerts: tuple[Alert, ...] = ()
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class AlertCall:
    """An alert began, or came back."""

    at: datetime
    priority: Priority


@dataclass(frozen=True, slots=True)
class Record:
    """What there is to look back on: since when, None where there is nothing, and the alerts that began in a span."""

    begins: datetime | None = None
    calls: tuple[AlertCall, ...] = ()
