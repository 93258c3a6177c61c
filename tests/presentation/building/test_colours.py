"""Colours in words."""

import pytest

from heyzack_console.domain.devices.colours import Colour
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.building.colours import colour_text
from heyzack_console.presentation.building.values import value_text
from tests.support.building import THERMOSTAT


@pytest.mark.parametrize(
    ("colour", "words"),
    [
        (Colour(0, 1000, 1000), "red, 100\N{NO-BREAK SPACE}%"),
        (Colour(360, 1000, 500), "red, 50\N{NO-BREAK SPACE}%"),
        (Colour(120, 300, 1000), "pale green, 100\N{NO-BREAK SPACE}%"),
        (Colour(243, 50, 1000), "white, 100\N{NO-BREAK SPACE}%"),
        (Colour(243, 900, 0), "dark"),
    ],
)
def test_a_colour_says_hue_paleness_and_brightness(colour, words):
    assert colour_text(colour) == words


def test_the_value_of_a_colour_point_is_worded_and_one_that_is_no_colour_shown_as_it_came():
    spec = PointSpec(24, "colour_data_v2", PointKind.JSON)
    assert value_text(THERMOSTAT.category, spec, '{"h":240,"s":1000,"v":1000}', "").startswith("blue")
    assert value_text(THERMOSTAT.category, spec, '{"scene_num":1}', "") == '{"scene_num":1}'
