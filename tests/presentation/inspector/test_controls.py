"""Controls come from the specification and can only give what it allows."""

from hypothesis import given
from hypothesis import strategies as st

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


def test_a_number_without_bounds_cannot_be_set_by_a_slider():
    assert control_of(THERMOSTAT, PointSpec(9, "x", PointKind.NUMBER, writable=True)) is None


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
