"""The rules that every site begins with."""

from dataclasses import replace

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import Test
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.readings import Path
from heyzack_console.rules.alerts.conditions import applies, judge_of
from heyzack_console.rules.alerts.defaults import reach_rule, rules_for
from heyzack_console.tuya.normalise import Normaliser
from heyzack_console.tuya.normalise_specs import specs_of_product
from tests.support.building import CLIMATE, DEVICES, GATEWAY, LEAK, SMOKE, THERMOSTAT, at

RULES = rules_for(DEVICES)


def priority_of(device, code, value):
    """The most severe rule that *value* breaks."""
    return min(
        (
            rule.priority
            for rule in RULES
            if rule.code == code and applies(rule, device) and judge_of(rule)(value, False, at(0))
        ),
        default=None,
    )


def test_every_rule_has_an_identity_of_its_own():
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_rule_tells_the_operator_what_to_do():
    assert [rule.id for rule in RULES if len(rule.guidance) < 40] == []


def test_every_rule_about_a_value_names_its_data_point():
    without = {Test.UNREACHABLE, Test.DIVERGING, Test.CLOUD, Test.ANOMALY}
    assert [rule.id for rule in RULES if not rule.code and rule.test not in without] == []


@pytest.mark.parametrize(
    ("category", "code", "value", "priority"),
    [
        (Category.SMOKE, "smoke_sensor_state", "alarm", Priority.P1),
        (Category.GAS, "gas_sensor_state", "alarm", Priority.P1),
        (Category.CARBON_MONOXIDE, "co_state", "alarm", Priority.P1),
        (Category.LEAK, "watersensor_state", "alarm", Priority.P1),
        (Category.SOS_BUTTON, "sos_state", True, Priority.P1),
        (Category.THERMOSTAT, "fault", 2, Priority.P3),
        (Category.SMOKE, "battery_percentage", 10, Priority.P4),
        (Category.LEAK, "battery_state", "low", Priority.P4),
        (Category.AIR_QUALITY, "co2_value", 1600, Priority.P3),
        (Category.TEMPERATURE, "va_temperature", 21.0, None),
        (Category.BOILER, "temp_current", 60.0, None),
    ],
)
def test_what_a_value_is_worth(category, code, value, priority):
    assert priority_of(replace(SMOKE, category=category), code, value) == priority


def test_a_server_room_has_a_stricter_limit_than_an_office():
    server_room = replace(CLIMATE, serves="server room 3.09")
    stricter = [r for r in rules_for([server_room, THERMOSTAT]) if r.id.startswith("server_room")]
    assert stricter
    assert all(applies(r, server_room) and not applies(r, THERMOSTAT) for r in stricter)
    assert not [r for r in RULES if r.id.startswith("server_room")]


def test_a_lost_gateway_is_worth_more_than_a_lost_sensor_and_a_safety_device_is_between():
    assert [reach_rule(d).priority for d in (GATEWAY, LEAK, CLIMATE)] == [Priority.P2, Priority.P3, Priority.P4]


def test_a_leakage_that_a_breaker_publishes_in_milliamperes_reaches_its_limit():
    published = {
        "dps": [{"id": 15, "code": "leakage_current", "mode": "ro", "type": "value", "unit": "mA", "scale": 0}]
    }
    (spec,) = specs_of_product(published | {"category": "dlq"})
    breaker = replace(THERMOSTAT, category=Category.BREAKER, points=(spec,))
    heard = [Normaliser(breaker).readings({15: raw}, at(0), Path.LAN)[0] for raw in (29, 31)]
    values = [reading.value for reading in heard]
    assert [priority_of(breaker, "leakage_current", value) for value in values] == [None, Priority.P2]
