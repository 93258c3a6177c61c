"""Fields that serve °C and °F alike: an implausible °C is a °F, and an order goes out in the device's own scale."""

from datetime import UTC, datetime

import pytest

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Path
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.normalise import Normaliser
from heyzack_console.tuya.normalise_specs import specs_of_product

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SET = {"id": 2, "code": "temp_set", "mode": "rw", "type": "value", "unit": "℃ ℉", "min": 16, "max": 86, "step": 1}
CURRENT = {"id": 3, "code": "temp_current", "mode": "ro", "type": "value", "unit": "℃ ℉", "min": -7, "max": 98}
SWITCH = {"id": 9, "code": "temp_unit_convert", "mode": "rw", "type": "enum", "range": ["c", "f"]}


def a_normaliser(*dps, category="kt"):
    points = specs_of_product({"category": category, "dps": list(dps)})
    return Normaliser(Device(DeviceId("ac"), "AC", category_of(category), points=points))


def value_of(normaliser, raw):
    return {r.code: (r.value, r.note) for r in normaliser.readings(raw, NOW, Path.LAN)}


def test_a_value_too_hot_for_celsius_is_taken_as_fahrenheit_and_noted():
    value, note = value_of(a_normaliser(SET), {2: 72})["temp_set"]
    assert value == 22.2
    assert "taken as °F" in note


def test_a_value_that_no_fahrenheit_reading_could_be_is_celsius_without_a_note():
    assert value_of(a_normaliser(SET), {2: 22})["temp_set"] == (22, "")


def test_a_value_that_could_be_either_says_so():
    value, note = value_of(a_normaliser(CURRENT), {3: 30})["temp_current"]
    assert value == 30
    assert "may be °F" in note


def test_the_devices_own_unit_switch_decides():
    assert value_of(a_normaliser(CURRENT, SWITCH), {3: 30, 9: "f"})["temp_current"] == (-1.1, "")
    assert value_of(a_normaliser(CURRENT, SWITCH), {3: 30, 9: "c"})["temp_current"] == (30, "")


def test_a_set_point_that_says_celsius_but_ends_at_88_holds_both():
    kt = {**SET, "unit": "℃", "scale": 1, "min": 160, "max": 880, "step": 5}
    value, note = value_of(a_normaliser(kt), {2: 750})["temp_set"]
    assert value == 23.9
    assert "75" in note


def test_a_hot_set_point_of_a_floor_thermostat_is_celsius():
    floor = {**SET, "unit": "℃", "scale": 1, "min": 5, "max": 700}
    assert value_of(a_normaliser(floor, category="wk"), {2: 600})["temp_set"] == (60.0, "")


def test_the_bounds_of_such_a_point_are_celsius():
    (spec,) = specs_of_product({"category": "kt", "dps": [SET]})
    assert (spec.minimum, spec.maximum, spec.unit) == (16, 30.0, "°C")


@pytest.mark.parametrize(("heard", "sent"), [(72, 70), (22, 21)])
def test_an_order_goes_out_in_the_scale_that_the_device_used_last(heard, sent):
    normaliser = a_normaliser(SET)
    value_of(normaliser, {2: heard})
    assert normaliser.raw({"temp_set": 21.1}) == {2: sent}


def test_an_order_follows_the_unit_switch_when_it_was_turned_since():
    normaliser = a_normaliser(SET, SWITCH)
    value_of(normaliser, {2: 72, 9: "f"})
    value_of(normaliser, {9: "c"})
    assert normaliser.raw({"temp_set": 21}) == {2: 21}


def test_a_fahrenheit_point_is_shown_and_ordered_in_celsius():
    point = {"id": 136, "code": "temp_set_f", "mode": "rw", "type": "value", "unit": "℉", "min": 61, "max": 88}
    normaliser = a_normaliser(point)
    assert value_of(normaliser, {136: 61})["temp_set_f"] == (16.1, "")
    assert normaliser.raw({"temp_set_f": 16.1}) == {136: 61}


def test_a_correction_in_a_both_scales_unit_stays_as_it_is():
    point = {"id": 35, "code": "temp_correction", "mode": "rw", "type": "value", "unit": "℃/℉", "min": -9, "max": 9}
    assert value_of(a_normaliser(point), {35: -9})["temp_correction"] == (-9, "")


def test_a_fahrenheit_point_is_ordered_in_half_degrees_inside_its_range():
    point = {"id": 136, "code": "temp_set_f", "mode": "rw", "type": "value", "unit": "℉", "min": 61, "max": 88}
    (spec,) = specs_of_product({"category": "kt", "dps": [point]})
    assert (spec.minimum, spec.maximum, spec.step) == (16.5, 31.0, 0.5)
