"""Alerts: their states (ISA-18.2 letters), the events that make them, and the alert as it stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value

AlertId = NewType("AlertId", str)
"""Identity of an alert: UUIDv5 of (site, device, rule) as 32 hex digits; the same alarm returns under it."""
EventId = NewType("EventId", str)
"""UUIDv7 as 32 hex digits; with ``:up`` behind it, the end that the shelving of that id comes to by itself."""


class AlertState(StrEnum):
    """States A to G of ISA-18.2 / IEC 62682."""

    NORMAL = "A"
    UNACKNOWLEDGED = "B"
    ACKNOWLEDGED = "C"
    RETURNED = "D"
    SHELVED = "E"
    SUPPRESSED = "F"
    OUT_OF_SERVICE = "G"

    @property
    def open(self) -> bool:
        """Shown in the queue."""
        return self in {AlertState.UNACKNOWLEDGED, AlertState.ACKNOWLEDGED, AlertState.RETURNED}


class Trigger(StrEnum):
    """What can happen to an alert."""

    TRUE = "true"
    FALSE = "false"
    REALARM = "realarm"
    ACK = "ack"
    UNACK = "unack"
    SUPPRESS = "suppress"
    UNSUPPRESS = "unsuppress"
    SHELVE = "shelve"
    UNSHELVE = "unshelve"


@dataclass(frozen=True, slots=True)
class AlertEvent:
    """One transition wanted, as journalled; the state is folded from these, never stored.

    *answers*: for ACK and UNACK the id of the annunciation the operator saw, for UNSHELVE that of the shelving; in the
    fold they act only on that one. *parent*: for SUPPRESS the alert whose consequence this is. *until*: for SHELVE its
    end, which is never journalled itself; *note* is then the reason.
    """

    id: EventId
    alert: AlertId
    device: DeviceId
    rule: str
    trigger: Trigger
    at: datetime
    priority: Priority = Priority.P3
    condition: str = ""
    code: str | None = None
    value: Value = None
    unit: str = ""
    limit: float | None = None
    answers: EventId | None = None
    parent: AlertId | None = None
    until: datetime | None = None
    note: str = ""
    by: str = ""
    """Name of the person, empty where a rule acted."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The shelving that an alert is under, with its end; *id* is the event that made it."""

    id: EventId
    until: datetime
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert as it stands: the fold of its events.

    *annunciation* is the id of the event that raised it last; *since* when its condition last became true; *shelf* is
    there in state SHELVED alone.
    """

    id: AlertId
    device: DeviceId
    rule: str
    state: AlertState
    priority: Priority
    condition: str
    since: datetime
    annunciation: EventId
    changed_at: datetime
    code: str | None = None
    value: Value = None
    unit: str = ""
    limit: float | None = None
    acknowledged_by: str = ""
    acknowledged_at: datetime | None = None
    returned_at: datetime | None = None
    count: int = 1
    parent: AlertId | None = None
    consequences: int = 0
    note: str = ""
    active: bool = True
    shelf: Shelf | None = None
