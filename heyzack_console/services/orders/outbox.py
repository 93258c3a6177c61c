"""The outbox: orders wait for their device, are sent once, and are done when the value comes back."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.errors import StoreError
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.ports.clock import Clock
from heyzack_console.rules.orders import obeyed
from heyzack_console.rules.roads import ways_to
from heyzack_console.services.orders.ledger import OrderLedger
from heyzack_console.services.orders.roads import Attempt, OrderRoads, Outcome
from heyzack_console.services.orders.under_way import SENDING, UnderWay
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.twins import Twins

log = logging.getLogger(__name__)

_NOT_REACHED = "The device could not be reached in time. Nothing was sent."
_NO_ANSWER = "The value did not come back in time. Look at the device before sending the order again."
_UNKNOWN = "It is not known whether the order arrived. Look at the device before sending it again."
_AGAIN = "The device does not show it; it goes out once more, over the cloud."


class Outbox:
    """Sends what waits as soon as its device is there: by the path in use, else by another, one order at a time.

    An order whose fate on one path is not known goes by another only after the device's state was read.
    """

    def __init__(
        self,
        ledger: OrderLedger,
        roads: OrderRoads,
        twins: Twins,
        settings: SettingBook,
        clock: Clock,
        device: Callable[[DeviceId], Device | None],
    ) -> None:
        self._ledger = ledger
        self._roads = roads
        self._twins = twins
        self._settings = settings
        self._clock = clock
        self._device = device
        self._under_way = UnderWay()
        self._wake = asyncio.Event()

    async def restore(self) -> None:
        """Take up what an earlier run left. What may have been sent is only watched, never sent again."""
        await self._ledger.load()
        now = self._clock.now()
        for order in self._ledger.unsettled():
            if order.state is OrderState.SENT or order.stage == SENDING:
                self._under_way.went(order, now)
                self._under_way.look_soon(order, now, repeat=False)

    def look(self) -> None:
        """There is something new to send."""
        self._wake.set()

    def still_waits(self, order: Order) -> bool:
        """Whether nothing of *order* is out or on its way out."""
        return self._under_way.still_waits(order)

    @contextmanager
    def held(self, order: OrderId) -> Iterator[None]:
        """Do not send *order* while the block decides about it."""
        self._under_way.held.add(order)
        try:
            yield
        finally:
            self._under_way.held.discard(order)
            self._wake.set()

    def heard(self, reading: Reading, now: datetime) -> None:
        """A live value may confirm an order."""
        if reading.quality is not Quality.LIVE:
            return
        for order in self._ledger.unsettled_of(reading.device):
            if self._under_way.is_out(order) and reading.code in order.values and self._obeyed(order):
                self._settle(order, OrderState.CONFIRMED, now)

    def path_changed(self, health: DeviceHealth, _now: datetime) -> None:
        """A device that is there again gets what waits for it."""
        if health.road is not None:
            for order in self._ledger.unsettled_of(health.device):
                self._under_way.rested(order)
            self._wake.set()

    def tick(self, now: datetime) -> None:
        """End orders that waited too long for their device or for the value to come back."""
        within = self._settings.span("orders.confirm_within_s")
        for order in self._ledger.unsettled():
            out_for = self._under_way.out_for(order, now)
            if out_for is not None:
                if out_for >= within and not self._under_way.is_busy(order):
                    self._give_up(order, now)
            elif now >= order.expires_at and self.still_waits(order):
                self._settle(order, OrderState.EXPIRED, now, order.stage, _NOT_REACHED)
        if self._under_way.something_due(now):
            self._wake.set()

    async def run(self) -> None:
        """Send whenever something can be sent, to several devices at once."""
        async with asyncio.TaskGroup() as sending:
            while True:
                await self._wake.wait()
                self._wake.clear()
                for order, ways in self._ready():
                    self._under_way.busy[order.device] = order.id
                    sending.create_task(self._send(order, ways), name=f"order to {order.device}")
                for order, repeat in self._doubtful():
                    sending.create_task(self._look_again(order, repeat=repeat), name=f"look at {order.device}")

    def _ready(self) -> list[tuple[Order, Sequence[Path]]]:
        """The oldest waiting order of each device that is there and not busy."""
        now = self._clock.now()
        found: dict[DeviceId, tuple[Order, Sequence[Path]]] = {}
        for order in self._ledger.unsettled():
            if order.device in found or not self._under_way.may_go(order, now):
                continue
            health = self._twins.health_of(order.device)
            ways = ways_to(health, self._under_way.closed_to(order)) if health is not None else ()
            if ways:
                self._under_way.rested(order)
                found[order.device] = order, ways
        return list(found.values())

    def _doubtful(self) -> list[tuple[Order, bool]]:
        """Orders whose value has not come back and may be asked for, and whether they may be sent once more."""
        found = []
        for key, repeat in self._under_way.due_looks(self._clock.now()):
            order = self._ledger.get(key)
            health = self._twins.health_of(order.device) if order is not None else None
            cloud = health.on(Path.CLOUD) if health is not None else None
            if order is not None and cloud is not None and cloud.state is PathState.CONNECTED:
                found.append((order, repeat))
        return found

    async def _send(self, order: Order, ways: Sequence[Path]) -> None:
        try:
            for way in ways:
                now = self._clock.now()
                going = replace(order, stage=SENDING, text="", path=str(way), changed_at=now)
                await self._ledger.step(going)
                # The value may come back before the network's own answer, so the order counts as sent from here.
                self._under_way.went(order, self._clock.now())
                self._twins.assume(order.device, order.values, self._clock.now(), way)
                attempt = await self._roads.send(order, way)
                if self._ledger.get(order.id) is None:
                    return  # the value came back, whatever the attempt says
                if self._judge(going, way, attempt):
                    return
        except StoreError as problem:
            log.warning("an order to %s was held back: %s", order.device, problem.text)
            self._under_way.rest(order, self._clock.now())
        finally:
            del self._under_way.busy[order.device]
            self._wake.set()

    def _judge(self, order: Order, way: Path, attempt: Attempt) -> bool:
        """Let *order* follow from *attempt*; True when no other path is to be tried now."""
        now = self._clock.now()
        match attempt.outcome:
            case Outcome.TAKEN:
                self._taken(order, attempt, repeat=False)
            case Outcome.UNKNOWN:
                self._taken(order, attempt, repeat=way is not Path.CLOUD)
            case Outcome.REFUSED:
                self._settle(order, OrderState.FAILED, now, attempt.stage, attempt.text)
            case Outcome.CLOSED:
                self._under_way.close(order, way)
                return self._not_sent(order, attempt)
            case Outcome.NOT_SENT:
                return self._not_sent(order, attempt)
        return True

    def _taken(self, order: Order, attempt: Attempt, *, repeat: bool) -> None:
        """The device took the order, or nobody knows: the value is waited for, and asked for where that is possible."""
        now = self._clock.now()
        self._under_way.went(order, now)
        self._under_way.look_soon(order, now, repeat=repeat)
        step = replace(order, state=OrderState.SENT, stage=attempt.stage, text=attempt.text, changed_at=now)
        self._ledger.step_soon(step)

    def _not_sent(self, order: Order, attempt: Attempt) -> bool:
        """Nothing left: another path, a later try, or, where no path will ever take it, the end. True at the end."""
        now = self._clock.now()
        health = self._twins.health_of(order.device)
        paths = {p.path for p in health.paths if p.state is not PathState.UNCONFIGURED} if health is not None else set()
        if paths <= self._under_way.closed_to(order):
            self._settle(order, OrderState.FAILED, now, attempt.stage, attempt.text)
            return True
        self._back(order, now, attempt.stage, attempt.text)
        self._under_way.rest(order, now)
        return False

    def _back(self, order: Order, now: datetime, stage: str, text: str) -> None:
        """*order* waits again."""
        self._under_way.came_back(order)
        self._twins.take_back(order.device, order.values)
        back = replace(order, state=OrderState.WAITING, stage=stage, text=text, path="", changed_at=now)
        self._ledger.step_soon(back)

    async def _look_again(self, order: Order, *, repeat: bool) -> None:
        """Ask the cloud what the device shows; if it does not show it, an order in doubt goes out once more."""
        if not await self._roads.look(order.device):
            return
        known = self._ledger.get(order.id)
        if known is None or not repeat or known.state is not OrderState.SENT:
            return
        now = self._clock.now()
        if self._obeyed(known):
            self._settle(known, OrderState.CONFIRMED, now)
        elif now < known.expires_at:
            self._under_way.close_all_but(known, Path.CLOUD)
            self._back(known, now, str(Stage.QUERY), _AGAIN)
            self._wake.set()

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
        if self._under_way.end(order):
            self._twins.take_back(order.device, order.values)
        self._ledger.step_soon(replace(order, state=state, changed_at=now, stage=stage, text=text))
        self._wake.set()
