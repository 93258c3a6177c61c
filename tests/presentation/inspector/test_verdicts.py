"""What became of an order stands at its data point while it matters."""

import pytest

from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.presentation.inspector.verdicts import Verdict, verdicts
from tests.support.building import THERMOSTAT, VALVE, at

SET = "21.0\N{NO-BREAK SPACE}°C"


def order(state, made=0.0, changed=1.0, text="", values=None, device=THERMOSTAT):
    return Order(
        OrderId(f"{made}"),
        device.id,
        values or {"temp_set": 21.0},
        at(made),
        at(300),
        "Ines",
        state,
        at(changed),
        text=text,
    )


@pytest.mark.parametrize(
    ("state", "text", "said"),
    [
        (OrderState.WAITING, "", f"{SET} waits for the device"),
        (OrderState.SENT, "", f"{SET} ordered, not confirmed yet"),
        (OrderState.CONFIRMED, "", f"{SET} confirmed"),
        (OrderState.FAILED, "The device refused it.", f"{SET} failed: The device refused it."),
        (OrderState.EXPIRED, "", f"{SET} expired unsent"),
    ],
)
def test_each_end_is_said_with_its_reason(state, text, said):
    assert verdicts(THERMOSTAT, [order(state, text=text)], at(5))["temp_set"].text == said


def test_an_order_that_was_taken_back_says_nothing():
    assert verdicts(THERMOSTAT, [order(OrderState.CANCELLED)], at(5)) == {}


def test_a_confirmation_goes_after_a_moment_and_a_failure_stays_longer():
    assert verdicts(THERMOSTAT, [order(OrderState.CONFIRMED)], at(60)) == {}
    assert verdicts(THERMOSTAT, [order(OrderState.FAILED)], at(60))
    assert verdicts(THERMOSTAT, [order(OrderState.FAILED)], at(3600)) == {}


def test_the_newest_order_of_a_point_counts_and_other_devices_do_not():
    orders = [
        order(OrderState.SENT, made=3),
        order(OrderState.FAILED, made=1),
        order(OrderState.FAILED, made=9, device=VALVE),
    ]
    assert verdicts(THERMOSTAT, orders, at(10)) == {"temp_set": Verdict(f"{SET} ordered, not confirmed yet", "ink2")}
