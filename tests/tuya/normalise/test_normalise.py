"""Data points become readings: scale, unit, words, and every oddity that real products show."""

import base64
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.normalise import GUESSED_NOTE, UNKNOWN_NOTE, Normaliser
from heyzack_console.tuya.normalise_specs import specs_of_cloud_device, specs_of_product
from tests.tuya.normalise.published import records

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def a_device(*dps, category="wsdcg", lan_only=False):
    points = () if lan_only else specs_of_product({"category": category, "dps": list(dps)})
    return Device(DeviceId("d1"), "Device", category_of(category), points=points)


def value(dp, code, unit="", scale=0, low=None, high=None, mode="ro"):
    return {
        "id": dp,
        "code": code,
        "mode": mode,
        "type": "value",
        "unit": unit,
        "scale": scale,
        "min": low,
        "max": high,
    }


def enum(dp, code, *words, mode="rw"):
    return {"id": dp, "code": code, "mode": mode, "type": "enum", "range": list(words)}


def read(device, dps):
    return {r.code: r for r in Normaliser(device).readings(dps, NOW, Path.LAN)}


def one(device, raw, dp=1):
    (reading,) = Normaliser(device).readings({dp: raw}, NOW, Path.LAN)
    return reading


def test_a_reading_carries_code_canonical_unit_time_and_path():
    reading = one(a_device(value(1, "temp_current", "℃", 1, -200, 600)), 206)
    assert (reading.code, reading.value, reading.unit, reading.at, reading.path, reading.quality, reading.note) == (
        "temp_current",
        20.6,
        "°C",
        NOW,
        Path.LAN,
        Quality.LIVE,
        "",
    )


@pytest.mark.parametrize(("scale", "shown"), [(0, 215), (1, 21.5), (2, 2.15)])
def test_the_scale_is_the_products_own(scale, shown):
    assert one(a_device(value(1, "temp_current", "℃", scale)), 215).value == shown


def test_set_point_and_reading_of_one_device_may_differ_in_scale():
    device = a_device(value(16, "temp_set", "℃", 0, 5, 90), value(24, "temp_current", "℃", 1, 0, 900), category="wk")
    assert {c: r.value for c, r in read(device, {16: 12, 24: 215}).items()} == {"temp_set": 12, "temp_current": 21.5}


def test_a_missing_scale_means_none():
    device = a_device({"id": 1, "code": "brightness", "type": "value", "unit": None, "mode": "rw"})
    assert one(device, 37).value == 37


def test_a_scale_of_a_hundred_is_taken_for_the_mistake_that_it_is():
    assert one(a_device(value(103, "current_position_lf", "", 100, 0, 10_000)), 4200, dp=103).value == 4200


def test_milliamperes_and_scaled_amperes_give_the_same_reading():
    plain = one(a_device(value(18, "cur_current", "mA", 0)), 2754, dp=18)
    scaled = one(a_device(value(18, "cur_current", "A", 3)), 2754, dp=18)
    assert (plain.value, plain.unit) == (scaled.value, scaled.unit) == (2.754, "A")


def test_a_value_outside_the_range_is_kept_and_noted():
    reading = one(a_device(value(1, "co2_value", "ppm", 0, 0, 5000)), 6200)
    assert reading.value == 6200
    assert "ends at 5000" in reading.note


def test_an_enum_word_that_the_product_does_not_list_is_kept_and_noted():
    reading = one(a_device(enum(1, "mode", "auto", "manual")), "holiday")
    assert (reading.value, reading.note) == ("holiday", "not one of the words that the product lists")


def test_a_number_where_a_word_is_meant_becomes_that_word():
    reading = one(a_device(enum(151, "record_mode", "1", "2"), category="sp"), 1, dp=151)
    assert (reading.value, reading.note) == ("1", "")


def test_an_empty_word_is_no_value_at_all():
    reading = one(a_device(enum(12, "energy_reset", "empty"), category="dlq"), "", dp=12)
    assert (reading.value, reading.quality) == (None, Quality.UNKNOWN)


def test_an_empty_text_is_a_text():
    device = a_device({"id": 42, "code": "cycle_time", "type": "string", "mode": "rw"})
    assert (one(device, "", dp=42).value, one(device, "", dp=42).quality) == ("", Quality.LIVE)


def test_a_text_that_holds_a_number_stays_a_text():
    device = a_device({"id": 141, "code": "decibel_upload", "type": "string", "mode": "ro"})
    assert one(device, 1696802404, dp=141).value == "1696802404"


