"""Orders and the steps they took: the order is a record, its state the fold of its events."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select, text

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.ports.clock import Clock
from heyzack_console.storage.clock import from_us, to_us
from heyzack_console.storage.identity import console_actor
from heyzack_console.storage.keys import new_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.journal import chain, journal, journal_touch, this_console
from heyzack_console.storage.tables.orders import device_order, order_event
from heyzack_console.storage.work import Draft

_FINAL = [state.value for state in OrderState if state.final]
_ROWID = text("order_event.rowid")


class OrderRecords:
    """The order store on the journal. The outbox is the orders that are not final."""

    def __init__(self, store: RecordStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def put(self, order: Order, by: By) -> EntryRef:
        """Record a new order, and its state where that is more than waiting."""
        key = bytes.fromhex(order.id)
        async with self._store.work(by) as work:
            work.insert("device_order", key, _order_values(order))
            if order.state is not OrderState.WAITING or order.stage or order.text or order.path:
                at = order.changed_at or order.made_at
                step = _step_values(key, order.state, at, (order.stage, order.text, order.path))
                work.insert("order_event", new_key(self._clock.now()), step)
        return work.entries[0]

    async def advance(self, order: OrderId, state: OrderState, at: datetime, stage: str, text: str, path: str) -> None:
        """Append what happened to an order (by the console itself).

        Raises:
            NotFound: there is no such order.
        """
        key = bytes.fromhex(order)

        def job(draft: Draft) -> None:
            if draft.read("device_order", key) is None:
                raise NotFound("This order is not known here. Nothing was recorded.")
            step = _step_values(key, state, at, (stage, text, path))
            draft.insert("order_event", new_key(self._clock.now()), step)

        await self._store.write(By(await console_actor(self._store), "", "orders.advance"), job)

    async def unsettled(self) -> tuple[Order, ...]:
        """Orders of this console that are waiting or sent, oldest first; those of others are theirs to send."""
        settled = select(order_event.c.key).where(
            (order_event.c.order == device_order.c.key) & order_event.c.state.in_(_FINAL)
        )
        query = select(device_order).where(~settled.exists(), _made_here()).order_by(device_order.c.made_at)
        return await self._store.read(lambda conn: _orders(conn, query))

    async def recent(self, device: DeviceId | None, limit: int) -> tuple[Order, ...]:
        """Newest first."""
        query = select(device_order).order_by(device_order.c.made_at.desc(), device_order.c.key.desc()).limit(limit)
        if device is not None:
            query = query.where(device_order.c.device == device)
        return await self._store.read(lambda conn: _orders(conn, query))


def _made_here() -> ColumnElement[bool]:
    """Whether this console wrote the order: an order that came with another journal is not sent from here."""
    own = (
        select(journal_touch.c.key)
        .join(journal, journal.c.pos == journal_touch.c.pos)
        .join(chain, chain.c.no == journal.c.chain)
        .join(this_console, this_console.c.id == chain.c.console)
        .where((journal_touch.c.tbl == "device_order") & (journal_touch.c.key == device_order.c.key))
    )
    return own.exists()


def _orders(conn: Connection, query: Select[Any]) -> tuple[Order, ...]:
    found = conn.execute(query).mappings().all()
    steps: dict[bytes, list[RowMapping]] = {row["key"]: [] for row in found}
    for row in _steps(conn, list(steps)):
        steps[row["order"]].append(row)
    return tuple(_order(row, steps[row["key"]]) for row in found)


def _steps(conn: Connection, orders: Sequence[bytes]) -> Iterable[RowMapping]:
    for start in range(0, len(orders), 500):
        some = order_event.c.order.in_(orders[start : start + 500])
        yield from conn.execute(select(order_event).where(some).order_by(_ROWID)).mappings()


def _order(row: RowMapping, steps: Iterable[RowMapping]) -> Order:
    order = Order(
        id=OrderId(row["key"].hex()),
        device=DeviceId(row["device"]),
        values=row["values"],
        made_at=from_us(row["made_at"]),
        expires_at=from_us(row["expires_at"]),
        by=row["by"],
    )
    for step in steps:
        order = _after(order, step)
    return order


def _after(order: Order, step: RowMapping) -> Order:
    """The order as *step* leaves it; what comes after the end changes nothing."""
    if order.state.final:
        return order
    state, changed_at = OrderState(step["state"]), from_us(step["at"])
    return replace(order, state=state, changed_at=changed_at, stage=step["stage"], text=step["text"], path=step["path"])


def _order_values(order: Order) -> dict[str, Any]:
    return {
        "device": order.device,
        "values": order.values,
        "made_at": to_us(order.made_at),
        "expires_at": to_us(order.expires_at),
        "by": order.by,
    }


def _step_values(order: bytes, state: OrderState, at: datetime, words: tuple[str, str, str]) -> dict[str, Any]:
    stage, text, path = words
    return {"order": order, "state": state.value, "at": to_us(at), "stage": stage, "text": text, "path": path}
