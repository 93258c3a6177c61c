"""Published unit spellings lead to one canonical unit each."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.tuya.units import CANONICAL, unit_of
from tests.tuya.normalise.published import published, records


@pytest.mark.parametrize("spelling", ["℃", "°C", "摄氏度", " ℃", "˚C", "Deg C", "c", "C", "°c"])
def test_every_spelling_of_celsius_is_celsius(spelling):
    assert (unit_of(spelling).name, unit_of(spelling).factor) == ("°C", 1.0)


@pytest.mark.parametrize("spelling", ["kW·h", "kW.h", "kwh", "KWH", "KW*H", "k-Wh", " Kw·h", "KwH"])
def test_every_spelling_of_kilowatt_hour_is_one_unit(spelling):
    assert (unit_of(spelling).name, unit_of(spelling).factor) == ("kWh", 1.0)


@pytest.mark.parametrize("spelling", ["ug/m3", "ug/m³", "μg/m³", "µg/m³", "ugm3"])
def test_micrograms_are_one_unit_however_the_mu_is_written(spelling):
    assert unit_of(spelling).name == "µg/m³"


@pytest.mark.parametrize("spelling", ["%", "％", "%RH", "% RH", "RH%", "百分比", "%1"])
def test_percent_is_one_unit_full_width_or_not(spelling):
    assert unit_of(spelling).name == "%"


@pytest.mark.parametrize(
    ("spelling", "name"), [("S", "s"), ("秒", "s"), ("分钟m", "min"), ("小时（暂定）", "h"), ("天", "d")]
)
def test_times_are_named_as_people_here_read_them(spelling, name):
    assert unit_of(spelling).name == name


@pytest.mark.parametrize(
    ("spelling", "raw", "canonical", "name"),
    [
        ("mA", 2754, 2.754, "A"),
        ("mv", 3010, 3.01, "V"),
        ("Kw", 1.5, 1500, "W"),
        ("W·h", 250, 0.25, "kWh"),
        ("klux", 2, 2000, "lx"),
        ("0.1L", 37, 3.7, "L"),
        ("---0.1L", 37, 3.7, "L"),
        ("*0.01kW·h", 5, 0.05, "kWh"),
        ("0.01v", 300, 3.0, "V"),
        ("℉", 75, 23.9, "°C"),
        ("˚F", 32, 0.0, "°C"),
    ],
)
def test_a_quantity_published_in_several_sizes_gets_one(spelling, raw, canonical, name):
    unit = unit_of(spelling)
    assert (unit.to_canonical(raw), unit.name) == (canonical, name)


def test_a_difference_in_fahrenheit_has_no_zero_point_to_shift():
    assert unit_of("℉", "temp_correction").to_canonical(-9) == -5.0


def test_the_same_chinese_word_is_energy_temperature_or_angle_by_its_code():
    assert unit_of("度", "add_ele").name == "kWh"
    assert unit_of("度", "Temperature").name == "°C"
    assert unit_of("度", "angle_horizontal").name == "°"


@pytest.mark.parametrize("spelling", ["℃ ℉", "℃/℉", "℃/F", "摄氏度或华氏度"])
def test_a_unit_that_names_both_temperature_scales_is_known_as_such(spelling):
    assert unit_of(spelling).either


@pytest.mark.parametrize("spelling", ["", "无", "&", "4", "显示范围0至1999.99"])
def test_texts_that_are_no_units_become_none(spelling):
    assert unit_of(spelling).name == ""


def test_an_unknown_spelling_is_kept_as_it_stands():
    assert unit_of(" furlongs ").name == "furlongs"


def test_every_published_spelling_of_a_unit_is_known():
    spellings = {(dp.get("unit") or "", dp["code"]) for r in records("tuya_products.jsonl") for dp in r["dps"]}
    with published("tuya_dp_codes.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            spellings |= {(entry.rpartition(":")[0], row["code"]) for entry in row["units"].split("|")}
    unknown = {spelling for spelling, code in spellings if unit_of(spelling, code).name not in CANONICAL | {""}}
    assert unknown == {"g/30ml"}


@given(st.sampled_from(["mA", "kW", "℉", "0.1L", "V", "klux"]), st.integers(-10_000, 10_000))
def test_a_value_goes_to_the_canonical_unit_and_back(spelling, raw):
    unit = unit_of(spelling)
    assert round(unit.from_canonical(unit.to_canonical(raw))) == raw


@given(st.text(max_size=30))
def test_no_text_at_all_breaks_the_reading_of_units(text):
    assert len(unit_of(text).name) <= 24
