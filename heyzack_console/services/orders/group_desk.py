"""Group orders: planned, begun a few at a time, followed to the end, cancelled, reported."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import ConfirmationNeeded, ConsoleError, IllegalTransition, InvalidInput, NotFound
from heyzack_console.domain.group_orders import (
    DeviceOrder,
    GroupPlan,
    GroupProgress,
    GroupReport,
    LineState,
    PlannedOrder,
    RunId,
)
from heyzack_console.domain.identity import By
from heyzack_console.domain.orders import Order, OrderId
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.group_orders import (
    CancelGroupOrder,
    GroupOrderReport,
    GroupOrders,
    OrderGroup,
    PlanGroupOrder,
)
from heyzack_console.ports.engine.orders import CancelOrder, SendOrder
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.rules.group_orders import Turn, planned, whose_turn
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key
from heyzack_console.services.orders.desk import OrderDesk
from heyzack_console.services.orders.group_run import GroupRun

# Most devices show a new value within a second; a slow one must not hold up the rest.
ANSWERS_WITHIN = timedelta(seconds=4)
KEPT = 20
MOST_DEVICES = 10_000


class DeviceSight:
    """What is known of a device when an order to it is planned."""

    def __init__(
        self,
        device: Callable[[DeviceId], Device | None],
        health: Callable[[DeviceId], DeviceHealth | None],
        heard: Callable[[DeviceId, str], Reading | None],
        why_not: Callable[[DeviceId], str] = lambda _: "",
    ) -> None:
        self._device = device
        self._health = health
        self._heard = heard
        self._why_not = why_not

    def plan(self, orders: Iterable[DeviceOrder]) -> GroupPlan:
        """Who takes which order; of several for one device the last counts."""
        wanted = {order.device: order for order in orders}
        return GroupPlan(tuple(self._planned(order) for order in wanted.values()))

    def turn(self, device: DeviceId) -> Turn:
        """The road that an order to *device* takes now."""
        known, health = self._device(device), self._health(device)
        return Turn(device, known.gateway if known else None, health.road if health else None)

    def _planned(self, order: DeviceOrder) -> PlannedOrder:
        one = order.device
        return planned(
            order, self._device(one), self._health(one), lambda code: self._heard(one, code), self._why_not(one)
        )


class GroupOrderDesk:
    """Begins orders when others are through, so that gateways and the cloud are never flooded."""

    def __init__(self, orders: OrderDesk, sight: DeviceSight, feed: Feed, clock: Clock) -> None:
        self._orders = orders
        self._sight = sight
        self._feed = feed
        self._clock = clock
        self._runs: dict[RunId, GroupRun] = {}
        self._wake = asyncio.Event()

    async def order(self, command: OrderGroup, by: By) -> Receipt:
        """Begin a run, or only count.

        Raises:
            InvalidInput: no device takes it; nothing was sent.
            ConfirmationNeeded: some of it acts on safety points and was not confirmed.
        """
        if len(command.orders) > MOST_DEVICES:
            raise InvalidInput(f"One order goes to at most {MOST_DEVICES:,} devices. Nothing was sent.", "orders")
        plan = self._sight.plan(command.orders)
        counts = f"{len(plan.taking)} of {len(plan.lines)}"
        if command.dry_run:
            return Receipt(count=len(plan.taking), text=f"{counts} would take it. Nothing was sent.")
        if not plan.taking:
            raise InvalidInput("None of these devices takes the order. Nothing was sent.", "orders")
        if plan.careful and not command.confirmed:
            raise ConfirmationNeeded(f"{_devices(len(plan.careful))} act on something that protects people.")
        now = self._clock.now()
        run = GroupRun(RunId(new_key(now)), command.title.strip() or "Group order", plan, by, now)
        self._keep(run)
        self._wake.set()
        return Receipt(count=len(plan.taking), text=f"Sending to {counts} devices.", made=run.id)

    async def cancel(self, command: CancelGroupOrder, by: By) -> Receipt:
        """Send nothing more of a run.

        Raises:
            NotFound: there is no such run.
        """
        run = self._known(command.run)
        words = f"cancelled by {by.actor.name}"
        count = run.drop_pending(words)
        for order in tuple(run.waiting):
            try:
                await self._orders.cancel(CancelOrder(order), by)
                count += 1
            except (IllegalTransition, NotFound):
                continue  # it went out meanwhile; the report will say what came of it
        self._tell(run)
        return Receipt(count=count, text=f"{_devices(count)} get no order. What was sent before stays.", made=run.id)

    async def plan(self, query: PlanGroupOrder) -> GroupPlan:
        """Answer with who would take it."""
        return self._sight.plan(query.orders[:MOST_DEVICES])

    async def report(self, query: GroupOrderReport) -> GroupReport:
        """Answer with each line of a run."""
        return self._known(query.run).report

    async def runs(self, _query: GroupOrders) -> tuple[GroupProgress, ...]:
        """Answer with every run that is remembered, newest first."""
        return tuple(reversed(self.progress))

    @property
    def progress(self) -> tuple[GroupProgress, ...]:
        """Every run that is remembered, oldest first."""
        return tuple(run.progress for run in self._runs.values())

    def heard(self, order: Order) -> None:
        """An order came a step further."""
        for run in self._runs.values():
            if run.heard(order):
                self._tell(run)
                self._wake.set()

    def tick(self, now: datetime) -> None:
        """A device that does not answer in time makes room for the next."""
        for run in self._runs.values():
            late = [device for device, since in run.since.items() if now - since >= ANSWERS_WITHIN]
            for device in late:
                del run.since[device]
            if late:
                self._wake.set()

    async def run(self) -> None:
        """Begin whoever has the turn, whenever something changed."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            under_way = [self._sight.turn(device) for run in self._runs.values() for device in run.since]
            for run in tuple(self._runs.values()):
                waiting = (self._sight.turn(device) for device in run.pending)
                for turn in whose_turn(waiting, under_way):
                    if turn.road is not None:
                        under_way.append(turn)
                    await self._begin(run, turn)

    async def _begin(self, run: GroupRun, turn: Turn) -> None:
        line = run.pending.get(turn.device)
        if line is None:
            return  # cancelled meanwhile
        run.begins(turn.device, self._clock.now(), answers=turn.road is not None)
        command = SendOrder(line.device, dict(line.values), confirmed=True, reason=run.by.reason)
        try:
            receipt = await self._orders.send(command, run.by)
        except ConsoleError as error:
            run.fell(turn.device, LineState.FAILED, error.text)
            self._wake.set()
        else:
            run.ordered(turn.device, OrderId(receipt.made))
        self._tell(run)

    def _keep(self, run: GroupRun) -> None:
        self._runs[run.id] = run
        for old in [one for one, known in self._runs.items() if known.ended][: max(0, len(self._runs) - KEPT)]:
            del self._runs[old]
        self._tell(run)

    def _known(self, run: RunId) -> GroupRun:
        known = self._runs.get(run)
        if known is None:
            raise NotFound("This group order is not remembered any more. Its single orders stand in the journal.")
        return known

    def _tell(self, run: GroupRun) -> None:
        self._feed.group_order(run.progress)


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"
