"""What changed since a window was last told, kept small however slow it is: of each thing only the newest state."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from heyzack_console.domain.alerts.alert import Alert, AlertId
from heyzack_console.domain.cloud import CloudState, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.orders import Order, OrderId
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.ports.engine.feed import Batch, EngineStatus


@dataclass(slots=True)
class Pending:
    """Merges batches; *replaced* counts the values that a newer one of the same data point took the place of."""

    replaced: int = 0
    _number: int = 0
    _at: datetime | None = None
    _complete: bool = False
    _readings: dict[tuple[DeviceId, str], Reading] = field(default_factory=dict)
    _health: dict[DeviceId, DeviceHealth] = field(default_factory=dict)
    _alerts: dict[AlertId, Alert] = field(default_factory=dict)
    _orders: dict[OrderId, Order] = field(default_factory=dict)
    _settings: dict[str, SettingVersion] = field(default_factory=dict)
    _cloud: dict[ProjectId, CloudState] = field(default_factory=dict)
    _status: EngineStatus | None = None
    _book_changed: bool = False
    _journal_changed: bool = False

    def __bool__(self) -> bool:
        return self._at is not None

    def add(self, batch: Batch) -> None:
        """Take in a newer batch; a complete one makes what is held of no interest."""
        if batch.complete:
            self._forget()
            self._complete = True
        self._number, self._at = batch.number, batch.at
        before = len(self._readings)
        _update(self._readings, (((r.device, r.code), r) for r in batch.readings))
        self.replaced += before + len(batch.readings) - len(self._readings)
        _update(self._health, ((h.device, h) for h in batch.health))
        _update(self._alerts, ((a.id, a) for a in batch.alerts))
        _update(self._orders, ((o.id, o) for o in batch.orders))
        _update(self._settings, ((s.name, s) for s in batch.settings))
        _update(self._cloud, ((c.project, c) for c in batch.cloud))
        self._status = batch.status or self._status
        self._book_changed |= batch.book_changed
        self._journal_changed |= batch.journal_changed

    def take(self) -> Batch:
        """Return all of it as one batch and hold nothing any more.

        Raises:
            LookupError: nothing has changed.
        """
        if self._at is None:
            raise LookupError("nothing has changed")
        batch = Batch(
            number=self._number,
            at=self._at,
            complete=self._complete,
            readings=tuple(self._readings.values()),
            health=tuple(self._health.values()),
            alerts=tuple(self._alerts.values()),
            orders=tuple(self._orders.values()),
            settings=tuple(self._settings.values()),
            status=self._status,
            book_changed=self._book_changed,
            journal_changed=self._journal_changed,
            cloud=tuple(self._cloud.values()),
        )
        self._forget()
        return batch

    def _forget(self) -> None:
        for held in (self._readings, self._health, self._alerts, self._orders, self._settings, self._cloud):
            held.clear()
        self._status = self._at = None
        self._complete = self._book_changed = self._journal_changed = False


def _update(held: dict[Any, Any], newer: Iterable[tuple[Any, Any]]) -> None:
    # A thing that changed again moves to the end, so that the order of a batch stays the order of the changes.
    for key, value in newer:
        held.pop(key, None)
        held[key] = value
