"""When a rule's condition is true, for how long, and in which words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.categories import Category
from heyzack_console.rules.alerts.conditions import Hold, applies, due, held, judge_of, set_bits, worded
from tests.support.building import CLIMATE, LEAK, THERMOSTAT, at

WARM = AlertRule("warm", "Temperature high", Test.ABOVE, Priority.P3, "va_temperature", limit=27.0, dead_band=1.0)
COLD = replace(WARM, id="cold", test=Test.BELOW, limit=12.0)
WET = AlertRule("wet", "Water leak", Test.EQUALS, Priority.P1, "watersensor_state", equals=("alarm", True))
NOW = at(0)
BITS = AlertRule("fault", "Fault", Test.ANY_BIT, Priority.P3, "fault")


@pytest.mark.parametrize(
    ("rule", "value", "announced", "true"),
    [
        (WARM, 27.0, False, False),
        (WARM, 27.1, False, True),
        (WARM, 26.5, True, True),
        (WARM, 26.0, True, False),
        (COLD, 12.0, False, False),
        (COLD, 11.9, False, True),
        (COLD, 12.5, True, True),
        (COLD, 13.0, True, False),
        (WET, "alarm", False, True),
        (WET, "normal", True, False),
        (WET, True, False, True),
        (WET, 1, False, False),
        (BITS, 4, False, True),
        (BITS, 0, True, False),
    ],
)
def test_a_condition_is_judged_by_its_limit_words_or_bits(rule, value, announced, true):
    assert judge_of(rule)(value, announced, NOW) is true


@pytest.mark.parametrize(("rule", "value"), [(WARM, None), (WARM, "27"), (WARM, True), (WET, None), (BITS, "4")])
def test_a_value_of_another_kind_says_nothing(rule, value):
    assert judge_of(rule)(value, False, NOW) is None


@hypothesis_settings(max_examples=100)
@given(st.floats(-50, 80, allow_nan=False))
def test_between_limit_and_dead_band_the_last_verdict_stands(value):
    fresh, standing = (judge_of(WARM)(value, known, NOW) for known in (False, True))
    assert standing or not fresh
    assert (fresh is standing) is not (26.0 < value <= 27.0)


def test_a_condition_is_due_when_it_has_lasted_its_delay_without_a_break():
    hold = held(held(Hold(), at(0), true=True), at(40), true=True)
    assert due(hold, 60) == at(60)
    broken = held(held(hold, at(50), true=False), at(55), true=True)
    assert due(broken, 60) == at(115)


def test_an_announced_condition_is_not_due_again():
    assert due(Hold(at(0), announced=True), 60) is None
    assert due(Hold(), 60) is None


def test_a_fault_is_worded_with_the_labels_of_its_bits():
    assert worded(BITS, THERMOSTAT.point("fault"), 0b101) == "Fault: E1, E3"
    assert worded(WARM, CLIMATE.point("va_temperature"), 28.0) == "Temperature high"


def test_a_label_written_like_code_is_read_as_words():
    point = replace(THERMOSTAT.point("fault"), labels=("e3_water_temperature",))
    assert worded(BITS, point, 1) == "Fault: e3 water temperature"


def test_bits_without_a_label_are_named_by_number():
    assert set_bits(None, 0b1010) == ("bit 1", "bit 3")


def test_a_rule_watches_its_categories_or_its_devices_and_nothing_when_switched_off():
    by_category = replace(WARM, categories=(Category.TEMPERATURE,))
    assert applies(by_category, CLIMATE)
    assert not applies(by_category, LEAK)
    assert applies(replace(by_category, devices=(LEAK.id,)), LEAK)
    assert not applies(replace(by_category, devices=(LEAK.id,)), CLIMATE)
    assert not applies(replace(WARM, enabled=False), CLIMATE)
