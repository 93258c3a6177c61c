"""How the plan lies on the screen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.presentation.map.view import MAX_SCALE, MIN_SCALE, Margins, View, fitted, scale_bar

pixels = st.floats(-2000, 4000)
views = st.builds(View, st.floats(1, 100), pixels, pixels)


@settings(max_examples=60)
@given(views, pixels, pixels, st.floats(0.2, 5))
def test_zooming_keeps_what_lies_under_the_pointer(view: View, px: float, py: float, factor: float):
    before = view.to_plan(px, py)
    assert view.zoomed(factor, px, py).to_plan(px, py) == pytest.approx(before, abs=1e-6)


@settings(max_examples=60)
@given(views, st.floats(1e-6, 1e6))
def test_no_zoom_leaves_the_allowed_scales(view: View, factor: float):
    assert MIN_SCALE <= view.zoomed(factor, 0, 0).scale <= MAX_SCALE


@settings(max_examples=60)
@given(st.floats(5, 200), st.floats(5, 200), st.floats(300, 3000), st.floats(200, 2000))
def test_a_fitted_plan_lies_within_the_margins(width: float, height: float, window_width: float, window_height: float):
    margins = Margins(40, 18, 100, 44)
    view = fitted((width, height), (window_width, window_height), margins)
    left, top = view.to_screen(0, 0)
    right, bottom = view.to_screen(width, height)
    assert left >= margins.left - 1
    assert top >= margins.top - 1
    assert right <= window_width - margins.right + 1
    assert bottom <= window_height - margins.bottom + 1


def test_pushing_the_plan_moves_every_spot_alike():
    assert View(10, 5, 5).moved(3, -2).to_screen(1, 1) == (18, 13)


def test_a_spot_can_be_brought_into_the_middle():
    assert View(10, 0, 0).centred_on(7, 4, 400, 300).to_screen(7, 4) == (200, 150)


@settings(max_examples=40)
@given(st.floats(2, MAX_SCALE))
def test_the_scale_bar_shows_a_round_distance_that_fits(scale: float):
    length, words = scale_bar(scale)
    metres = float(words.removesuffix(" m"))
    assert length <= 120
    assert length == pytest.approx(metres * scale)
    assert f"{metres:.1e}"[0] in "125"
