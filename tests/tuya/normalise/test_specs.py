"""Product lists become specifications, and usual points name what has no list."""

import csv

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import GUESSED, PointKind
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.catalogue.common_points import COMMON_POINTS
from heyzack_console.tuya.normalise_guess import guess_points
from heyzack_console.tuya.normalise_specs import specs_of_cloud_device, specs_of_product
from tests.tuya.normalise.published import published, records

CLOUD = {
    "category": "cz",
    "functions": {"relay_status": {"type": "Enum", "value": {"range": ["power_off", "power_on", "last"]}}},
    "status_range": {
        "relay_status": {"type": "Enum", "value": {"range": ["power_off", "power_on", "last"]}},
        "cur_power": {"type": "Integer", "value": '{"unit":"kW","min":0,"max":50,"scale":1,"step":1}'},
        "unseen": {"type": "Boolean", "value": {}},
    },
    "dp_ids": {"relay_status": 38, "cur_power": 19},
    "lan_differs": {"relay_status": {"lan_range": ["off", "on", "memory"]}},
    "lan_only_dps": [[101, "jolcon", "rw", "enum"]],
}


@pytest.mark.parametrize(
    ("mode", "readable", "writable"), [("ro", True, False), ("rw", True, True), ("wr", False, True)]
)
def test_the_mode_says_what_can_be_read_and_written(mode, readable, writable):
    (spec,) = specs_of_product({"dps": [{"id": 1, "code": "switch", "type": "bool", "mode": mode}]})
    assert (spec.readable, spec.writable) == (readable, writable)


def test_bounds_and_step_are_in_the_canonical_unit():
    dp = {"id": 4, "code": "limit", "type": "value", "unit": "mA", "min": 0, "max": 30_000, "step": 100}
    (spec,) = specs_of_product({"dps": [dp]})
    assert (spec.minimum, spec.maximum, spec.step, spec.unit, spec.raw_unit) == (0, 30, 0.1, "A", "mA")


def test_a_cloud_specification_is_joined_with_the_numbers_and_words_of_the_lan():
    specs = {s.code: s for s in specs_of_cloud_device(CLOUD)}
    assert specs["relay_status"].words == (("off", "power_off"), ("on", "power_on"), ("memory", "last"))
    assert specs["relay_status"].options == ("power_off", "power_on", "last")
    assert (specs["relay_status"].writable, specs["cur_power"].writable) == (True, False)
    assert (specs["cur_power"].unit, specs["cur_power"].maximum) == ("W", 5000)


def test_a_cloud_code_without_a_number_cannot_be_used_on_the_lan():
    assert "unseen" not in {s.code for s in specs_of_cloud_device(CLOUD)}


def test_points_that_only_the_lan_has_are_taken_in():
    assert (101, PointKind.ENUM) in {(s.dp, s.kind) for s in specs_of_cloud_device(CLOUD)}


def test_words_that_only_the_lan_has_can_be_ordered():
    device = {
        "functions": {"sensor_choose": {"type": "Enum", "value": {"range": ["in", "out"]}}},
        "dp_ids": {"sensor_choose": 43},
        "lan_differs": {"sensor_choose": {"lan_range": ["in", "out", "all"]}},
    }
    assert specs_of_cloud_device(device)[0].options == ("in", "out", "all")


@pytest.mark.parametrize("device", [{}, {"functions": {}, "status_range": {}, "dp_ids": None}, {"functions": None}])
def test_an_empty_specification_gives_no_points(device):
    assert specs_of_cloud_device(device) == ()


def test_a_data_point_without_a_code_is_refused_by_name():
    with pytest.raises(InvalidInput, match="Data point 7"):
        specs_of_product({"dps": [{"id": 7, "type": "bool"}]})


@pytest.mark.parametrize(
    ("category", "code", "asks"),
    [("dlq", "switch", True), ("cz", "switch_1", False), ("sfkzq", "switch", True), ("mal", "master_mode", True)],
)
def test_points_that_protect_people_are_marked(category, code, asks):
    kind = "enum" if code == "master_mode" else "bool"
    (spec,) = specs_of_product({"category": category, "dps": [{"id": 1, "code": code, "type": kind, "mode": "rw"}]})
    assert spec.safety is asks


@pytest.mark.parametrize(
    ("code", "category"),
    [("wsdcg", Category.TEMPERATURE), ("kg", Category.SWITCH), ("CZ", Category.SOCKET), ("dlq", Category.BREAKER)],
)
def test_the_vendors_category_codes_lead_to_kinds_of_device(code, category):
    assert category_of(code) is category


def test_an_unknown_category_code_is_unknown():
    assert category_of("zzz") is Category.UNKNOWN


def test_usual_points_are_named_and_marked_as_guessed():
    specs = guess_points(Category.SOCKET, {1: True, 19: 4953, 200: "x"})
    assert [(s.dp, s.code, s.unit) for s in specs] == [(1, "switch_1", ""), (19, "cur_power", "W"), (200, "dp_200", "")]
    assert [s.name.endswith(GUESSED) for s in specs] == [True, True, False]


def test_a_usual_point_is_not_taken_where_the_value_has_another_type():
    assert [s.code for s in guess_points(Category.SOCKET, {1: "open", 19: True})] == ["dp_1", "dp_19"]


def test_a_guessed_record_of_a_phase_is_known_as_one():
    (spec,) = guess_points(Category.BREAKER, {6: "CKMAAn0AAGw="})
    assert (spec.code, spec.kind) == ("phase_a", PointKind.RAW)


@pytest.mark.parametrize("category", COMMON_POINTS)
def test_no_category_names_a_number_or_a_code_twice(category):
    points = COMMON_POINTS[category]
    assert len({p.dp for p in points}) == len(points)
    assert len({p.code for p in points}) == len(points)


def test_every_usual_point_is_used_so_by_published_products():
    with published("tuya_dp_codes.csv").open(encoding="utf-8") as rows:
        counted = {(int(row["dp_id"]), row["code"]): row for row in csv.DictReader(rows)}
    named = {(p.dp, p.code): p for points in COMMON_POINTS.values() for p in points}
    assert sorted(key for key in named if key not in counted) == []
    assert sorted(key for key, p in named.items() if p.type not in counted[key]["type"].split("|")) == []


def test_every_published_product_can_be_read():
    count = 0
    for record in records("tuya_products.jsonl"):
        specs = specs_of_product(record)
        assert {s.dp for s in specs} == {dp["id"] for dp in record["dps"]}
        assert all(abs(s.scale) < 10 for s in specs)
        count += len(specs)
    assert count > 24_000
