"""What is done for the chosen differences, and how it is spoken of."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.ports.engine.orders import SendOrder
from heyzack_console.ports.engine.templates import ApplyTemplate
from heyzack_console.presentation.templates.drift import DriftLine
from heyzack_console.presentation.templates.remedy import ANSWERS_WITHIN_S, REASON, Remedy, outcome, patience_s, settled
from tests.presentation.templates.test_drift import KIND, MUTE, NAME, SET, SHUT
from tests.support.building import CLIMATE, THERMOSTAT, VALVE, at

ORDER = Order(OrderId("o"), THERMOSTAT.id, {}, at(0), at(9), "Ines")


def lines(*pairs):
    return [DriftLine(device, difference) for device, difference in pairs]


def test_the_book_comes_first_and_each_device_gets_one_order_for_all_its_values():
    chosen = lines((THERMOSTAT, SET), (THERMOSTAT, NAME), (THERMOSTAT, MUTE), (CLIMATE, NAME), (CLIMATE, KIND))
    remedy = Remedy(chosen)
    assert [step.command for step in remedy.steps] == [
        ApplyTemplate((CLIMATE.id,), names=True, categories=True),
        ApplyTemplate((THERMOSTAT.id,), names=True, categories=False),
        SendOrder(THERMOSTAT.id, {"temp_set": 21.0, "mode": "auto"}, confirmed=False, reason=REASON),
    ]
    assert {key for step in remedy.steps for key in step.keys} == {line.key for line in chosen}
    assert remedy.preview() == (
        "Would be done: 2 devices renamed, the kind of 1 device set, 1 device sent an order, one after another."
    )
    assert remedy.words() == ("2 devices changed in the book. 1 device got an order; each line says what came of it.")
    assert remedy.question is None


def test_orders_that_protect_people_are_asked_about_and_sent_as_confirmed():
    remedy = Remedy(lines((VALVE, SHUT), (THERMOSTAT, SET)))
    assert remedy.question is not None
    assert remedy.question.title == "Send orders to 1 device that protect people?"
    assert remedy.question.state == "Main valve."
    assert [(s.command.device, s.command.confirmed) for s in remedy.steps] == [(VALVE.id, True), (THERMOSTAT.id, False)]


def test_nothing_chosen_is_nothing_done():
    assert (Remedy(()).steps, Remedy(()).preview()) == ((), "Select the differences that shall be put right.")


@pytest.mark.parametrize(
    ("state", "text", "words", "ink"),
    [
        (OrderState.WAITING, "", "waits until the device can be reached", "ink2"),
        (OrderState.SENT, "", "sent, not confirmed yet", "ink2"),
        (OrderState.CONFIRMED, "", "confirmed by the device", "ok"),
        (OrderState.FAILED, "It refused.", "failed: It refused.", "caution"),
        (OrderState.EXPIRED, "", "expired", "caution"),
    ],
)
def test_what_became_of_an_order_is_said_and_final_states_free_the_next(state, text, words, ink):
    order = replace(ORDER, state=state, text=text)
    assert outcome(order) == (words, ink)
    assert settled(order) is state.final
    assert not settled(None)


def test_nobody_waits_for_a_device_that_cannot_be_reached():
    def health(state):
        return DeviceHealth(THERMOSTAT.id, (PathHealth(Path.LAN, state, at(0)),))

    assert patience_s(health(PathState.CONNECTED)) == ANSWERS_WITHIN_S
    assert patience_s(health(PathState.UNREACHABLE)) == 0.0
    assert patience_s(None) == 0.0
