"""How lines become few and lie from the corner."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.plans import zone_title
from heyzack_console.domain.sites import Stroke, StrokeKind
from heyzack_console.plans.ifc_sections import chained
from heyzack_console.plans.naming import Words, named
from heyzack_console.plans.shapes import Box, Scale, Sketch, framed, simplified, sound

POINTS = st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=2, max_size=60)


@given(POINTS, st.floats(0.01, 20))
def test_a_simplified_line_keeps_its_ends_and_stays_near(points, tolerance):
    fewer = simplified(points, tolerance)
    assert (fewer[0], fewer[-1]) == (points[0], points[-1])
    pieces = list(pairwise(fewer))
    for x, y in points:
        assert min(from_piece(x, y, *piece) for piece in pieces) <= tolerance + 1e-9


def from_piece(x, y, start, end):
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = dx * dx + dy * dy
    share = 0.0 if along == 0 else max(0.0, min(1.0, ((x - start[0]) * dx + (y - start[1]) * dy) / along))
    return math.hypot(x - start[0] - share * dx, y - start[1] - share * dy)


def test_what_is_no_number_or_too_far_is_left_out():
    assert sound([(0, 0), (math.nan, 1), (math.inf, 2), (1e12, 0), (1, 1), (1, 1)]) == ((0, 0), (1, 1))


def test_a_floor_lies_from_the_corner_of_its_frame_and_has_the_scale_given():
    sketch = Sketch([Stroke(StrokeKind.WALL, ((10.0, 20.0), (15.0, 20.0), (15.0, 28.0)))])
    floor = framed("Ground", sketch, Box(10, 20, 15, 28), Scale("cm", 0.01))
    assert (floor.width, floor.height, floor.unit, floor.metres) == (5.0, 8.0, "cm", 0.01)
    assert floor.strokes[0].points == ((0.0, 0.0), (5.0, 0.0), (5.0, 8.0))


def test_a_frame_without_size_is_refused():
    with pytest.raises(InvalidInput, match="nothing to see"):
        framed("Line", Sketch(), Box(0, 0, 5, 0), Scale("m"))


def test_of_too_many_shapes_the_largest_stay_in_their_order():
    lines = [Stroke(StrokeKind.WALL, ((0.0, float(n)), (10.0 + n % 7, float(n)))) for n in range(7_000)]
    floor = framed("Many", Sketch(lines), Box(0, 0, 20, 20), Scale("m"))
    assert len(floor.strokes) == 4_000
    heights = [stroke.points[0][1] for stroke in floor.strokes]
    assert heights == sorted(heights)


def test_a_speck_is_left_out():
    lines = [Stroke(StrokeKind.WALL, ((0.0, 0.0), (0.01, 0.0))), Stroke(StrokeKind.WALL, ((0.0, 0.0), (1.0, 0.0)))]
    assert len(framed("Dust", Sketch(lines), Box(0, 0, 20, 20), Scale("m")).strokes) == 1


def test_words_name_the_smallest_outline_around_them():
    hall = ((0, 0), (10, 0), (10, 10), (0, 10))
    booth = ((1, 1), (4, 1), (4, 4), (1, 4))
    zones = named(
        [hall, booth], [Words("Booth", (2, 2)), Words("Hall", (8, 8)), Words("2.01", (7, 7)), Words("x", (50, 0))]
    )
    assert {zone.name: zone.outline for zone in zones} == {"Booth": booth, "Hall 2.01": hall}


def test_pieces_are_put_together_whatever_their_direction():
    around = [((0, 0), (1, 0)), ((1, 1), (1, 0)), ((0, 1), (1, 1)), ((0, 1), (0, 0))]
    ((line, closed),) = chained(around)
    assert closed
    assert set(line) == {(0, 0), (1, 0), (1, 1), (0, 1)}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("binary_sensor.living_area", "Living area"),
        ("Living Room", "Living Room"),
        ("first_floor", "First floor"),
        ("R2.D2 lab", "R2.D2 lab"),
    ],
)
def test_a_zones_name_becomes_fit_for_a_door_sign(name, title):
    assert zone_title(name) == title
