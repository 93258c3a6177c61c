"""What people do with orders and ask about them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.errors import ConfirmationNeeded, IllegalTransition, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.orders import CancelOrder, Orders, SendOrder
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.rules.orders import asks_first, checked
from heyzack_console.services.keys import new_key
from heyzack_console.services.orders.ledger import OrderLedger
from heyzack_console.services.orders.outbox import Outbox
from heyzack_console.services.settings import SettingBook


class OrderDesk:
    """Checks an order against its device before it is recorded, and records it before it is sent."""

    def __init__(
        self,
        ledger: OrderLedger,
        outbox: Outbox,
        settings: SettingBook,
        clock: Clock,
        device: Callable[[DeviceId], Device | None],
    ) -> None:
        self._ledger = ledger
        self._outbox = outbox
        self._settings = settings
        self._clock = clock
        self._device = device

    async def send(self, command: SendOrder, by: By) -> Receipt:
        """Record an order and put it into the outbox.

        Raises:
            NotFound: the device is not in the book.
            InvalidInput: a value does not fit the specification.
            ConfirmationNeeded: it acts on a safety point and was not confirmed.
            StoreError: it was not recorded and will not be sent.
        """
        device = self._device(command.device)
        if device is None:
            raise NotFound(f"There is no device {command.device} in this building. Nothing was sent.")
        values = checked(device, command.values)
        points = asks_first(device, values)
        if points and not command.confirmed:
            raise ConfirmationNeeded(f"{', '.join(points)} of {device.name} acts on something that protects people.")
        now = self._clock.now()
        expires = now + timedelta(seconds=float(self._settings.value("orders.expire_after_s")))
        order = Order(OrderId(new_key(now)), device.id, values, now, expires, by.actor.name, changed_at=now)
        entry = await self._ledger.put(order, by)
        self._replace_older(order)
        self._outbox.look()
        return Receipt(entry, count=1, text=f"Order to {device.name} recorded.", made=order.id)

    async def cancel(self, command: CancelOrder, by: By) -> Receipt:
        """Take a waiting order out of the outbox.

        Raises:
            NotFound: there is no such order, or it is settled.
            IllegalTransition: it is on its way.
            StoreError: it still waits.
        """
        order = self._ledger.get(command.order)
        if order is None:
            raise NotFound("This order is settled already. Nothing was changed.")
        if not self._outbox.still_waits(order):
            raise IllegalTransition("The order has been sent and cannot be taken back. Send the opposite instead.")
        with self._outbox.held(order.id):
            await self._ledger.step(self._cancelled(order, f"cancelled by {by.actor.name}"))
        return Receipt(count=1, text="Order cancelled. Nothing was sent.", made=order.id)

    async def orders(self, query: Orders) -> tuple[Order, ...]:
        """Answer with orders, newest first."""
        if not query.unsent:
            return await self._ledger.recent(query.device, query.limit)
        waiting = [o for o in self._ledger.unsettled() if o.state is OrderState.WAITING]
        wanted = [o for o in waiting if query.device is None or o.device == query.device]
        return tuple(reversed(wanted))[: query.limit]

    @property
    def unsent(self) -> int:
        """How many orders wait in the outbox."""
        return sum(order.state is OrderState.WAITING for order in self._ledger.unsettled())

    def _replace_older(self, newer: Order) -> None:
        """An older order that waits for the same points would only be undone by the newer one."""
        for order in self._ledger.unsettled_of(newer.device):
            if order.id != newer.id and order.values.keys() <= newer.values.keys() and self._outbox.still_waits(order):
                self._ledger.step_soon(self._cancelled(order, "replaced by a newer order"))

    def _cancelled(self, order: Order, text: str) -> Order:
        return replace(order, state=OrderState.CANCELLED, changed_at=self._clock.now(), stage="", text=text)
