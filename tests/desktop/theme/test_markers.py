"""Alert marks and device chips: four ways to say one thing, drawn once."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage

from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.look import Look, ThemeChoice

STATES = ("unacknowledged", "acknowledged", "returned", "shelved", "suppressed", "out_of_service")
LOOKS = ("normal", "on", "off", "no_path", "stale")


def ink(image: QImage) -> set[tuple[int, int]]:
    """The spots that are not empty: the shape, without its colour."""
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 128}


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
@pytest.mark.parametrize("size", [16, 24])
def test_no_two_priorities_share_a_shape(theme: Theme, marks: Markers, choice: ThemeChoice, size: int):
    theme.wear(Look(theme=choice))
    shapes = [ink(marks.mark(priority, "acknowledged", size).toImage()) for priority in (1, 2, 3, 4)]
    for one, other in combinations(shapes, 2):
        assert len(one ^ other) > size


@pytest.mark.parametrize("priority", [1, 2, 3, 4])
def test_no_two_states_look_alike_even_in_grey(marks: Markers, priority: int):
    pictures = [grey(marks.mark(priority, state, 16).toImage()) for state in STATES]
    for one, other in combinations(pictures, 2):
        assert one != other


@pytest.mark.parametrize("priority", [1, 2, 3, 4])
def test_only_the_ring_flashes(marks: Markers, priority: int):
    lit = marks.mark(priority, "unacknowledged", 24, lit=True).toImage()
    dark = marks.mark(priority, "unacknowledged", 24, lit=False).toImage()
    middle = lit.width() // 2
    assert lit.pixelColor(middle - 6, middle + 4) == dark.pixelColor(middle - 6, middle + 4)
    assert ink(dark) < ink(lit)


def test_below_fifteen_pixels_only_the_priority_shows(marks: Markers):
    pictures = [marks.mark(2, state, 13).toImage() for state in STATES]
    assert all(picture == pictures[0] for picture in pictures)


def test_shelved_suppressed_and_out_of_service_are_hollow_and_take_no_hue(marks: Markers):
    for state in STATES[3:]:
        image = marks.mark(1, state, 24).toImage()
        hues = [image.pixelColor(x, y) for x, y in ink(image)]
        assert max(saturation(colour) for colour in hues) < 40


def saturation(colour: QColor) -> int:
    parts = (colour.red(), colour.green(), colour.blue())
    return max(parts) - min(parts)


def test_all_marks_of_one_size_have_pictures_of_one_size_so_that_they_align(marks: Markers):
    sizes = {marks.mark(priority, state, 16).size() for priority in (1, 2, 3, 4) for state in STATES}
    assert len(sizes) == 1


@pytest.mark.parametrize("size", [15, 16, 21, 26, 34, 58])
def test_no_mark_is_cut_by_the_edge_of_its_picture(marks: Markers, size: int):
    for priority in (1, 2, 3, 4):
        for state in STATES:
            image = marks.mark(priority, state, size).toImage()
            last = image.width() - 1
            assert not [spot for spot in ink(image) if 0 in spot or last in spot], (priority, state)


def test_a_sprite_is_drawn_once(marks: Markers):
    assert marks.mark(1, "returned", 16).cacheKey() == marks.mark(1, "returned", 16).cacheKey()
    assert marks.chip("light", "on", 24).cacheKey() == marks.chip("light", "on", 24).cacheKey()


def test_sprites_are_drawn_anew_after_a_change_of_theme(theme: Theme, marks: Markers):
    before = marks.mark(4, "acknowledged", 16).toImage()
    theme.wear(Look(theme=ThemeChoice.LIGHT))
    assert marks.mark(4, "acknowledged", 16).toImage() != before


def test_sprites_are_sharp_at_double_pixel_ratio(marks: Markers):
    once, twice = marks.mark(3, "unacknowledged", 16, ratio=1.0), marks.mark(3, "unacknowledged", 16, ratio=2.0)
    assert twice.width() == 2 * once.width()
    assert twice.deviceIndependentSize() == once.deviceIndependentSize()


def test_no_two_looks_of_a_device_are_alike(marks: Markers):
    pictures = [marks.chip("valve", look, 24).toImage() for look in LOOKS]
    for one, other in combinations(pictures, 2):
        assert one != other


@pytest.mark.parametrize("look", LOOKS)
def test_a_device_never_takes_a_hue(marks: Markers, look: str):
    image = marks.chip("light", look, 32).toImage()
    assert max(saturation(image.pixelColor(x, y)) for x, y in ink(image)) < 40


@pytest.mark.parametrize("size", [14, 16])
def test_a_counter_at_nought_is_grey(marks: Markers, size: int):
    for priority in (1, 2, 3, 4):
        image = marks.mark(priority, "none", size).toImage()
        assert max(saturation(image.pixelColor(x, y)) for x, y in ink(image)) < 40


def test_an_unknown_category_has_the_chip_of_an_unknown_device(marks: Markers):
    assert marks.chip("teapot", "on", 24).toImage() == marks.chip("unknown", "on", 24).toImage()
