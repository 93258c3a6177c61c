"""Colours of lamps as values of data points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.colours import Colour, colour_of, is_colour_point
from heyzack_console.domain.devices.points import PointKind, PointSpec


@given(st.integers(0, 360), st.integers(0, 1000), st.integers(0, 1000))
def test_a_colour_is_read_back_from_its_text(h, s, v):
    assert colour_of(Colour(h, s, v).text) == Colour(h, s, v)


def test_what_lies_outside_the_bounds_is_brought_inside():
    assert colour_of('{"h": 400, "s": -1, "v": 1e9}') == Colour(360, 0, 1000)


@pytest.mark.parametrize(
    "value", [None, 3, True, "", "ff00", "[]", "{}", '{"h": 1, "s": 2}', '{"h": [], "s": 2, "v": 3}', "[" * 99999]
)
def test_what_is_no_colour_is_none(value):
    assert colour_of(value) is None


def test_a_colour_without_a_number_is_none():
    assert colour_of('{"h": NaN, "s": 1, "v": 1}') is None


def test_a_row_of_bytes_with_a_similar_name_is_no_colour_point():
    assert is_colour_point(PointSpec(24, "colour_data_v2", PointKind.JSON))
    assert not is_colour_point(PointSpec(24, "colour_data_raw", PointKind.RAW))
