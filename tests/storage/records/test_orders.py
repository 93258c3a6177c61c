"""Orders, their steps, and the outbox."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.storage.keys import new_key
from heyzack_console.storage.orders import OrderRecords
from heyzack_console.storage.store import RecordStore
from tests.support.journal_notes import HandClock


def an_order(clock: HandClock, device: str = "lamp") -> Order:
    now = clock.now()
    return Order(
        id=OrderId(new_key(now).hex()),
        device=DeviceId(device),
        values={"switch_led": True, "bright_value": 55.5, "mode": "white"},
        made_at=now,
        expires_at=now + timedelta(minutes=5),
        by="Anna",
    )


async def test_an_order_waits_until_its_steps_say_otherwise(store: RecordStore, by: By, clock: HandClock):
    book, order = OrderRecords(store, clock), an_order(clock)
    await book.put(order, by)
    assert await book.unsettled() == (order,)
    sent_at = clock.now()
    await book.advance(order.id, OrderState.SENT, sent_at, "", "", "lan")
    sent = replace(order, state=OrderState.SENT, changed_at=sent_at, path="lan")
    assert await book.unsettled() == (sent,)
    done_at = clock.now()
    await book.advance(order.id, OrderState.CONFIRMED, done_at, "", "", "lan")
    assert await book.unsettled() == ()
    assert await book.recent(order.device, 5) == (replace(sent, state=OrderState.CONFIRMED, changed_at=done_at),)


async def test_what_comes_after_the_end_of_an_order_changes_nothing(store: RecordStore, by: By, clock: HandClock):
    book, order = OrderRecords(store, clock), an_order(clock)
    await book.put(order, by)
    await book.advance(order.id, OrderState.EXPIRED, order.expires_at, "", "The device was away too long.", "")
    await book.advance(order.id, OrderState.CONFIRMED, clock.now(), "", "", "lan")
    (found,) = await book.recent(None, 5)
    assert (found.state, found.text) == (OrderState.EXPIRED, "The device was away too long.")


async def test_an_order_that_was_recorded_after_it_failed_keeps_its_stage_and_text(
    store: RecordStore, by: By, clock: HandClock
):
    book, order = OrderRecords(store, clock), an_order(clock)
    failed = replace(order, state=OrderState.FAILED, changed_at=clock.now(), stage="key", text="Wrong key.", path="lan")
    await book.put(failed, by)
    assert await book.recent(None, 5) == (failed,)
    assert await book.unsettled() == ()


async def test_recent_orders_are_newest_first_per_device_and_the_outbox_oldest_first(
    store: RecordStore, by: By, clock: HandClock
):
    book = OrderRecords(store, clock)
    orders = [an_order(clock, device) for device in ("lamp", "valve", "lamp")]
    for order in orders:
        await book.put(order, by)
    assert await book.recent(None, 2) == (orders[2], orders[1])
    assert await book.recent(DeviceId("lamp"), 5) == (orders[2], orders[0])
    assert await book.unsettled() == tuple(orders)


async def test_a_step_of_an_unknown_order_is_refused(store: RecordStore, clock: HandClock):
    with pytest.raises(NotFound):
        await OrderRecords(store, clock).advance(OrderId("77" * 16), OrderState.SENT, clock.now(), "", "", "lan")
