"""Every order that is not settled, and the record of its steps."""

from collections.abc import Callable, Iterable

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.orders import Order, OrderId
from heyzack_console.ports.store import OrderStore
from heyzack_console.services.feed import Feed
from heyzack_console.services.write_behind import WriteBehind


class OrderLedger:
    """Memory acts at once; listeners are told of a step only when it is on the disk."""

    def __init__(self, store: OrderStore, feed: Feed, line: WriteBehind) -> None:
        self._store = store
        self._feed = feed
        self._line = line
        self._unsettled: dict[OrderId, Order] = {}
        self._of: dict[DeviceId, dict[OrderId, Order]] = {}
        self._followers: list[Callable[[Order], None]] = []

    def lead_to(self, follower: Callable[[Order], None]) -> None:
        """Call *follower* with each step that an order takes."""
        self._followers.append(follower)

    async def load(self) -> None:
        """Read what an earlier run left unsettled."""
        for order in await self._store.unsettled():
            self._keep(order)
            self._feed.order(order)

    async def put(self, order: Order, by: By) -> EntryRef:
        """Record a new order.

        Raises:
            StoreError: it was not recorded and will not be carried out.
        """
        entry = await self._line.durably(lambda: self._store.put(order, by))
        self._keep(order)
        self._feed.order(order)
        self._feed.journal_changed()
        return entry

    async def step(self, order: Order) -> None:
        """Record how far *order* has come before anything else happens.

        Raises:
            StoreError: the order stands as before.
        """
        await self._line.durably(lambda: self._write(order))
        self._keep(order)

    def step_soon(self, order: Order) -> None:
        """Take *order* as it stands now and record that behind everything that waits."""
        self._keep(order)
        self._line.soon(lambda: self._write(order))

    def get(self, order: OrderId) -> Order | None:
        """The order, None once it is settled."""
        return self._unsettled.get(order)

    def unsettled(self) -> tuple[Order, ...]:
        """Orders that wait or were sent, oldest first."""
        return tuple(self._unsettled.values())

    def unsettled_of(self, device: DeviceId) -> Iterable[Order]:
        """Unsettled orders of one device, oldest first."""
        known = self._of.get(device)
        return tuple(known.values()) if known else ()

    async def recent(self, device: DeviceId | None, limit: int) -> tuple[Order, ...]:
        """Orders from the store, newest first."""
        return await self._store.recent(device, limit)

    async def _write(self, order: Order) -> None:
        at = order.changed_at or order.made_at
        await self._store.advance(order.id, order.state, at, order.stage, order.text, order.path)
        self._feed.order(order)

    def _keep(self, order: Order) -> None:
        of_device = self._of.setdefault(order.device, {})
        if order.state.final:
            self._unsettled.pop(order.id, None)
            of_device.pop(order.id, None)
            if not of_device:
                del self._of[order.device]
        else:
            self._unsettled[order.id] = of_device[order.id] = order
        for follower in self._followers:
            follower(order)
