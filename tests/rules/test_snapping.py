"""Where a corner lands."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.rules.rows import along
from heyzack_console.rules.snapping import GRID, Ground, Line, SnapKind, snapped

WALL = Line((0.0, 4.1), (20.0, 4.1))
GROUND = Ground(20.0, 10.0, ((5.03, 2.07),), (WALL,))
REACH = 0.3
SPOTS = st.tuples(st.floats(-5, 25), st.floats(-5, 15))


@pytest.mark.parametrize(
    ("spot", "drawn", "there", "kind"),
    [
        ((5.2, 2.2), (), (5.03, 2.07), SnapKind.CORNER),
        ((9.1, 4.2), (), (9.1, 4.1), SnapKind.WALL),
        ((9.1, 7.2), (), (9.0, 7.25), SnapKind.GRID),
        ((9.1, 7.2), ((2.1, 7.1),), (9.1, 7.1), SnapKind.RIGHT_ANGLE),
        ((2.2, 4.2), ((2.1, 7.1),), (2.1, 4.1), SnapKind.CROSSING),
        ((2.2, 7.9), ((2.1, 9.0), (8.0, 9.0), (8.0, 8.0)), (2.1, 8.0), SnapKind.CROSSING),
        ((30.0, -3.0), (), (20.0, 0.0), SnapKind.GRID),
    ],
)
def test_a_corner_goes_to_the_next_corner_then_to_right_angles_then_to_walls_then_to_the_grid(spot, drawn, there, kind):
    found = snapped(spot, GROUND, REACH, drawn)
    assert (found.spot, found.kind) == (pytest.approx(there), kind)


def test_a_turned_side_gives_its_own_right_angles():
    drawn = ((2.0, 6.0), (4.0, 8.0))
    found = snapped((5.05, 6.9), Ground(20.0, 10.0), REACH, drawn)
    assert found.kind is SnapKind.RIGHT_ANGLE
    (ax, ay), (bx, by), (cx, cy) = *drawn, found.spot
    assert (bx - ax) * (cx - bx) + (by - ay) * (cy - by) == pytest.approx(0, abs=0.01)


def test_the_first_corner_draws_the_last_so_that_an_outline_can_be_closed():
    assert snapped((1.1, 7.0), GROUND, REACH, ((1.03, 7.02), (5.0, 7.0))).spot == (1.03, 7.02)


@given(SPOTS, st.lists(st.tuples(st.floats(0, 20), st.floats(0, 10)), max_size=5))
def test_every_corner_lands_on_the_plan_and_never_farther_than_it_is_drawn(spot, drawn):
    found = snapped(spot, GROUND, REACH, drawn).spot
    inside = min(max(spot[0], 0.0), 20.0), min(max(spot[1], 0.0), 10.0)
    assert 0 <= found[0] <= 20
    assert 0 <= found[1] <= 10
    assert dist(found, inside) <= 1.5 * REACH + GRID


@given(SPOTS)
def test_what_has_landed_stays(spot):
    once = snapped(spot, GROUND, REACH).spot
    assert dist(snapped(once, GROUND, REACH).spot, once) <= REACH


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50)), min_size=2, max_size=2), st.integers(2, 40))
def test_a_row_begins_and_ends_at_the_ends_and_has_equal_steps(path, count):
    spots = along(path, count)
    assert len(spots) == count
    assert spots[0] == pytest.approx(path[0])
    assert spots[-1] == pytest.approx(path[-1], abs=1e-6)
    steps = [dist(a, b) for a, b in pairwise(spots)]
    assert max(steps) - min(steps) < 1e-6


def test_a_row_follows_a_bent_line_and_one_alone_stands_in_its_middle():
    bent = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0))
    assert along(bent, 5) == ((0, 0), (2, 0), (4, 0), (4, 2), (4, 4))
    assert along(bent, 1) == ((4, 0),)
    assert along(bent, 0) == ()
    assert along(((1.0, 1.0),), 2) == ((1, 1), (1, 1))
