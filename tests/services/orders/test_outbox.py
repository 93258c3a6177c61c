"""Orders: recorded, sent once, done when the value comes back."""

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.errors import (
    ConfirmationNeeded,
    DeviceError,
    InvalidInput,
    NotFound,
    StoreFull,
)
from heyzack_console.domain.orders import OrderState
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.ports.engine.orders import Orders, SendOrder
from tests.support.building import CLIMATE, THERMOSTAT, VALVE
from tests.support.console import console

WAITING, SENT, CONFIRMED = OrderState.WAITING, OrderState.SENT, OrderState.CONFIRMED
FAILED, EXPIRED, CANCELLED = OrderState.FAILED, OrderState.EXPIRED, OrderState.CANCELLED
WARMER = SendOrder(THERMOSTAT.id, {"temp_set": 21.5}, reason="tenant feels cold")


async def order_of(app):
    """The only order there is."""
    (order,) = await app.orders()
    return order


async def test_an_order_is_confirmed_when_the_value_comes_back():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        receipt = await app.engine.do(WARMER)
        sent = await order_of(app)
        assert (sent.state, sent.id, sent.path, sent.by) == (SENT, receipt.made, "lan", "Ines")
        app.lan.tell(THERMOSTAT, "temp_set", 21.5)
        assert (await order_of(app)).state is CONFIRMED
        assert app.lan.sent == [(THERMOSTAT.id, {"temp_set": 21.5})]


async def test_the_order_is_in_the_journal_with_its_reason_before_it_is_sent():
    async with console() as app:
        await app.engine.do(WARMER)
        _, by = app.disk.entries[-1]
        assert (by.actor.name, by.command, by.reason) == ("Ines", "SendOrder", "tenant feels cold")
        assert app.lan.sent == []


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (SendOrder(DeviceId("nobody"), {"switch": True}), NotFound),
        (SendOrder(THERMOSTAT.id, {"temp_set": 99.0}), InvalidInput),
        (SendOrder(CLIMATE.id, {"va_temperature": 20.0}), InvalidInput),
        (SendOrder(VALVE.id, {"switch_1": False}), ConfirmationNeeded),
    ],
)
async def test_an_order_that_does_not_fit_is_refused_and_recorded_nowhere(command, error):
    async with console() as app:
        app.lan.connect(THERMOSTAT, VALVE)
        await app.settle()
        with pytest.raises(error):
            await app.engine.do(command)
        assert (await app.orders(), app.disk.entries, app.lan.sent) == ((), [], [])


async def test_a_confirmed_order_to_a_safety_point_is_sent():
    async with console() as app:
        app.lan.connect(VALVE)
        await app.engine.do(SendOrder(VALVE.id, {"switch_1": False}, confirmed=True))
        assert (await order_of(app)).state is SENT


async def test_an_order_that_cannot_be_recorded_is_not_sent():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        app.disk.full = True
        with pytest.raises(StoreFull):
            await app.engine.do(WARMER)
        app.disk.full = False
        await app.wait(10)
        assert app.lan.sent == []


async def test_while_an_order_is_on_its_way_the_twin_shows_it_as_assumed():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.tell(THERMOSTAT, "temp_set", 19.0)
        await app.settle()
        await app.engine.do(WARMER)
        shown = await app.twin(THERMOSTAT, "temp_set")
        assert (shown.value, shown.quality) == (21.5, Quality.ASSUMED)
        await app.wait(11)
        shown = await app.twin(THERMOSTAT, "temp_set")
        assert (shown.value, shown.quality) == (19.0, Quality.LIVE)


async def test_an_order_whose_value_does_not_come_back_has_failed_at_the_query():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        await app.wait(11)
        order = await order_of(app)
        assert (order.state, order.stage) == (FAILED, Stage.QUERY)
        assert "did not come back" in order.text


async def test_how_long_a_confirmation_may_take_is_a_setting():
    async with console() as app:
        await app.engine.do(ChangeSetting("orders.confirm_within_s", 60))
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        await app.wait(50)
        app.lan.tell(THERMOSTAT, "temp_set", 21.5)
        assert (await order_of(app)).state is CONFIRMED


async def test_another_value_confirms_nothing_and_is_believed():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        await app.settle()
        app.clock.advance(1)
        app.lan.tell(THERMOSTAT, "temp_set", 18.0)
        assert (await app.twin(THERMOSTAT, "temp_set")).value == 18.0
        await app.wait(11)
        assert (await order_of(app)).state is FAILED


async def test_an_order_of_two_values_is_confirmed_when_both_are_back():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.engine.do(SendOrder(THERMOSTAT.id, {"switch": True, "temp_set": 20.0}))
        app.lan.tell(THERMOSTAT, "switch", True)
        assert (await order_of(app)).state is SENT
        app.lan.tell(THERMOSTAT, "temp_set", 20.0)
        assert (await order_of(app)).state is CONFIRMED


