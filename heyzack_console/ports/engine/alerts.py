"""Commands and queries about alerts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, EventId
from heyzack_console.domain.alerts.kpi import KpiReport
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class Acknowledge(Command):
    """Record that the actor has seen these annunciations: (alert, annunciation that was on the screen) pairs.

    Pairs that are no longer current are left out and said in the receipt; IllegalTransition if none was current.
    """

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    seen: tuple[tuple[AlertId, EventId], ...]
    note: str = ""


@dataclass(frozen=True)
class Unacknowledge(Command):
    """Take an acknowledgement back; the alert counts as unseen again."""

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    seen: tuple[tuple[AlertId, EventId], ...]
    note: str = ""


@dataclass(frozen=True)
class Shelve(Command):
    """Put alerts aside until *until* (aware), when they come back by themselves; *seen* as for Acknowledge.

    InvalidInput without a reason, or with an end that is over or later than the setting allows. To lengthen a
    shelving, unshelve and shelve again.
    """

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    seen: tuple[tuple[AlertId, EventId], ...]
    until: datetime
    reason: str


@dataclass(frozen=True)
class Unshelve(Command):
    """Take alerts from the shelf: (alert, shelving that was on the screen) pairs. Those still true count as seen."""

    permission: ClassVar[Permission] = Permission.ACKNOWLEDGE
    seen: tuple[tuple[AlertId, EventId], ...]
    note: str = ""


@dataclass(frozen=True)
class OpenAlerts(Query[tuple[Alert, ...]]):
    """Every alert that is not normal, shelved and suppressed ones included."""

    answer: ClassVar[Any] = tuple[Alert, ...]


@dataclass(frozen=True)
class AlertHistory(Query[tuple[AlertEvent, ...]]):
    """Events of one alert or, with *alert* None, of all; newest first; only of *devices* where there are any."""

    answer: ClassVar[Any] = tuple[AlertEvent, ...]
    alert: AlertId | None = None
    since: datetime | None = None
    limit: int = 200
    devices: tuple[DeviceId, ...] = ()


@dataclass(frozen=True)
class AlertRules(Query[tuple[AlertRule, ...]]):
    """The rules in force, with their guidance."""

    answer: ClassVar[Any] = tuple[AlertRule, ...]


@dataclass(frozen=True)
class AlertKpis(Query[KpiReport]):
    """The alarm figures of [start, end); without an end until now, without a start the 30 days before the end."""

    answer: ClassVar[Any] = KpiReport
    start: datetime | None = None
    end: datetime | None = None
