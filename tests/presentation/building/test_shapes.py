"""Geometry of zones and boxes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.presentation.building.shapes import Box, bounds, label_spot
from heyzack_console.rules.outlines import inside

L_SHAPE = ((0.0, 0.0), (2.0, 0.0), (2.0, 8.0), (10.0, 8.0), (10.0, 10.0), (0.0, 10.0))
side = st.floats(0.5, 50)


@settings(max_examples=50)
@given(side, side, st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_a_spot_within_a_rectangle_is_inside(width: float, height: float, x: float, y: float):
    outline = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    assert inside(outline, x * width, y * height)
    assert not inside(outline, x * width + width, y * height)


def test_the_notch_of_an_l_is_outside():
    assert inside(L_SHAPE, 1, 1)
    assert not inside(L_SHAPE, 5, 5)


def test_a_label_stands_inside_its_zone_even_where_the_middle_is_outside():
    assert inside(L_SHAPE, *label_spot(L_SHAPE))


def test_a_rectangle_is_labelled_in_its_middle():
    assert label_spot(((0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0))) == (2.0, 1.0)


def test_an_empty_outline_has_an_empty_box():
    assert bounds(()) == Box(0, 0, 0, 0)


def test_boxes_that_only_touch_do_not_cover_each_other_unless_a_gap_is_asked_for():
    assert not Box(0, 0, 10, 10).covers(Box(10, 0, 5, 5))
    assert Box(0, 0, 10, 10).covers(Box(10, 0, 5, 5), gap=1)


def test_the_overlap_is_the_common_area():
    assert Box(0, 0, 10, 10).overlap(Box(6, 8, 10, 10)) == 8
    assert Box(0, 0, 10, 10).overlap(Box(20, 0, 1, 1)) == 0
