"""Orders when something goes wrong: refusals, doubts, cancellations, restarts."""

import asyncio

import pytest

from heyzack_console.domain.devices.health import PathState, Stage
from heyzack_console.domain.errors import (
    DeviceError,
    IllegalTransition,
    NotFound,
)
from heyzack_console.domain.orders import OrderState
from heyzack_console.ports.engine.orders import CancelOrder, SendOrder
from tests.support.building import BOOK, THERMOSTAT
from tests.support.console import console
from tests.support.memory_store import Disk

WAITING, SENT, CONFIRMED = OrderState.WAITING, OrderState.SENT, OrderState.CONFIRMED
FAILED, EXPIRED, CANCELLED = OrderState.FAILED, OrderState.EXPIRED, OrderState.CANCELLED
WARMER = SendOrder(THERMOSTAT.id, {"temp_set": 21.5}, reason="tenant feels cold")


async def order_of(app):
    """The only order there is."""
    (order,) = await app.orders()
    return order


async def test_a_waiting_order_can_be_cancelled():
    async with console() as app:
        app.lan.lose(THERMOSTAT)
        receipt = await app.engine.do(WARMER)
        await app.engine.do(CancelOrder(receipt.made))
        app.lan.connect(THERMOSTAT)
        order = await order_of(app)
        assert (order.state, order.text, app.lan.sent) == (CANCELLED, "cancelled by Ines", [])


async def test_an_order_on_its_way_cannot_be_cancelled():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.gate.clear()
        receipt = await app.engine.do(WARMER)
        await app.settle()
        with pytest.raises(IllegalTransition, match="has been sent"):
            await app.engine.do(CancelOrder(receipt.made))


async def test_a_settled_order_cannot_be_cancelled():
    async with console() as app:
        app.lan.lose(THERMOSTAT)
        receipt = await app.engine.do(WARMER)
        await app.engine.do(CancelOrder(receipt.made))
        with pytest.raises(NotFound, match="settled"):
            await app.engine.do(CancelOrder(receipt.made))


@pytest.mark.parametrize("stage", [Stage.CONNECT, Stage.SLOT, Stage.NEGOTIATE])
async def test_an_attempt_that_did_not_reach_the_device_is_repeated_after_a_rest(stage):
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.refusal = DeviceError("no answer", stage)
        await app.engine.do(WARMER)
        order = await order_of(app)
        assert (order.state, order.stage, app.lan.attempts.qsize()) == (WAITING, stage, 1)
        await app.wait(4)
        assert app.lan.attempts.qsize() == 1
        app.lan.refusal = None
        await app.wait(3)
        assert ((await order_of(app)).state, app.lan.attempts.qsize()) == (SENT, 2)


async def test_an_order_of_which_nobody_knows_whether_it_arrived_is_never_sent_again():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.refusal = DeviceError("the device did not answer", Stage.QUERY)
        await app.engine.do(WARMER)
        app.lan.refusal = None
        await app.wait(60)
        order = await order_of(app)
        assert (order.state, order.stage, app.lan.attempts.qsize()) == (FAILED, Stage.QUERY, 1)


async def test_a_wrong_key_fails_the_order_at_once():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.refusal = DeviceError("the key is wrong", Stage.KEY)
        await app.engine.do(WARMER)
        order = await order_of(app)
        assert (order.state, order.stage, order.text) == (FAILED, Stage.KEY, "the key is wrong")


async def test_what_waits_survives_a_restart_and_is_sent_then():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.lose(THERMOSTAT)
        await app.engine.do(WARMER)
    async with console(disk, app.clock) as app:
        app.lan.connect(THERMOSTAT)
        assert (await order_of(app)).state is SENT
        assert len(app.lan.sent) == 1


async def test_an_order_that_was_going_out_when_the_engine_died_is_watched_and_not_sent_again():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(THERMOSTAT)
        app.lan.gate.clear()
        await app.engine.do(WARMER)
        async with asyncio.timeout(5):
            await app.lan.attempts.get()
        frozen = dict(disk.orders)
    disk.orders = frozen
    assert [order.stage for order in frozen.values()] == ["sending"]
    async with console(disk, app.clock) as app:
        app.lan.connect(THERMOSTAT)
        await app.wait(12)
        order = await order_of(app)
        assert (order.state, app.lan.sent) == (FAILED, [])
        assert "not known whether the order arrived" in order.text


async def test_an_order_that_was_going_out_is_confirmed_if_the_device_shows_the_value_after_the_restart():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(THERMOSTAT)
        await app.engine.do(WARMER)
        await app.settle()
    async with console(disk, app.clock) as app:
        app.lan.connect(THERMOSTAT)
        app.lan.tell(THERMOSTAT, "temp_set", 21.5)
        assert (await order_of(app)).state is CONFIRMED


async def test_a_confirmation_is_told_only_when_it_is_on_the_disk():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        await app.settle()
        changes = app.engine.changes()
        await anext(changes)
        app.disk.full = True
        app.lan.tell(THERMOSTAT, "temp_set", 21.5)
        await app.settle()
        batch = await anext(changes)
        assert (len(batch.readings), batch.orders) == (1, ())
        app.disk.full = False
        await app.wait(1)
        batch = await anext(changes)
        assert [order.state for order in batch.orders] == [CONFIRMED]
        await changes.aclose()


async def test_a_sleeping_device_gets_its_order_when_it_wakes():
    async with console() as app:
        app.lan.path(THERMOSTAT, PathState.ASLEEP)
        await app.engine.do(WARMER)
        await app.settle()
        assert app.lan.sent == []
        app.lan.connect(THERMOSTAT)
        await app.settle()
        assert len(app.lan.sent) == 1


async def test_a_failure_that_is_told_after_the_value_came_back_changes_nothing():
    for stage in (Stage.CONNECT, Stage.QUERY, Stage.KEY):
        async with console() as app:
            app.lan.connect(THERMOSTAT)
            app.lan.gate.clear()
            app.lan.late_refusal = DeviceError("the connection broke", stage)
            await app.engine.do(WARMER)
            await app.settle()
            app.lan.tell(THERMOSTAT, "temp_set", 21.5)
            await app.settle()
            app.lan.gate.set()
            await app.wait(12)
            assert ((await order_of(app)).state, app.lan.attempts.qsize()) == (CONFIRMED, 1)


async def test_an_order_that_is_being_cancelled_is_not_sent_meanwhile():
    async with console() as app:
        app.lan.lose(THERMOSTAT)
        receipt = await app.engine.do(WARMER)
        app.disk.slow = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(app.engine.do(CancelOrder(receipt.made)))
            await asyncio.sleep(0)
            app.lan.connect(THERMOSTAT)
            app.services.parts.ground.pipeline.drain()
            for _ in range(10):
                await asyncio.sleep(0)
            app.disk.slow.set()
        await app.wait(10)
        assert ((await order_of(app)).state, app.lan.sent) == (CANCELLED, [])
