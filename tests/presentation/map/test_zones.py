"""What is written into rooms."""

from dataclasses import replace
from datetime import timedelta

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, ZoneId
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.zones import ZoneLabel, zone_label
from heyzack_console.presentation.mirror import Mirror
from tests.support.map_site import NOW, alert, apply, health, reading

ROOM = Zone(ZoneId("z"), FloorId("f"), "Board room Anchor", "3.06", ZoneKind.ROOM, ((0, 0), (6, 0), (6, 4), (0, 4)))
WARM = PointSpec(1, "va_temperature", PointKind.NUMBER, unit="°C", scale=1)
CO2 = PointSpec(2, "co2_value", PointKind.NUMBER, unit="ppm")
ONE = Device(DeviceId("one"), "AQ-1", Category.AIR_QUALITY, points=(WARM, CO2))
TWO = Device(DeviceId("two"), "TH-2", Category.TEMPERATURE, points=(WARM,))
OLD = {"quality": Quality.CACHED, "at": NOW - timedelta(hours=2)}


def label(mirror: Mirror, layer: Layer = Layer.VALUES, *devices: Device) -> ZoneLabel:
    return zone_label(ROOM, devices or (ONE, TWO), mirror, layer, NOW)


def live() -> Mirror:
    mirror = Mirror(connected=True)
    apply(
        mirror,
        readings=[
            reading(ONE.id, "va_temperature", 22.4, "°C"),
            reading(ONE.id, "co2_value", 640, "ppm"),
            reading(TWO.id, "va_temperature", 23.0, "°C"),
        ],
        healths=[health(ONE.id), health(TWO.id)],
    )
    return mirror


def words(label: ZoneLabel) -> list[str]:
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in label.lines]


def test_a_room_says_the_mean_temperature_and_the_co2():
    assert words(label(live())) == ["22.7 °C", "640 ppm"]


def test_the_colour_temperature_of_a_light_is_no_room_temperature():
    light = Device(DeviceId("l"), "L", Category.LIGHT, points=(WARM,))
    mirror = live()
    apply(mirror, readings=[reading(light.id, "va_temperature", 300, "°C")])
    assert words(label(mirror, Layer.VALUES, ONE, light)) == ["22.4 °C", "640 ppm"]


def test_values_take_the_colour_of_the_alarm_that_is_about_them():
    mirror = live()
    apply(mirror, alerts=[alert(ONE.id, 3, "CO₂ high", AlertState.ACKNOWLEDGED, code="co2_value", value=1480)])
    assert label(mirror).alarm == 3


def test_an_alarm_about_something_else_does_not_colour_the_values():
    mirror = live()
    apply(mirror, alerts=[alert(ONE.id, 1, "Battery low", code="battery_percentage", value=3)])
    assert label(mirror).alarm == 0


def test_only_an_unacknowledged_p1_or_p2_tints_the_room():
    mirror = live()
    apply(mirror, alerts=[alert(ONE.id, 3, "Open")])
    assert label(mirror).tint == 0
    apply(mirror, alerts=[alert(TWO.id, 2, "Heat")])
    assert label(mirror).tint == 2
    apply(mirror, alerts=[alert(TWO.id, 2, "Heat", AlertState.ACKNOWLEDGED)])
    assert label(mirror).tint == 0


def test_a_room_that_hears_nothing_says_so_and_since_when():
    mirror = Mirror(connected=True)
    apply(mirror, readings=[reading(TWO.id, "va_temperature", 22.9, "°C", **OLD)])
    silent = label(mirror, Layer.VALUES, TWO)
    assert silent.no_data
    assert silent.lines == ("no data 2 h",)


def test_one_live_device_is_enough_for_a_room_to_have_data():
    mirror = live()
    apply(mirror, readings=[reading(TWO.id, "va_temperature", 22.9, "°C", **OLD)])
    assert not label(mirror).no_data
    assert words(label(mirror)) == ["22.4 °C", "640 ppm"]


def test_a_room_of_sleepers_is_not_without_data():
    mirror = Mirror(connected=True)
    apply(
        mirror,
        readings=[reading(TWO.id, "va_temperature", 22.9, "°C", **OLD)],
        healths=[health(TWO.id, PathState.ASLEEP)],
    )
    assert not label(mirror, Layer.VALUES, TWO).no_data


def test_the_health_layer_counts_who_is_reached_and_asks_for_a_look():
    mirror = live()
    assert label(mirror, Layer.HEALTH).lines == ("2 reached",)
    apply(mirror, healths=[health(TWO.id, PathState.UNREACHABLE)])
    worse = label(mirror, Layer.HEALTH)
    assert worse.lines == ("1 of 2 reached",)
    assert worse.caution


def test_the_category_layer_counts_devices():
    assert label(live(), Layer.CATEGORY, ONE).lines == ("1 device",)


def test_names_go_from_the_number_to_the_last_word():
    assert label(live()).names == ("3.06  Board room Anchor", "Board room Anchor", "Anchor")


def test_a_last_word_that_is_no_name_is_not_used_alone():
    focus = zone_label(replace(ROOM, name="Focus 1", number=""), (), Mirror(), Layer.VALUES, NOW)
    assert focus.names == ("Focus 1", "Focus 1")


def test_what_is_not_known_of_paths_is_not_counted_as_reached():
    mirror = live()
    mirror.health.clear()
    assert label(mirror, Layer.HEALTH).lines == ("reach not known",)
    apply(mirror, healths=[health(ONE.id, PathState.UNREACHABLE)])
    assert label(mirror, Layer.HEALTH).lines == ("1 of 2 not reached",)