def test_a_number_sent_as_text_is_read_as_a_number():
    assert one(a_device(value(1, "temp_current", "℃", 1)), "206").value == 20.6


def test_a_text_where_a_number_is_meant_is_kept_and_noted():
    reading = one(a_device(value(1, "temp_current", "℃", 1)), "n/a")
    assert (reading.value, reading.note) == ("n/a", "not a number, as it came")


@pytest.mark.parametrize(("raw", "said"), [(True, True), (0, False), ("true", True), ("off", False)])
def test_yes_and_no_are_understood_in_every_spelling(raw, said):
    assert one(a_device({"id": 1, "code": "switch", "type": "bool", "mode": "rw"}), raw).value is said


@pytest.mark.parametrize("word", ["raw", "Raw", "RAW"])
def test_a_type_in_any_letter_case_is_the_same_type(word):
    points = specs_of_product({"category": "zndb", "dps": [{"id": 3, "code": "energy_month", "type": word}]})
    assert points[0].kind is PointKind.RAW


@pytest.mark.parametrize(("lan", "ours"), [("off", "power_off"), ("on", "power_on"), ("memory", "last")])
def test_relay_words_of_the_lan_become_the_standard_ones(lan, ours):
    device = a_device(enum(38, "relay_status", "off", "on", "memory"), category="cz")
    assert (one(device, lan, dp=38).value, one(device, lan, dp=38).note) == (ours, "")


def test_numbered_smoke_states_become_alarm_and_normal():
    device = a_device(enum(1, "smoke_sensor_state", "1", "2", mode="ro"), category="ywbj")
    assert [one(device, "1").value, one(device, "2").value] == ["alarm", "normal"]


@pytest.mark.parametrize(
    ("words", "raw", "ours"),
    [
        (("low", "middle", "high"), "low", "low"),
        (("L", "M", "H"), "M", "middle"),
        (("high", "medium", "low"), "medium", "middle"),
    ],
)
def test_battery_words_become_low_middle_high(words, raw, ours):
    assert one(a_device(enum(3, "battery_state", *words, mode="ro")), raw, dp=3).value == ours


def test_a_battery_number_without_a_unit_is_not_called_a_percentage():
    reading = one(a_device(value(102, "battery", "", 0, 0, 500)), 412, dp=102)
    assert (reading.value, reading.unit) == (412, "")
    assert "not a percentage" in reading.note


@pytest.mark.parametrize("code", ["battery_percentage", "humidity_current"])
def test_zero_from_a_live_sensor_is_not_trusted(code):
    reading = one(a_device(value(4, code, "%", 0, 0, 100)), 0, dp=4)
    assert (reading.value, reading.quality) == (0, Quality.UNKNOWN)
    assert "not measured" in reading.note


def test_a_phase_record_is_split_into_voltage_current_and_power():
    device = a_device({"id": 6, "code": "phase_a", "type": "raw", "mode": "ro"}, category="dlq")
    readings = read(device, {6: "CKMAAn0AAGw="})
    assert {c: (r.value, r.unit) for c, r in readings.items()} == {
        "phase_a_voltage": (221.1, "V"),
        "phase_a_current": (0.637, "A"),
        "phase_a_power": (108.0, "W"),
    }


def test_bytes_that_a_product_adds_to_a_phase_record_are_left_aside():
    device = a_device({"id": 7, "code": "phase_b", "type": "raw", "mode": "ro"}, category="dlq")
    longer = base64.b64encode(base64.b64decode("CIsAK8MACWo=") + b"\x01\x02\x03").decode()
    assert read(device, {7: longer})["phase_b_power"].value == 2410.0


@pytest.mark.parametrize("as_text", [True, False])
def test_a_phase_record_may_be_json(as_text):
    record = {"electricCurrent": 599.552, "power": 6.912, "voltage": 52.7}
    device = a_device({"id": 8, "code": "phase_c", "type": "Json", "mode": "ro"}, category="dlq")
    readings = read(device, {8: json.dumps(record) if as_text else record})
    assert {c: r.value for c, r in readings.items()} == {
        "phase_c_voltage": 52.7,
        "phase_c_current": 599.552,
        "phase_c_power": 6912.0,
    }


@pytest.mark.parametrize("raw", ["AAEC", "no base64!", '{"voltage": 1}', "{broken"])
def test_a_phase_record_in_no_known_form_is_shown_as_it_came(raw):
    device = a_device({"id": 6, "code": "phase_a", "type": "raw", "mode": "ro"}, category="dlq")
    assert {c: r.value for c, r in read(device, {6: raw}).items()} == {"phase_a": raw}