async def test_a_device_that_showed_the_value_all_along_has_obeyed():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.tell(THERMOSTAT, "switch", True)
        await app.settle()
        await app.engine.do(SendOrder(THERMOSTAT.id, {"switch": True}))
        await app.wait(11)
        assert (await order_of(app)).state is CONFIRMED


async def test_an_order_to_an_absent_device_waits_and_is_sent_once_when_it_is_back():
    async with console() as app:
        app.lan.lose(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        await app.wait(30)
        assert (await order_of(app)).state is WAITING
        assert await app.engine.ask(Orders(unsent=True)) == await app.orders()
        app.lan.connect(THERMOSTAT)
        await app.settle()
        app.lan.connect(THERMOSTAT)
        await app.wait(2)
        assert len(app.lan.sent) == 1


async def test_an_order_that_waited_too_long_expires_unsent():
    async with console() as app:
        app.lan.lose(THERMOSTAT)
        await app.engine.do(WARMER)
        await app.wait(301)
        app.lan.connect(THERMOSTAT)
        order = await order_of(app)
        assert (order.state, app.lan.sent) == (EXPIRED, [])
        assert "Nothing was sent" in order.text


async def test_a_newer_order_for_the_same_point_replaces_the_one_that_waits():
    async with console() as app:
        app.lan.lose(THERMOSTAT)
        await app.engine.do(WARMER)
        await app.engine.do(SendOrder(THERMOSTAT.id, {"temp_set": 18.0}))
        app.lan.connect(THERMOSTAT)
        newer, older = await app.orders()
        assert (newer.state, older.state, older.text) == (SENT, CANCELLED, "replaced by a newer order")
        assert app.lan.sent == [(THERMOSTAT.id, {"temp_set": 18.0})]


async def test_orders_to_one_device_go_out_one_after_another():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.gate.clear()
        await app.engine.do(WARMER)
        await app.engine.do(SendOrder(THERMOSTAT.id, {"mode": "manual"}))
        await app.settle()
        assert len(app.lan.sent) == 1
        app.lan.gate.set()
        await app.settle()
        assert [values for _, values in app.lan.sent] == [{"temp_set": 21.5}, {"mode": "manual"}]


async def test_a_busy_device_does_not_hold_up_another():
    async with console() as app:
        app.lan.connect(THERMOSTAT, VALVE)
        app.lan.gate.clear()
        await app.engine.do(WARMER)
        await app.engine.do(SendOrder(VALVE.id, {"switch_1": True}, confirmed=True))
        await app.settle()
        assert {device for device, _ in app.lan.sent} == {THERMOSTAT.id, VALVE.id}


async def test_an_order_of_which_nobody_knew_is_confirmed_by_the_value_all_the_same():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.refusal = DeviceError("the device did not answer", Stage.QUERY)
        await app.engine.do(WARMER)
        await app.settle()
        app.lan.tell(THERMOSTAT, "temp_set", 21.5)
        assert (await order_of(app)).state is CONFIRMED


async def test_a_value_that_was_hidden_by_an_order_is_remembered_when_its_path_goes_meanwhile():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.tell(THERMOSTAT, "temp_set", 19.0)
        await app.settle()
        await app.engine.do(WARMER)
        await app.settle()
        app.lan.lose(THERMOSTAT)
        await app.wait(11)
        shown = await app.twin(THERMOSTAT, "temp_set")
        assert (shown.value, shown.quality) == (19.0, Quality.CACHED)


async def set_back(app, seconds):
    """The computer's clock was ahead by *seconds* and is set right; then a moment passes."""
    app.clock.advance(-seconds)
    await app.wait(1)


async def test_after_the_clock_was_set_back_new_values_are_shown_and_confirm_orders():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        app.lan.tell(THERMOSTAT, "temp_set", 20.0)
        await app.settle()
        await set_back(app, 4000)
        await app.engine.do(WARMER)
        assert (await order_of(app)).state is SENT
        app.lan.tell(THERMOSTAT, "temp_set", 21.5)
        assert (await order_of(app)).state is CONFIRMED
        assert (await app.twin(THERMOSTAT, "temp_set")).value == 21.5


async def test_an_order_that_was_out_when_the_clock_was_set_back_is_given_up_in_the_usual_time():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.engine.do(WARMER)
        assert (await order_of(app)).state is SENT
        await set_back(app, 4000)
        await app.wait(11)
        assert (await order_of(app)).state is FAILED


async def test_an_order_that_rested_when_the_clock_was_set_back_goes_out_soon():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        app.lan.refusal = DeviceError("It does not answer.", Stage.CONNECT)
        await app.engine.do(WARMER)
        assert (await order_of(app)).state is WAITING
        app.lan.refusal = None
        await set_back(app, 4000)
        assert (await order_of(app)).state is SENT
