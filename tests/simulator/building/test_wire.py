"""Between canonical values and what a product has on the wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.simulator.building.wire import from_wire, on_wire
from heyzack_console.simulator.house.specs import bits, boolean, setting, words

TEMPERATURE = setting(1, "temp_set", "Set point", (-200, 600), "°C", 1)
SMOKE = words(1, "smoke", "Smoke", ("alarm", "normal"), spelt=(("1", "alarm"), ("2", "normal")))


def test_a_number_is_a_whole_number_of_its_scale():
    assert on_wire(TEMPERATURE, 21.55) in {215, 216}
    assert from_wire(TEMPERATURE, 215) == 21.5


@given(st.integers(-200, 600))
def test_a_number_that_is_ordered_comes_back_as_it_was(raw):
    assert on_wire(TEMPERATURE, from_wire(TEMPERATURE, raw)) == raw


@given(st.floats(-1e6, 1e6))
def test_a_reported_number_never_leaves_the_range_of_the_product(value):
    assert -200 <= on_wire(TEMPERATURE, value) <= 600


@pytest.mark.parametrize("raw", [601, -201, True, "20"])
def test_a_number_out_of_range_or_of_another_type_is_no_order(raw):
    assert from_wire(TEMPERATURE, raw) is None


def test_words_are_spelt_as_the_lan_spells_them():
    assert on_wire(SMOKE, "alarm") == "1"
    assert from_wire(SMOKE, "2") == "normal"
    assert from_wire(SMOKE, "on fire") is None


def test_switches_take_true_and_false_only():
    switch = boolean(1, "switch_1", "On", writable=True)
    assert from_wire(switch, raw=True) is True
    assert from_wire(switch, 1) is None


def test_bitmaps_are_their_number_and_raw_values_their_text():
    assert on_wire(bits(9, "fault", "Faults", ("a", "b")), 2) == 2
    assert on_wire(PointSpec(6, "phase_a", PointKind.RAW), "CPwAB9A=") == "CPwAB9A="
