"""Paths as lines, against the rules of SVG 1.1, 8.3."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.plans.svg.path_data import arc, lines


@pytest.mark.parametrize(
    ("data", "points", "closed"),
    [
        ("M0 0H10V5h-10z", [(0, 0), (10, 0), (10, 5), (0, 5)], True),
        ("m1,1 2,0 0,2", [(1, 1), (3, 1), (3, 3)], False),
        ("M1-1L.5.5", [(1, -1), (0.5, 0.5)], False),
        ("M0 0L1e1 0", [(0, 0), (10, 0)], False),
    ],
)
def test_straight_pieces_are_absolute_or_relative_and_letters_may_be_left_out(data, points, closed):
    assert lines(data) == [(points, closed)]


def test_after_closing_the_pen_stands_at_the_beginning_of_the_piece():
    assert lines("M1 1l2 0l0 2zl-1 0")[1] == ([(1, 1), (0, 1)], False)


def test_what_follows_a_mistake_is_left_out():
    assert lines("M0 0L1 1L2 ?L3 3") == [([(0, 0), (1, 1)], False)]
    assert lines("L1 1M0 0") == []


def test_a_curve_ends_where_it_should_and_a_smooth_one_goes_on_in_its_direction():
    ((points, _),) = lines("M0 0C0 10 10 10 10 0S20 -10 20 0")
    assert points[12] == (10, 0)
    assert points[-1] == pytest.approx((20, 0))
    before, after = (points[12][k] - points[11][k] for k in (0, 1)), (points[13][k] - points[12][k] for k in (0, 1))
    assert math.atan2(*before) == pytest.approx(math.atan2(*after), abs=0.15)


def test_the_flags_of_an_arc_may_stand_without_gaps():
    assert lines("M0 0a5 5 0 0110 0") == lines("M0 0 a 5 5 0 0 1 10 0")


@given(
    st.tuples(st.floats(-9, 9), st.floats(-9, 9)),
    st.tuples(st.floats(1, 9), st.floats(1, 9)),
    st.floats(0, 360),
    st.tuples(st.booleans(), st.booleans()),
)
def test_every_point_of_an_arc_lies_on_one_ellipse_and_its_end_is_exact(end, radii, turned, flags):
    if math.hypot(*end) < 0.5:
        return
    points = [(0.0, 0.0), *arc((0.0, 0.0), radii, turned, flags, end)]
    assert points[-1] == end
    phi = math.radians(turned)
    plain = [
        ((math.cos(phi) * x + math.sin(phi) * y) / radii[0], (math.cos(phi) * y - math.sin(phi) * x) / radii[1])
        for x, y in points
    ]
    # Seen with both radii as one, pieces between neighbours are equally long.
    steps = [math.dist(one, other) for one, other in pairwise(plain)]
    assert max(steps) - min(steps) < 1e-6 * (1 + max(steps))


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, \n", max_size=60))
def test_any_text_gives_lines_of_two_points_or_more(data):
    assert all(len(points) > 1 for points, _ in lines(data))
