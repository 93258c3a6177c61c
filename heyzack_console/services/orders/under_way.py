"""What is going on with orders that are not settled: which are out, which rest, by which paths they may not go."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.orders import Order, OrderId, OrderState

SENDING = "sending"
"""Stage of an order that is on its way. It is on the disk before the first byte goes out, so that an engine that dies
in between knows afterwards that the order may have arrived, and does not send it again."""

# How long an attempt that came to nothing rests while the device seems to be there.
_REST = timedelta(seconds=5)
# A device tells of its new value within a second or two; only then it is worth a call to ask for it.
_LOOK_AFTER = timedelta(seconds=3)


class UnderWay:
    """Memory of this run; what must survive it is in the ledger."""

    def __init__(self) -> None:
        self.busy: dict[DeviceId, OrderId] = {}
        self.held: set[OrderId] = set()
        self._sent_at: dict[OrderId, datetime] = {}
        self._rests_until: dict[OrderId, datetime] = {}
        self._looks: dict[OrderId, tuple[datetime, bool]] = {}
        self._closed: dict[OrderId, frozenset[Path]] = {}

    def still_waits(self, order: Order) -> bool:
        """Whether nothing of *order* is out or on its way out."""
        return order.state is OrderState.WAITING and order.id not in self._sent_at and not self.is_busy(order)

    def is_busy(self, order: Order) -> bool:
        """Whether *order* is being sent at this moment."""
        return self.busy.get(order.device) == order.id

    def may_go(self, order: Order, now: datetime) -> bool:
        """Whether *order* may be sent now, if there is a path."""
        if order.device in self.busy or order.id in self.held or not self.still_waits(order):
            return False
        return _is_over(self._rests_until.get(order.id, now), now, _REST)

    def went(self, order: Order, now: datetime) -> None:
        """*order* is out: its value may come back."""
        self._sent_at[order.id] = now

    def is_out(self, order: Order) -> bool:
        """Whether *order* may have arrived."""
        return order.id in self._sent_at

    def out_for(self, order: Order, now: datetime) -> timedelta | None:
        """How long *order* has been out; None while it waits."""
        since = self._sent_at.get(order.id)
        if since is None:
            return None
        if since > now:  # the clock was set back: the wait begins anew
            self._sent_at[order.id] = since = now
        return now - since

    def came_back(self, order: Order) -> None:
        """Nothing of *order* is out any more."""
        self._sent_at.pop(order.id, None)
        self._looks.pop(order.id, None)

    def rest(self, order: Order, now: datetime) -> None:
        """Do not try *order* again at once."""
        self._rests_until[order.id] = now + _REST

    def rested(self, order: Order) -> None:
        """*order* need not rest any longer."""
        self._rests_until.pop(order.id, None)

    def look_soon(self, order: Order, now: datetime, *, repeat: bool) -> None:
        """Ask what the device shows if the value has not come back by then; *repeat*: send once more if it does not."""
        self._looks[order.id] = now + _LOOK_AFTER, repeat

    def due_looks(self, now: datetime) -> Iterator[tuple[OrderId, bool]]:
        """Yield the orders to ask for now; each is yielded once."""
        for order in [order for order, (when, _) in self._looks.items() if _is_over(when, now, _LOOK_AFTER)]:
            yield order, self._looks.pop(order)[1]

    def close(self, order: Order, path: Path) -> None:
        """*order* will not be taken by way of *path*."""
        self._closed[order.id] = self.closed_to(order) | {path}

    def close_all_but(self, order: Order, path: Path) -> None:
        """*order* may go by way of *path* alone."""
        self._closed[order.id] = frozenset(Path) - {path}

    def closed_to(self, order: Order) -> frozenset[Path]:
        """The paths by which *order* may not go."""
        return self._closed.get(order.id, frozenset())

    def something_due(self, now: datetime) -> bool:
        """Whether somebody has rested enough or is to be asked for."""
        rested = any(_is_over(until, now, _REST) for until in self._rests_until.values())
        return rested or any(_is_over(when, now, _LOOK_AFTER) for when, _ in self._looks.values())

    def end(self, order: Order) -> bool:
        """*order* is settled; tells whether it was out."""
        was_out = self._sent_at.pop(order.id, None) is not None
        for memory in (self._rests_until, self._looks, self._closed):
            memory.pop(order.id, None)
        return was_out


def _is_over(until: datetime, now: datetime, longest: timedelta) -> bool:
    """Whether a pause of at most *longest* is over; one that ends later was begun before the clock was set back."""
    return not timedelta() < until - now <= longest