def test_the_parts_of_a_phase_are_points_of_the_device():
    device = a_device({"id": 6, "code": "phase_a", "type": "raw", "mode": "ro"}, category="dlq")
    assert [(p.code, p.unit) for p in device.points if p.kind is PointKind.NUMBER] == [
        ("phase_a_voltage", "V"),
        ("phase_a_current", "A"),
        ("phase_a_power", "W"),
    ]


def test_a_fault_is_its_bits_and_unnamed_bits_are_noted():
    fault = {"id": 26, "code": "fault", "type": "bitmap", "mode": "ro", "label": ["ov_cr", "ov_vol"]}
    device = a_device(fault, category="cz")
    assert (one(device, 3, dp=26).value, one(device, 3, dp=26).note) == (3, "")
    assert "no name" in one(device, 5, dp=26).note


def test_an_object_becomes_compact_json():
    device = a_device({"id": 25, "code": "scene_data", "type": "Json", "mode": "rw"}, category="dj")
    assert one(device, {"scene_num": 1}, dp=25).value == '{"scene_num":1}'


@pytest.mark.parametrize(
    ("raw", "colour"),
    [
        ("00f3035c021d", {"h": 243, "s": 860, "v": 541}),
        ("ff000000f3c88d", {"h": 243, "s": 784, "v": 553}),
    ],
)
def test_a_colour_in_hexadecimal_digits_is_read_as_the_clouds_object(raw, colour):
    device = a_device({"id": 24, "code": "colour_data_v2", "type": "Json", "mode": "rw"}, category="dj")
    assert json.loads(one(device, raw, dp=24).value) == colour


def test_an_unknown_data_point_is_shown_by_its_number():
    reading = one(a_device(value(1, "temp_current", "℃", 1)), "ABC", dp=101)
    assert (reading.code, reading.value, reading.note) == ("dp_101", "ABC", UNKNOWN_NOTE)


def test_a_device_without_a_list_of_its_own_gets_usual_names_marked_as_guessed():
    readings = read(a_device(category="wsdcg", lan_only=True), {1: 206, 2: 47, 103: True})
    assert {c: (r.value, r.unit, r.note) for c, r in readings.items()} == {
        "temp_current": (20.6, "°C", GUESSED_NOTE),
        "humidity_value": (47, "%", GUESSED_NOTE),
        "dp_103": (True, "", UNKNOWN_NOTE),
    }


def test_a_device_with_a_list_of_its_own_is_never_guessed():
    assert one(a_device(value(1, "va_temperature", "℃", 1)), 47, dp=2).code == "dp_2"


def test_an_empty_set_of_data_points_gives_no_readings():
    assert Normaliser(a_device()).readings({}, NOW, Path.LAN) == ()


def test_cached_values_keep_their_quality():
    device = a_device(value(1, "temp_current", "℃", 1))
    (reading,) = Normaliser(device).readings({1: 206}, NOW, Path.GATEWAY, Quality.CACHED)
    assert (reading.quality, reading.path) == (Quality.CACHED, Path.GATEWAY)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
KINDS = st.sampled_from(list(PointKind))
CODES = st.sampled_from(
    ["temp_set", "phase_a", "colour_data", "battery_percentage", "relay_status", "temp_unit_convert"]
)


@settings(max_examples=200)
@given(KINDS, CODES, st.sampled_from(["", "°C/°F", "℉", "mA"]), st.integers(-3, 3), JSON_VALUES)
def test_whatever_a_device_sends_becomes_a_plain_value(kind, code, raw_unit, scale, raw):
    spec = PointSpec(1, code, kind, unit="°C", raw_unit=raw_unit, scale=scale, minimum=0, maximum=30, options=("on",))
    device = Device(DeviceId("d1"), "Device", Category.UNKNOWN, points=(spec,))
    for reading in Normaliser(device).readings({1: raw}, NOW, Path.LAN):
        assert reading.value is None or isinstance(reading.value, bool | int | float | str)


def test_every_published_status_becomes_readings_of_that_device():
    counted = 0
    for record in records("tuya_devices.jsonl"):
        ids = record.get("dp_ids") or {}
        device = Device(DeviceId("d"), "", category_of(record["category"]), points=specs_of_cloud_device(record))
        status = {ids[code]: raw for code, raw in (record["status"] or {}).items() if code in ids}
        readings = Normaliser(device).readings(status, NOW, Path.CLOUD)
        assert not [r.code for r in readings if r.code.startswith("dp_")]
        counted += len(readings)
    assert counted > 200
