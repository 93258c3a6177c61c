"""Orders over two roads: the LAN, then the cloud, and never twice blindly."""

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import DeviceError, InvalidInput
from heyzack_console.domain.orders import OrderState
from heyzack_console.ports.engine.orders import SendOrder
from tests.support.building import BOOK, THERMOSTAT, at
from tests.support.cloud_double import connect
from tests.support.console import console
from tests.support.memory_store import Disk

WAITING, SENT, CONFIRMED = OrderState.WAITING, OrderState.SENT, OrderState.CONFIRMED
FAILED, EXPIRED = OrderState.FAILED, OrderState.EXPIRED
CODE = "temp_set"
WARMER = SendOrder(THERMOSTAT.id, {CODE: 21.5})


async def the_order(app):
    (order,) = await app.orders()
    return order


async def both(app):
    app.lan.connect(THERMOSTAT)
    await connect(app, THERMOSTAT)
    app.lan.tell(THERMOSTAT, CODE, 20.0)
    app.cloud.tell(THERMOSTAT, CODE, 20.0, at(0))
    await app.settle()


async def test_with_both_roads_the_lan_takes_the_order_and_the_order_says_so():
    async with console() as app:
        await both(app)
        await app.engine.do(WARMER)
        order = await the_order(app)
        assert (order.state, order.path, len(app.lan.sent), app.cloud.sent) == (SENT, Path.LAN, 1, [])


async def test_without_the_lan_the_cloud_takes_it_and_its_message_confirms_it():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        order = await the_order(app)
        assert (order.state, order.path, app.lan.sent) == (SENT, Path.CLOUD, [])
        app.clock.advance(1)
        app.cloud.tell(THERMOSTAT, CODE, 21.5)
        assert (await the_order(app)).state is CONFIRMED


@pytest.mark.parametrize("stage", [Stage.CONNECT, Stage.SLOT, Stage.NEGOTIATE, Stage.KEY])
async def test_what_did_not_leave_by_the_lan_goes_by_the_cloud_at_once(stage):
    async with console() as app:
        await both(app)
        app.lan.refusal = DeviceError("no answer", stage)
        await app.engine.do(WARMER)
        order = await the_order(app)
        assert (order.state, order.path, app.lan.attempts.qsize(), len(app.cloud.sent)) == (SENT, Path.CLOUD, 1, 1)


async def test_an_order_in_doubt_is_not_repeated_when_the_cloud_shows_that_it_was_obeyed():
    async with console() as app:
        await both(app)
        app.lan.refusal = DeviceError("the connection broke", Stage.QUERY)
        await app.engine.do(WARMER)
        assert (await the_order(app)).state is SENT
        app.cloud.values[THERMOSTAT.id, CODE] = 21.5, "°C", at(2)
        await app.wait(4)
        assert ((await the_order(app)).state, app.cloud.sent, app.lan.attempts.qsize()) == (CONFIRMED, [], 1)


async def test_an_order_in_doubt_goes_by_the_cloud_only_after_the_state_was_read_and_shows_otherwise():
    async with console() as app:
        await both(app)
        app.cloud.calls.clear()
        app.lan.refusal = DeviceError("the connection broke", Stage.QUERY)
        await app.engine.do(WARMER)
        await app.wait(2)
        assert (app.cloud.calls["read"], app.cloud.sent) == (0, [])
        await app.wait(2)
        order = await the_order(app)
        assert (app.cloud.calls["read"], len(app.cloud.sent), order.path) == (1, 1, Path.CLOUD)
        await app.wait(60)
        order = await the_order(app)
        assert (order.state, len(app.cloud.sent), app.lan.attempts.qsize()) == (FAILED, 1, 1)


async def test_an_order_in_doubt_is_not_repeated_when_the_state_cannot_be_read():
    async with console() as app:
        await both(app)
        app.lan.refusal = DeviceError("the connection broke", Stage.QUERY)
        await app.engine.do(WARMER)
        await app.settle()
        app.cloud.refusal = CloudError("no answer", CloudCause.TRANSPORT)
        await app.wait(60)
        assert ((await the_order(app)).state, app.cloud.sent, app.lan.attempts.qsize()) == (FAILED, [], 1)


