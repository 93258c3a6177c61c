"""Values as a person reads them."""

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.building.values import main_point, number_text, switch_point, value_text

NBSP = "\N{NO-BREAK SPACE}"


def device(category: Category, *points: PointSpec) -> Device:
    return Device(DeviceId("d"), "Device", category, points=points)


@pytest.mark.parametrize(
    ("category", "value", "said"),
    [
        (Category.LIGHT, True, "on"),
        (Category.LIGHT, False, "off"),
        (Category.CONTACT, True, "open"),
        (Category.VALVE, False, "closed"),
        (Category.LEAK, "alarm", "wet"),
        (Category.LEAK, "normal", "dry"),
        (Category.MOTION, "pir", "motion"),
        (Category.SMOKE, "2", "clear"),
        (Category.LOCK, True, "unlocked"),
        (Category.FAN, "strong_wind", "strong wind"),
        (Category.LIGHT, None, "—"),
    ],
)
def test_states_are_said_in_the_words_of_their_kind(category: Category, value: object, said: str):
    assert value_text(category, None, value, "") == said


def test_a_number_carries_its_unit_behind_a_space_that_does_not_break():
    spec = PointSpec(1, "co2_value", PointKind.NUMBER, unit="ppm")
    assert value_text(Category.AIR_QUALITY, spec, 1480, "ppm") == f"1,480{NBSP}ppm"


def test_the_scale_of_the_product_gives_the_digits():
    spec = PointSpec(1, "temp_current", PointKind.NUMBER, unit="°C", scale=1)
    assert value_text(Category.TEMPERATURE, spec, 22, "°C") == f"22.0{NBSP}°C"


def test_a_negative_number_has_a_real_minus():
    assert number_text(-58) == "−58"


def test_the_label_of_an_option_stands_for_its_word():
    spec = PointSpec(1, "mode", PointKind.ENUM, options=("cold", "hot"), labels=("Cooling", "Heating"))
    assert value_text(Category.AIR_CONDITIONER, spec, "hot", "") == "Heating"


def test_the_telling_point_stands_for_the_device_whatever_its_order():
    battery = PointSpec(2, "battery_percentage", PointKind.NUMBER)
    warm = PointSpec(1, "va_temperature", PointKind.NUMBER)
    assert main_point(device(Category.TEMPERATURE, battery, warm)) is warm


def test_an_unknown_product_is_stood_for_by_its_first_plain_point():
    raw, number = PointSpec(1, "blob", PointKind.RAW), PointSpec(2, "level", PointKind.NUMBER)
    assert main_point(device(Category.UNKNOWN, raw, number)) is number


def test_a_device_that_reports_nothing_has_no_main_point():
    assert main_point(device(Category.REMOTE)) is None


def test_only_a_switch_that_is_boolean_tells_whether_a_device_is_on():
    word, truth = PointSpec(1, "switch", PointKind.ENUM), PointSpec(2, "switch_1", PointKind.BOOLEAN)
    assert switch_point(device(Category.SWITCH, word)) is None
    assert switch_point(device(Category.SWITCH, word, truth)) is truth
