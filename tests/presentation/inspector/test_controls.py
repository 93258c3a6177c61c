"""Controls come from the specification and can only give what it allows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.inspector.controls import ControlKind, control_of, point_name
from tests.support.building import THERMOSTAT, VALVE


def control(code: str):
    return control_of(THERMOSTAT, THERMOSTAT.point(code))


def test_a_writable_boolean_is_a_switch_and_a_readable_number_has_no_control():
    assert control("switch").kind is ControlKind.SWITCH
    assert control("temp_current") is None


def test_a_slider_has_the_range_and_the_step_of_its_point():
    slider = control("temp_set")
    assert (slider.kind, slider.low, slider.high, slider.step, slider.notches) == (ControlKind.SLIDER, 5, 30, 0.5, 50)
    assert slider.text(slider.at(33)) == "21.5\N{NO-BREAK SPACE}°C"


def test_a_choice_offers_the_products_words():
    assert control("mode").options == ("auto", "manual")


def test_a_safety_point_asks_first():
    assert control_of(VALVE, VALVE.points[0]).asks_first


def test_a_number_without_bounds_is_typed():
    typed = control_of(THERMOSTAT, PointSpec(9, "x", PointKind.NUMBER, writable=True, step=7))
    assert (typed.kind, typed.limits) == (ControlKind.NUMBER, "")
    assert typed.nearest(20.0) == 21


def test_a_range_too_long_for_a_hand_is_typed():
    spec = PointSpec(9, "x", PointKind.NUMBER, writable=True, minimum=-(2**31), maximum=2**31 - 1, step=1)
    assert control_of(THERMOSTAT, spec).kind is ControlKind.NUMBER


def test_a_typed_number_means_the_nearest_step_inside_the_bounds():
    slider = control("temp_set")
    assert [slider.nearest(value) for value in (21.6, 21.8, -40, 99)] == [21.5, 22, 5, 30]


def test_open_stop_and_close_make_a_drive_in_this_order_whatever_the_product_says():
    spec = PointSpec(1, "control", PointKind.ENUM, writable=True, options=("close", "continue", "open", "stop"))
    drive = control_of(THERMOSTAT, spec)
    assert (drive.kind, drive.options) == (ControlKind.DRIVE, ("open", "stop", "close", "continue"))
    assert drive.words == ("Open", "Stop", "Close", "Continue")


def test_a_truth_that_is_never_reported_is_set_off_by_a_button():
    spec = PointSpec(1, "reset", PointKind.BOOLEAN, writable=True, readable=False)
    assert control_of(THERMOSTAT, spec).kind is ControlKind.BUTTON


def test_warmth_of_a_light_names_its_ends():
    spec = PointSpec(1, "temp_value_v2", PointKind.NUMBER, writable=True, minimum=0, maximum=1000, step=1)
    assert control_of(replace(THERMOSTAT, category=Category.LIGHT), spec).ends == ("warm", "cold")
    assert control_of(THERMOSTAT, spec).ends is None


@pytest.mark.parametrize(
    ("code", "kind", "given"),
    [
        ("colour_data", PointKind.JSON, ControlKind.COLOUR),
        ("scene_data", PointKind.JSON, ControlKind.STRUCTURE),
        ("timer", PointKind.RAW, ControlKind.BYTES),
        ("note", PointKind.STRING, ControlKind.TEXT),
        ("fault", PointKind.BITMAP, None),
    ],
)
def test_the_rest_is_picked_or_written(code, kind, given):
    made = control_of(THERMOSTAT, PointSpec(9, code, kind, writable=True))
    assert (made and made.kind) == given


def test_a_point_without_a_name_is_called_by_its_code():
    assert point_name(PointSpec(9, "child_lock", PointKind.BOOLEAN)) == "Child lock"


@given(st.floats(-200, 200), st.floats(0.1, 500), st.sampled_from([0.1, 0.5, 1, 5, 7]), st.floats(-1000, 1000))
def test_every_notch_of_a_slider_lies_inside_its_bounds_and_is_found_again(low, span, step, value):
    low, high = round(low, 1), round(low + span, 1)
    spec = PointSpec(9, "x", PointKind.NUMBER, writable=True, minimum=low, maximum=high, step=step)
    slider = control_of(THERMOSTAT, spec)
    if slider is None:
        assert high - low < step
        return
    notch = slider.notch(value)
    assert 0 <= notch <= slider.notches
    assert low <= slider.at(notch) <= high + 1e-6
    assert slider.notch(slider.at(notch)) == notch
