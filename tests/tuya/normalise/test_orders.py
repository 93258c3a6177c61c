"""Ordered values become what the device takes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.normalise import Normaliser
from heyzack_console.tuya.normalise_specs import specs_of_product

DPS = [
    {"id": 1, "code": "switch_1", "type": "bool", "mode": "rw"},
    {"id": 2, "code": "temp_set", "type": "value", "mode": "rw", "unit": "℃", "scale": 1, "min": 50, "max": 350},
    {"id": 3, "code": "temp_current", "type": "value", "mode": "ro", "unit": "℃", "scale": 1},
    {"id": 4, "code": "limit", "type": "value", "mode": "rw", "unit": "mA"},
    {"id": 24, "code": "colour_data", "type": "json", "mode": "rw"},
    {"id": 38, "code": "relay_status", "type": "enum", "mode": "rw", "range": ["off", "on", "memory"]},
    {"id": 40, "code": "note", "type": "string", "mode": "wr"},
    {"id": 6, "code": "phase_a", "type": "raw", "mode": "ro"},
]
DEVICE = Device(DeviceId("d"), "", Category.SOCKET, points=specs_of_product({"dps": DPS}))


@pytest.mark.parametrize(
    ("code", "value", "raw"),
    [
        ("switch_1", True, {1: True}),
        ("temp_set", 21.5, {2: 215}),
        ("limit", 1.25, {4: 1250}),
        ("relay_status", "last", {38: "memory"}),
        ("note", "hello", {40: "hello"}),
        ("colour_data", '{"h":243,"s":860,"v":541}', {24: "00f3035c021d"}),
    ],
)
def test_a_value_is_written_as_the_device_takes_it(code, value, raw):
    assert Normaliser(DEVICE).raw({code: value}) == raw


def test_a_lamp_that_gives_its_colour_in_the_older_form_gets_it_back_so():
    lamp = Normaliser(DEVICE)
    lamp.readings({24: "ff000000f3c88d"}, datetime(2026, 3, 2, tzinfo=UTC), Path.LAN)
    assert lamp.raw({"colour_data": '{"h":120,"s":1000,"v":1000}'}) == {24: "00ff000078ffff"}


@pytest.mark.parametrize("code", ["temp_current", "phase_a_power", "phase_a"])
def test_a_point_that_only_reports_is_never_written(code):
    with pytest.raises(InvalidInput, match="can only be read") as refused:
        Normaliser(DEVICE).raw({code: 1})
    assert refused.value.field == code


def test_a_point_that_the_device_does_not_have_is_refused():
    with pytest.raises(InvalidInput, match="no data point turbo"):
        Normaliser(DEVICE).raw({"turbo": True})


@pytest.mark.parametrize(("code", "value"), [("switch_1", 1), ("temp_set", "warm"), ("temp_set", True), ("note", 7)])
def test_a_value_of_another_type_is_refused(code, value):
    with pytest.raises(InvalidInput, match="takes"):
        Normaliser(DEVICE).raw({code: value})


def test_several_values_go_into_one_set():
    assert Normaliser(DEVICE).raw({"switch_1": False, "temp_set": 20}) == {1: False, 2: 200}


@given(st.integers(50, 350))
def test_every_value_that_a_device_can_show_is_ordered_back_exactly(raw):
    assert Normaliser(DEVICE).raw({"temp_set": raw / 10}) == {2: raw}
