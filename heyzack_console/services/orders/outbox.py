"""The outbox: orders wait for their device, are sent once, and are done when the value comes back."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.errors import DeviceError, InvalidInput, StoreError
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.lan import LanNetwork
from heyzack_console.rules.orders import obeyed
from heyzack_console.services.orders.ledger import OrderLedger
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.twins import Twins

log = logging.getLogger(__name__)

SENDING = "sending"
"""Stage of an order that is on its way. It is on the disk before the first byte goes out, so that an engine that dies
in between knows afterwards that the order may have arrived, and does not send it again."""

# How long an attempt that came to nothing rests while the device seems to be there.
_REST = timedelta(seconds=5)
_NOT_REACHED = "The device could not be reached in time. Nothing was sent."
_NO_ANSWER = "The value did not come back in time. Look at the device before sending the order again."
_UNKNOWN = "It is not known whether the order arrived. Look at the device before sending it again."


class Outbox:
    """Sends what waits as soon as its device is there, one order per device at a time."""

    def __init__(
        self,
        ledger: OrderLedger,
        network: LanNetwork,
        twins: Twins,
        settings: SettingBook,
        clock: Clock,
        device: Callable[[DeviceId], Device | None],
    ) -> None:
        self._ledger = ledger
        self._network = network
        self._twins = twins
        self._settings = settings
        self._clock = clock
        self._device = device
        self._busy: dict[DeviceId, OrderId] = {}
        self._held: set[OrderId] = set()
        self._sent_at: dict[OrderId, datetime] = {}
        self._rests_until: dict[OrderId, datetime] = {}
        self._wake = asyncio.Event()

    async def restore(self) -> None:
        """Take up what an earlier run left. What may have been sent is only watched, never sent again."""
        await self._ledger.load()
        now = self._clock.now()
        for order in self._ledger.unsettled():
            if order.state is OrderState.SENT or order.stage == SENDING:
                self._sent_at[order.id] = now

    def look(self) -> None:
        """There is something new to send."""
        self._wake.set()

    def still_waits(self, order: Order) -> bool:
        """Whether nothing of *order* has gone out yet."""
        going = self._busy.get(order.device) == order.id
        return order.state is OrderState.WAITING and order.id not in self._sent_at and not going

    def hold(self, order: OrderId) -> None:
        """Do not send *order* while somebody decides about it."""
        self._held.add(order)

    def let_go(self, order: OrderId) -> None:
        """*order* may be sent again, if it still waits."""
        self._held.discard(order)
        self._wake.set()

    def heard(self, reading: Reading, now: datetime) -> None:
        """A live value may confirm an order."""
        if reading.quality is not Quality.LIVE:
            return
        for order in self._ledger.unsettled_of(reading.device):
            if order.id in self._sent_at and reading.code in order.values and self._obeyed(order):
                self._settle(order, OrderState.CONFIRMED, now)

    def path_changed(self, health: DeviceHealth, _now: datetime) -> None:
        """A device that is there again gets what waits for it."""
        if _way_to(health) is not None:
            for order in self._ledger.unsettled_of(health.device):
                self._rests_until.pop(order.id, None)
            self._wake.set()

    def tick(self, now: datetime) -> None:
        """End orders that waited too long for their device or for the value to come back."""
        within = self._settings.span("orders.confirm_within_s")
        for order in self._ledger.unsettled():
            sent_at = self._sent_at.get(order.id)
            if sent_at is not None:
                if now - sent_at >= within and self._busy.get(order.device) != order.id:
                    self._give_up(order, now)
            elif now >= order.expires_at and self.still_waits(order):
                self._settle(order, OrderState.EXPIRED, now, order.stage, _NOT_REACHED)
        if any(until <= now for until in self._rests_until.values()):
            self._wake.set()

    async def run(self) -> None:
        """Send whenever something can be sent, to several devices at once."""
        async with asyncio.TaskGroup() as sending:
            while True:
                await self._wake.wait()
                self._wake.clear()
                for order, way in self._ready():
                    self._busy[order.device] = order.id
                    sending.create_task(self._send(order, way), name=f"order to {order.device}")

    def _ready(self) -> list[tuple[Order, PathHealth]]:
        """The oldest waiting order of each device that is there and not busy."""
        now = self._clock.now()
        found: dict[DeviceId, tuple[Order, PathHealth]] = {}
        for order in self._ledger.unsettled():
            if order.device in found or order.device in self._busy or order.id in self._held:
                continue
            if not self.still_waits(order) or self._rests_until.get(order.id, now) > now:
                continue
            health = self._twins.health_of(order.device)
            way = _way_to(health) if health is not None else None
            if way is not None:
                self._rests_until.pop(order.id, None)
                found[order.device] = order, way
        return list(found.values())

    async def _send(self, order: Order, way: PathHealth) -> None:
        going = replace(order, stage=SENDING, text="", path=str(way.path), changed_at=self._clock.now())
        try:
            await self._ledger.step(going)
            # The value may come back before the network's own answer, so the order counts as sent from here.
            self._sent_at[order.id] = self._clock.now()
            self._twins.assume(order.device, order.values, self._clock.now())
            await self._network.send(order.device, order.values)
            self._taken(going, "", "")
        except StoreError as problem:
            log.warning("an order to %s was held back: %s", order.device, problem.text)
            self._rests_until[order.id] = self._clock.now() + _REST
        except InvalidInput as problem:
            self._settle(going, OrderState.FAILED, self._clock.now(), str(Stage.QUERY), problem.text)
        except DeviceError as problem:
            self._refused(going, problem)
        finally:
            del self._busy[order.device]
            self._wake.set()

    def _refused(self, order: Order, problem: DeviceError) -> None:
        """Judge a failed attempt by how far it came: before the query nothing was sent."""
        now = self._clock.now()
        if self._ledger.get(order.id) is None:
            return  # the value came back although the attempt failed
        if problem.stage == Stage.QUERY:
            self._taken(order, problem.stage, problem.text)
        elif problem.stage == Stage.KEY:
            self._settle(order, OrderState.FAILED, now, problem.stage, problem.text)
        else:
            del self._sent_at[order.id]
            self._twins.take_back(order.device, order.values)
            self._rests_until[order.id] = now + _REST
            self._ledger.step_soon(replace(order, stage=problem.stage, text=problem.text, path="", changed_at=now))

    def _taken(self, order: Order, stage: str, text: str) -> None:
        """The device took the order, or nobody knows; unless the value came back already, it is waited for."""
        if self._ledger.get(order.id) is None:
            return
        now = self._sent_at[order.id] = self._clock.now()
        self._ledger.step_soon(replace(order, state=OrderState.SENT, stage=stage, text=text, changed_at=now))

    def _give_up(self, order: Order, now: datetime) -> None:
        """The value did not come back in time; a device that showed it all along has obeyed."""
        if self._obeyed(order):
            self._settle(order, OrderState.CONFIRMED, now)
        elif order.state is OrderState.WAITING:
            self._settle(order, OrderState.FAILED, now, str(Stage.QUERY), _UNKNOWN)
        else:
            self._settle(order, OrderState.FAILED, now, order.stage or str(Stage.QUERY), order.text or _NO_ANSWER)

    def _obeyed(self, order: Order) -> bool:
        device = self._device(order.device)
        for code, wanted in order.values.items():
            real = self._twins.actual(order.device, code)
            point = device.point(code) if device is not None else None
            if real is None or real.quality is not Quality.LIVE or not obeyed(wanted, real.value, point):
                return False
        return True

    def _settle(self, order: Order, state: OrderState, now: datetime, stage: str = "", text: str = "") -> None:
        if self._sent_at.pop(order.id, None) is not None:
            self._twins.take_back(order.device, order.values)
        self._rests_until.pop(order.id, None)
        self._ledger.step_soon(replace(order, state=state, changed_at=now, stage=stage, text=text))
        self._wake.set()


def _way_to(health: DeviceHealth) -> PathHealth | None:
    return next((path for path in health.paths if path.state is PathState.CONNECTED), None)
