"""The window's small copy of what its panes show; the engine's batches keep it current."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState
from heyzack_console.domain.cloud import CloudState, ProjectId
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.group_orders import GroupProgress, RunId
from heyzack_console.domain.orders import Order, OrderId
from heyzack_console.domain.settings import SETTINGS, SettingVersion
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.feed import Batch, EngineStatus

_ORDERS_KEPT = 200
_OVER_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Touched:
    """What one batch changed, so that a pane refreshes only that. *everything*: draw anew."""

    everything: bool = False
    book: bool = False
    points: frozenset[tuple[DeviceId, str]] = frozenset()
    devices: frozenset[DeviceId] = frozenset()
    alerts: frozenset[AlertId] = frozenset()
    orders: frozenset[OrderId] = frozenset()
    group_orders: frozenset[RunId] = frozenset()
    settings: bool = False
    cloud: bool = False
    status: bool = False
    journal: bool = False


@dataclass(slots=True)
class Mirror:
    """Newest reading per data point, health per device, alerts that are not normal, recent orders, settings, status.

    *in_state* counts the alerts in each state; *over* holds those that ended last, for lines that may not move yet.

    *heard_at* is the engine's time of the last batch; *connected* is False while the engine does not answer:
    everything shown is then the last picture.
    """

    book: SiteBook | None = None
    readings: dict[DeviceId, dict[str, Reading]] = field(default_factory=dict)
    health: dict[DeviceId, DeviceHealth] = field(default_factory=dict)
    alerts: dict[AlertId, Alert] = field(default_factory=dict)
    over: dict[AlertId, Alert] = field(default_factory=dict)
    orders: dict[OrderId, Order] = field(default_factory=dict)
    group_orders: dict[RunId, GroupProgress] = field(default_factory=dict)
    settings: dict[str, SettingVersion] = field(default_factory=dict)
    cloud: dict[ProjectId, CloudState] = field(default_factory=dict)
    status: EngineStatus = field(default_factory=EngineStatus)
    heard_at: datetime | None = None
    connected: bool = False
    devices: dict[DeviceId, Device] = field(default_factory=dict)
    in_state: Counter[AlertState] = field(default_factory=Counter)
    _alerts_of: dict[DeviceId, set[AlertId]] = field(default_factory=dict)

    def show_book(self, book: SiteBook | None) -> Touched:
        """Replace the site's book."""
        self.book = book
        self.devices = {d.id: d for d in book.devices} if book else {}
        return Touched(everything=True, book=True)

    def apply(self, batch: Batch) -> Touched:
        """Take in *batch*; a complete one replaces the picture."""
        if batch.complete:
            self._clear()
        self.heard_at = batch.at
        for reading in batch.readings:
            self.readings.setdefault(reading.device, {})[reading.code] = reading
        for health in batch.health:
            self.health[health.device] = health
        for alert in batch.alerts:
            self._take_alert(alert)
        for order in batch.orders:
            self.orders[order.id] = order
        self.group_orders |= {progress.run: progress for progress in batch.group_orders}
        while len(self.orders) > _ORDERS_KEPT:
            del self.orders[next(iter(self.orders))]
        for setting in batch.settings:
            self.settings[setting.name] = setting
        for state in batch.cloud:
            self.cloud[state.project] = state
        if batch.status is not None:
            self.status = batch.status
        return Touched(
            everything=batch.complete,
            points=frozenset((r.device, r.code) for r in batch.readings),
            devices=frozenset(h.device for h in batch.health),
            alerts=frozenset(a.id for a in batch.alerts),
            orders=frozenset(o.id for o in batch.orders),
            group_orders=frozenset(progress.run for progress in batch.group_orders),
            settings=bool(batch.settings),
            cloud=bool(batch.cloud),
            status=batch.status is not None,
            journal=batch.journal_changed,
        )

    def alerts_of(self, device: DeviceId) -> tuple[Alert, ...]:
        """Alerts of *device* that are not normal, in no order."""
        return tuple(self.alerts[a] for a in self._alerts_of.get(device, ()))

    def setting(self, name: str) -> bool | int | float | str:
        """The value in force; KeyError for a setting that does not exist."""
        if name in self.settings:
            return self.settings[name].value
        return _DEFAULTS[name]

    def _clear(self) -> None:
        self.readings.clear()
        self.health.clear()
        self.alerts.clear()
        self._alerts_of.clear()
        self.in_state.clear()
        self.orders.clear()
        self.group_orders.clear()
        self.cloud.clear()

    def _take_alert(self, alert: Alert) -> None:
        if alert.state is AlertState.NORMAL:
            old = self.alerts.pop(alert.id, None)
            if old is not None:
                self.in_state[old.state] -= 1
                self.over[alert.id] = alert
                while len(self.over) > _OVER_KEPT:
                    del self.over[next(iter(self.over))]
            self._alerts_of.get(alert.device, set()).discard(alert.id)
        else:
            old = self.alerts.get(alert.id)
            if old is not None:
                self.in_state[old.state] -= 1
            self.in_state[alert.state] += 1
            self.alerts[alert.id] = alert
            self._alerts_of.setdefault(alert.device, set()).add(alert.id)


_DEFAULTS = {spec.name: spec.default for spec in SETTINGS}
