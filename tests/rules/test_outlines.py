"""Outlines of zones: inside, area, and what an operator is told about a bad one."""

from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.rules.outlines import area, crosses_itself, fault_of, inside

SQUARE = ((1.0, 1.0), (5.0, 1.0), (5.0, 5.0), (1.0, 5.0))
BOW_TIE = ((1.0, 1.0), (5.0, 5.0), (5.0, 1.0), (1.0, 5.0))


def star(lengths):
    """A polygon with a corner every so often round (50, 50): never crossing, often not convex."""
    turn = 2 * pi / len(lengths)
    return tuple((50 + r * cos(n * turn), 50 + r * sin(n * turn)) for n, r in enumerate(lengths))


STARS = st.lists(st.floats(2, 40), min_size=3, max_size=30).map(star)


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        (SQUARE, ""),
        (SQUARE[:2], "has 2 corners"),
        (((1, 1), (5, 1), (5, 11)), "leaves the plan"),
        (((1, 1), (float("nan"), 1), (5, 5)), "leaves the plan"),
        (((1, 1), (1, 1), (5, 1), (5, 5)), "has two corners in one spot"),
        (BOW_TIE, "crosses itself"),
        (((1, 1), (5, 1), (3, 1)), "crosses itself"),
        (((1, 1), (5, 1), (5, 5), (3, 1), (1, 5)), "crosses itself"),
        (((1, 1), (1.1, 1), (1.1, 1.1)), "has no area"),
    ],
)
def test_a_bad_outline_is_told_in_words(outline, said):
    fault = fault_of(outline, 10, 10)
    assert fault.startswith(said) if said else fault == ""


@given(STARS)
def test_an_outline_round_a_middle_never_crosses_itself_whichever_way_and_wherever_it_begins(outline):
    assert fault_of(outline, 100, 100) == ""
    assert fault_of(outline[::-1], 100, 100) == ""
    assert area(outline) == pytest.approx(area((*outline[2:], *outline[:2])))
    assert inside(outline, 50, 50)


@given(STARS.filter(lambda outline: len(outline) >= 4), st.data())
def test_two_neighbours_of_a_convex_outline_changed_about_make_it_cross(outline, data):
    ring = star([20.0] * len(outline))
    at = data.draw(st.integers(0, len(ring) - 2))
    tangled = (*ring[:at], ring[at + 1], ring[at], *ring[at + 2 :])
    assert crosses_itself(tangled)


@given(STARS, st.floats(-60, 60), st.floats(-60, 60))
def test_what_is_inside_stays_inside_when_all_is_moved(outline, dx, dy):
    moved = tuple((x + dx, y + dy) for x, y in outline)
    assert inside(moved, 50 + dx, 50 + dy)
    assert area(moved) == pytest.approx(area(outline))
