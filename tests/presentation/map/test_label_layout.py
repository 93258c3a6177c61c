"""Where room labels stand."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import ZoneKind
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.label_layout import LabelMetrics, PlacedLabel, placed_label
from heyzack_console.presentation.map.view import View
from heyzack_console.presentation.map.zones import ZoneLabel

METRICS = LabelMetrics(lambda text: 7.0 * len(text), lambda text: 6.0 * len(text), 16, 15)
LABEL = ZoneLabel(
    ZoneId("z"), "Board room Anchor", "3.06", (6, 3), Box(0, 0, 12, 6), ZoneKind.ROOM, ("24.1 °C", "1,480 ppm")
)


def placed(scale: float, obstacles: tuple[Box, ...] = (), label: ZoneLabel = LABEL) -> PlacedLabel | None:
    return placed_label(label, View(scale), METRICS, obstacles)


def texts(scale: float) -> tuple[str, str]:
    found = placed(scale)
    assert found is not None
    return found.name, found.line


def test_a_wide_room_says_number_name_and_all_values():
    assert texts(24) == ("3.06  Board room Anchor", "24.1 °C · 1,480 ppm")


def test_no_number_is_written_below_19_pixels_per_metre():
    assert texts(18.9) == ("Board room Anchor", "24.1 °C · 1,480 ppm")


def test_a_narrow_room_says_the_last_word_and_the_first_value_only():
    assert texts(7) == ("Anchor", "24.1 °C")


def test_a_room_without_room_says_nothing():
    assert placed(3) is None


def test_a_corridor_is_never_labelled():
    assert placed(24, label=replace(LABEL, kind=ZoneKind.CORRIDOR)) is None


def test_a_label_makes_way_for_a_chip_in_the_middle():
    chip = Box(132, 60, 24, 24)
    found = placed(24, (chip,))
    assert found is not None
    assert found.box.overlap(chip) == 0


def test_a_label_says_less_and_then_nothing_where_chips_fill_the_room():
    assert placed(24, (Box(0, 0, 288, 144),)) is None


@settings(max_examples=60)
@given(st.floats(4, 60), st.lists(st.tuples(st.floats(0, 280), st.floats(0, 140)), max_size=8))
def test_a_label_never_leaves_its_room(scale: float, corners: list[tuple[float, float]]):
    found = placed(scale, tuple(Box(x, y, 24, 24) for x, y in corners))
    if found is not None:
        assert found.box.left >= 0
        assert found.box.right <= 12 * scale
        assert found.box.top >= 0
        assert found.box.bottom <= 6 * scale
