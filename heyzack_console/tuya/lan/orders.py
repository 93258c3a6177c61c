"""Orders that wait for their turn on a device's connection."""

import asyncio
from typing import Any

from heyzack_console.domain.errors import DeviceError
from heyzack_console.tuya.lan.requests import Points


class Batch:
    """Orders to one device or sub-device that go out as one request."""

    __slots__ = ("cid", "points", "waiters")

    def __init__(self, cid: str | None) -> None:
        self.cid = cid
        self.points: dict[str, Any] = {}
        self.waiters: list[asyncio.Future[None]] = []

    @property
    def wanted(self) -> bool:
        """Somebody still waits for it."""
        return any(not waiter.done() for waiter in self.waiters)

    def done(self, fault: DeviceError | None = None) -> None:
        """Tell everyone who waits that the device took the orders, or why not."""
        for waiter in self.waiters:
            if waiter.done():
                continue
            if fault is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(fault)


class OrderDesk:
    """Collects orders until the connection is free; those to the same target merge, a later value wins."""

    __slots__ = ("_batches",)

    def __init__(self) -> None:
        self._batches: dict[str | None, Batch] = {}

    def __bool__(self) -> bool:
        return bool(self._batches)

    def place(self, points: Points, cid: str | None) -> asyncio.Future[None]:
        """Put an order in; the result comes when the device took it."""
        batch = self._batches.setdefault(cid, Batch(cid))
        batch.points.update(points)
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        batch.waiters.append(waiter)
        return waiter

    def take(self) -> Batch | None:
        """The oldest batch that somebody still waits for; it is no longer here afterwards."""
        while self._batches:
            batch = self._batches.pop(next(iter(self._batches)))
            if batch.wanted:
                return batch
        return None

    def refuse_all(self, fault: DeviceError) -> None:
        """Give every waiting order back unsent."""
        while batch := self.take():
            batch.done(fault)
