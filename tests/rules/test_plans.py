"""How a drawing comes to lie on a floor."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.plans import Fit, PlanFloor
from heyzack_console.domain.sites import Floor, Stroke, StrokeKind
from heyzack_console.rules.plans import drawn_on, laid_over, measured

SPOTS = st.tuples(st.floats(-50, 50), st.floats(-50, 50))
GROUND = Floor(FloorId("g"), 0, "Ground", 1.0, 1.0)


def test_two_points_and_their_real_distance_give_the_scale():
    assert measured((0, 0), (300, 400), 10.0) == pytest.approx(0.02)


@pytest.mark.parametrize(("end", "metres"), [((0, 0), 5.0), ((1, 1), 0.0), ((1, 1), -2.0), ((1, 1), math.nan)])
def test_a_distance_of_nothing_is_refused(end, metres):
    with pytest.raises(InvalidInput):
        measured((0, 0), end, metres)


@given(SPOTS, SPOTS, SPOTS, SPOTS)
def test_without_a_known_scale_both_points_meet(a, b, p, q):
    if math.dist(a, b) < 1 or math.dist(p, q) < 1:
        return
    first, second = laid_over((a, b), (p, q)).of((a, b))
    assert first == pytest.approx(p, abs=0.01)
    assert second == pytest.approx(q, abs=0.01)


@given(SPOTS, SPOTS, SPOTS, SPOTS, st.floats(0.1, 3))
def test_a_known_scale_is_kept_and_the_middles_meet(a, b, p, q, scale):
    if math.dist(a, b) < 1 or math.dist(p, q) < 1:
        return
    fit = laid_over((a, b), (p, q), scale)
    assert fit.scale == scale
    (middle,) = fit.of((((a[0] + b[0]) / 2, (a[1] + b[1]) / 2),))
    assert middle == pytest.approx(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2), abs=0.01)


def test_a_floor_takes_lines_size_and_picture_where_they_come_to_lie():
    line = Stroke(StrokeKind.WALL, ((0.0, 0.0), (100.0, 0.0)))
    drawing = PlanFloor("Sheet", 200.0, 100.0, "px", strokes=(line,))
    floor = drawn_on(GROUND, drawing, Fit(0.1, 0.0, 2.0, 3.0), "ab")
    assert (floor.id, floor.name, floor.width, floor.height) == ("g", "Ground", 22.0, 13.0)
    assert floor.strokes[0].points == ((2.0, 3.0), (12.0, 3.0))
    assert floor.picture is not None
    assert (floor.picture.x, floor.picture.y, floor.picture.width, floor.picture.height) == (2.0, 3.0, 20.0, 10.0)


@pytest.mark.parametrize("scale", [1e-6, 100.0, 0.0, -1.0, math.nan])
def test_a_floor_of_an_impossible_size_is_refused(scale):
    with pytest.raises(InvalidInput, match="Measure its scale"):
        drawn_on(GROUND, PlanFloor("Sheet", 200.0, 100.0, "px"), Fit(scale))
