"""Tells every listener what changed: one batch per display frame, of each thing only its newest state."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field

from heyzack_console.domain.alerts.alert import Alert, AlertId
from heyzack_console.domain.cloud import CloudState, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import EngineLost
from heyzack_console.domain.group_orders import GroupProgress, RunId
from heyzack_console.domain.orders import Order, OrderId
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.feed import Batch, EngineStatus

# Two frames of a 60 Hz display: what a person cannot tell from at once.
FRAME_S = 1 / 30


@dataclass(slots=True)
class _Pending:
    """What one listener has not been told yet. A slow listener makes it no longer than there are things."""

    readings: dict[tuple[DeviceId, str], Reading] = field(default_factory=dict)
    health: dict[DeviceId, DeviceHealth] = field(default_factory=dict)
    alerts: dict[AlertId, Alert] = field(default_factory=dict)
    orders: dict[OrderId, Order] = field(default_factory=dict)
    group_orders: dict[RunId, GroupProgress] = field(default_factory=dict)
    settings: dict[str, SettingVersion] = field(default_factory=dict)
    cloud: dict[ProjectId, CloudState] = field(default_factory=dict)
    status: EngineStatus | None = None
    book_changed: bool = False
    journal_changed: bool = False


class _Listener:
    def __init__(self) -> None:
        self.pending = _Pending()
        self.wake = asyncio.Event()

    def take(self) -> _Pending:
        taken, self.pending = self.pending, _Pending()
        self.wake.clear()
        return taken


class Feed:
    """Collects what services touched and hands it to each listener at the listener's own pace."""

    def __init__(self, clock: Clock, frame_s: float = FRAME_S) -> None:
        self._clock = clock
        self._frame_s = frame_s
        self._listeners: list[_Listener] = []
        self._ended = False

    async def follow(self, picture: Callable[[], Batch]) -> AsyncGenerator[Batch, None]:
        """Yield the whole present *picture*, then what changes.

        Raises:
            EngineLost: the engine stopped; what was yielded before still holds.
        """
        listener = _Listener()
        self._listeners.append(listener)
        loop = asyncio.get_running_loop()
        try:
            yield picture()
            number = 0
            while True:
                frame_ends = loop.time() + self._frame_s
                await listener.wake.wait()
                if self._ended:
                    raise EngineLost("The engine has stopped. The last picture stays; start the engine again.")
                await asyncio.sleep(max(0.0, frame_ends - loop.time()))
                number += 1
                yield self._batch(number, listener.take())
        finally:
            self._listeners.remove(listener)

    def end(self) -> None:
        """Tell every listener that the engine stops."""
        self._ended = True
        for listener in self._listeners:
            listener.wake.set()

    def reading(self, reading: Reading) -> None:
        """A data point has a new value, age or quality."""
        for listener in self._listeners:
            listener.pending.readings[reading.device, reading.code] = reading
            listener.wake.set()

    def health(self, health: DeviceHealth) -> None:
        """A path of a device changed."""
        for listener in self._listeners:
            listener.pending.health[health.device] = health
            listener.wake.set()

    def alert(self, alert: Alert) -> None:
        """An alert changed; it may have become normal."""
        for listener in self._listeners:
            listener.pending.alerts[alert.id] = alert
            listener.wake.set()

    def order(self, order: Order) -> None:
        """An order was made or came a step further."""
        for listener in self._listeners:
            listener.pending.orders[order.id] = order
            listener.wake.set()

    def group_order(self, progress: GroupProgress) -> None:
        """A group order began or came further."""
        for listener in self._listeners:
            listener.pending.group_orders[progress.run] = progress
            listener.wake.set()

    def setting(self, version: SettingVersion) -> None:
        """A setting has a new version in force."""
        for listener in self._listeners:
            listener.pending.settings[version.name] = version
            listener.wake.set()

    def cloud(self, state: CloudState) -> None:
        """A cloud project stands otherwise."""
        for listener in self._listeners:
            listener.pending.cloud[state.project] = state
            listener.wake.set()

    def status(self, status: EngineStatus) -> None:
        """The header strip's facts changed."""
        for listener in self._listeners:
            listener.pending.status = status
            listener.wake.set()

    def book_changed(self) -> None:
        """The site or its devices changed."""
        for listener in self._listeners:
            listener.pending.book_changed = True
            listener.wake.set()

    def journal_changed(self) -> None:
        """Something was written that a history view may show."""
        for listener in self._listeners:
            listener.pending.journal_changed = True
            listener.wake.set()

    def _batch(self, number: int, pending: _Pending) -> Batch:
        return Batch(
            number=number,
            at=self._clock.now(),
            readings=tuple(pending.readings.values()),
            health=tuple(pending.health.values()),
            alerts=tuple(pending.alerts.values()),
            orders=tuple(pending.orders.values()),
            group_orders=tuple(pending.group_orders.values()),
            settings=tuple(pending.settings.values()),
            cloud=tuple(pending.cloud.values()),
            status=pending.status,
            book_changed=pending.book_changed,
            journal_changed=pending.journal_changed,
        )
