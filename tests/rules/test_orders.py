"""What an order may contain, when it asks first, and when it was obeyed."""

import math

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.orders import asks_first, checked, obeyed
from tests.support.building import CLIMATE, SMOKE, THERMOSTAT, VALVE


def test_values_of_the_right_type_and_range_are_taken():
    wanted = {"switch": True, "temp_set": 21.5, "mode": "auto"}
    assert checked(THERMOSTAT, wanted) == wanted


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "contains no value"),
        ({"colour": 1}, "no data point colour"),
        ({"temp_current": 20.0}, "can only be read"),
        ({"switch": 1}, "either on or off"),
        ({"temp_set": True}, "takes a number"),
        ({"temp_set": "21"}, "takes a number"),
        ({"temp_set": math.nan}, "takes a number"),
        ({"temp_set": 4.5}, "5 to 30 °C"),
        ({"temp_set": 30.5}, "5 to 30 °C"),
        ({"temp_set": 21.3}, "steps of 0.5 °C"),
        ({"mode": "holiday"}, "auto, manual"),
        ({"mode": None}, "auto, manual"),
    ],
)
def test_a_value_outside_the_specification_is_refused_by_name(values, says):
    with pytest.raises(InvalidInput, match=says):
        checked(THERMOSTAT, values)


@hypothesis_settings(max_examples=100)
@given(st.integers(10, 60))
def test_every_step_of_the_range_is_taken(halves):
    assert checked(THERMOSTAT, {"temp_set": halves / 2}) == {"temp_set": halves / 2}


def test_a_number_without_a_stated_step_moves_by_its_scale():
    device = THERMOSTAT.__class__(
        THERMOSTAT.id,
        "Dimmer",
        THERMOSTAT.category,
        points=(PointSpec(1, "level", PointKind.NUMBER, writable=True, scale=1, minimum=0, maximum=1),),
    )
    assert checked(device, {"level": 0.3}) == {"level": 0.3}
    with pytest.raises(InvalidInput, match=r"steps of 0\.1"):
        checked(device, {"level": 0.33})


def test_only_safety_points_ask_first():
    assert asks_first(VALVE, {"switch_1": False}) == ("Valve",)
    assert asks_first(THERMOSTAT, {"switch": False}) == ()


def test_a_number_that_comes_back_within_half_a_step_obeys():
    point = THERMOSTAT.point("temp_set")
    assert obeyed(21.5, 21.5000001, point)
    assert obeyed(21, 21.0, point)
    assert not obeyed(21.5, 22.0, point)


def test_a_switch_and_a_count_are_different_things():
    assert not obeyed(True, 1, THERMOSTAT.point("switch"))
    assert not obeyed(1, True, CLIMATE.point("va_temperature"))
    assert obeyed("alarm", "alarm", SMOKE.point("smoke_sensor_state"))


def test_a_colour_is_obeyed_however_its_text_is_written():
    lamp = PointSpec(24, "colour_data", PointKind.JSON, writable=True)
    assert obeyed('{"h":1,"s":2,"v":3}', '{"v": 3, "s": 2, "h": 1.0}', lamp)
    assert not obeyed('{"h":1,"s":2,"v":3}', '{"h":1,"s":2,"v":4}', lamp)
