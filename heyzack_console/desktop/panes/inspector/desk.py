"""What the inspector asks of the engine and sends to it."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import confirmed
from heyzack_console.desktop.panes.inspector.history_desk import HistoryDesk
from heyzack_console.desktop.panes.inspector.key_dialog import asked_key
from heyzack_console.desktop.panes.inspector.value_dialogs import asked_value
from heyzack_console.desktop.panes.inspector.work_desk import WorkDesk
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import FrameRecord
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.errors import ConfirmationNeeded
from heyzack_console.domain.orders import OrderId
from heyzack_console.domain.telemetry import Series
from heyzack_console.ports.engine.alerts import AlertRules
from heyzack_console.ports.engine.devices import RecentFrames, ReleaseSession, SetLocalKey
from heyzack_console.ports.engine.orders import CancelOrder, SendOrder
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.inspector.controls import Control
from heyzack_console.presentation.inspector.orders import order_question
from heyzack_console.presentation.inspector.trend import TrendMarks


class ChartView(Protocol):
    """A chart as the inspector uses it."""

    @property
    def widget(self) -> QWidget:
        """What is put into the pane."""

    def instant_at(self, x: float) -> datetime:
        """The instant below *x*, in its own pixels."""

    def show_series(
        self, series: Series, start: datetime, end: datetime, marks: TrendMarks, other: Series | None = None
    ) -> None:
        """Draw *series* in [start, end], and under it *other*, which it is compared with."""


class InspectorDesk:
    """Runs the inspector's questions and orders through the bridge; the newest question replaces the one before.

    Args:
        new_chart: makes a chart; it loads pyqtgraph, which costs as much as the rest of the window's start.
    """

    def __init__(
        self,
        port: EnginePort,
        bridge: Bridge,
        theme: Theme,
        window: Callable[[], QWidget],
        new_chart: Callable[[], ChartView],
    ) -> None:
        self.new_chart = new_chart
        self.histories = HistoryDesk(port, bridge, theme, window)
        self.work = WorkDesk(port, bridge, theme, window)
        self._port = port
        self._bridge = bridge
        self._theme = theme
        self._window = window

    def order(self, device: Device, code: str, value: Value, present: str, failed: Callable[[], None]) -> None:
        """Send a new value; safety points ask first. *failed* is called when nothing was sent."""
        self._bridge.start(self._order(device, code, value, present, failed), f"order {device.id} {code}")

    def ask_value(self, device: Device, control: Control, value: Value, present: str) -> None:
        """Let a person write or pick a value, beginning with *value*, and send it."""
        self._bridge.start(self._ask_value(device, control, value, present), f"edit {device.id} {control.code}")

    def cancel(self, order: OrderId) -> None:
        """Take a waiting order out of the outbox."""
        self._bridge.start(self._cancel(order), f"cancel order {order}")

    def frames(self, device: DeviceId, show: Callable[[tuple[FrameRecord, ...]], None]) -> None:
        """Ask for the newest frames of a session and *show* them."""

        async def ask() -> None:
            show(await self._port.ask(RecentFrames(device)))

        self._bridge.renew(ask(), "inspector frames")

    def rules(self, show: Callable[[dict[str, AlertRule]], None]) -> None:
        """Ask for the rules in force, for their guidance."""

        async def ask() -> None:
            show({rule.id: rule for rule in await self._port.ask(AlertRules())})

        self._bridge.renew(ask(), "inspector rules")

    def path(self, device: Device, offer: str) -> None:
        """Carry out what a path offers: ``release``, ``resume`` or ``key``."""
        if offer == "key":
            self._bridge.start(self._set_key(device), f"key of {device.id}")
        else:
            self._bridge.start(self._release(device, resume=offer == "resume"), f"{offer} {device.id}")

    async def _order(self, device: Device, code: str, value: Value, present: str, failed: Callable[[], None]) -> None:
        sent = False
        try:
            try:
                await self._port.do(SendOrder(device.id, {code: value}))
            except ConfirmationNeeded:
                reason = await confirmed(self._theme, order_question(device, code, value, present), self._window())
                if reason is None:
                    return
                await self._port.do(SendOrder(device.id, {code: value}, confirmed=True, reason=reason))
            sent = True
        finally:
            if not sent:
                failed()

    async def _ask_value(self, device: Device, control: Control, value: Value, present: str) -> None:
        given = await asked_value(self._theme, device, control, value, self._window())
        if given is not None:
            await self._order(device, control.code, given, present, _nothing)

    async def _cancel(self, order: OrderId) -> None:
        await self._port.do(CancelOrder(order))

    async def _release(self, device: Device, *, resume: bool) -> None:
        await self._port.do(ReleaseSession(device.id, resume))

    async def _set_key(self, device: Device) -> None:
        key = await asked_key(self._theme, device, self._window())
        if key:
            await self._port.do(SetLocalKey(device.id, key))


def _nothing() -> None:
    """No control was moved, so none goes back."""