async def test_an_order_that_may_have_reached_the_cloud_is_never_sent_again():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        await app.settle()
        app.cloud.send_refusal = CloudError("no answer", CloudCause.TRANSPORT, may_have_arrived=True)
        await app.engine.do(WARMER)
        order = await the_order(app)
        assert (order.state, order.stage, order.text) == (SENT, "cloud transport", "no answer")
        app.cloud.send_refusal = None
        app.lan.connect(THERMOSTAT)
        await app.wait(60)
        assert ((await the_order(app)).state, app.cloud.sent, app.lan.sent) == (FAILED, [], [])


async def test_an_order_that_did_not_reach_the_cloud_waits_and_goes_later():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        await app.settle()
        app.cloud.send_refusal = CloudError("device is offline", CloudCause.DEVICE, 2001)
        await app.engine.do(WARMER)
        order = await the_order(app)
        assert (order.state, order.stage) == (WAITING, "cloud device")
        app.cloud.send_refusal = None
        await app.wait(6)
        assert ((await the_order(app)).state, len(app.cloud.sent)) == (SENT, 1)


async def test_what_the_cloud_will_never_take_fails_unless_there_is_another_road():
    refusal = CloudError("command not supported", CloudCause.DEVICE, 2008)
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.send_refusal = refusal
        await app.engine.do(WARMER)
        assert ((await the_order(app)).state, (await the_order(app)).text) == (FAILED, "command not supported")
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        await app.settle()
        app.cloud.send_refusal = refusal
        await app.engine.do(WARMER)
        assert (await the_order(app)).state is WAITING
        app.lan.connect(THERMOSTAT)
        await app.wait(1)
        assert ((await the_order(app)).state, len(app.lan.sent)) == (SENT, 1)


async def test_an_order_that_cannot_be_put_into_the_device_s_words_fails_at_once():
    async with console() as app:
        await both(app)
        app.lan.refusal = InvalidInput("This point takes no such value.", CODE)
        await app.engine.do(WARMER)
        order = await the_order(app)
        assert (order.state, order.text, app.cloud.sent) == (FAILED, "This point takes no such value.", [])


async def test_with_no_road_an_order_waits_visibly_and_goes_by_the_first_that_comes_back():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        app.cloud.fall()
        await app.settle()
        await app.engine.do(WARMER)
        assert (await the_order(app)).state is WAITING
        app.cloud.rise()
        await app.wait(1)
        assert ((await the_order(app)).path, len(app.cloud.sent), app.lan.sent) == (Path.CLOUD, 1, [])


async def test_a_value_that_was_told_before_the_order_and_arrives_after_it_confirms_nothing():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        app.cloud.tell(THERMOSTAT, CODE, 21.5, at(5))
        app.cloud.tell(THERMOSTAT, CODE, 18.0, at(6))
        app.clock.advance(10)
        await app.settle()
        await app.engine.do(WARMER)
        await app.settle()
        app.cloud.tell(THERMOSTAT, CODE, 21.5, at(5))
        assert (await the_order(app)).state is SENT


async def test_a_cloud_order_whose_message_does_not_come_is_confirmed_by_one_reading():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        await app.settle()
        app.cloud.values[THERMOSTAT.id, CODE] = 21.5, "°C", at(3)
        await app.wait(4)
        assert ((await the_order(app)).state, len(app.cloud.sent)) == (CONFIRMED, 1)


async def test_after_a_restart_the_cloud_is_asked_about_an_order_that_was_out():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await both(app)
        await app.engine.do(WARMER)
        await app.settle()
    async with console(disk, app.clock, secrets=app.secrets) as app:
        app.cloud.values[THERMOSTAT.id, CODE] = 21.5, "°C", at(3)
        app.cloud.stand()
        await app.wait(5)
        assert ((await the_order(app)).state, app.cloud.sent, app.lan.sent) == (CONFIRMED, [], [])
