"""Orders are told by what they do to the thing: a valve is closed, a lock is unlocked, a set point is set."""

from dataclasses import replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.inspector.orders import order_question, verb_of
from tests.support.building import THERMOSTAT, VALVE


def test_the_question_names_verb_and_object():
    question = order_question(VALVE, "switch_1", False, "open")
    assert (question.title, question.verb) == ("Close Main valve?", "Close")
    assert question.way_back == "It can be set back to open."


def test_a_lock_is_unlocked_and_anything_else_is_switched():
    lock = replace(VALVE, category=Category.LOCK)
    assert verb_of(lock, lock.points[0], True) == "Unlock"
    lamp = replace(VALVE, category=Category.LIGHT)
    assert verb_of(lamp, lamp.points[0], False) == "Switch off"


def test_a_value_that_is_no_switch_is_set():
    question = order_question(THERMOSTAT, "temp_set", 21.5, "20.0 °C")
    assert question.title == "Set set point of Thermostat 1.03 to 21.5\N{NO-BREAK SPACE}°C?"
