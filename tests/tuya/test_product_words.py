"""Device lists in the vendor's words become categories and points."""

from collections import Counter

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.catalogue.writable import is_probably_writable
from heyzack_console.tuya.normalise_specs import kind_of
from heyzack_console.tuya.product_words import TuyaProductWords
from tests.tuya.normalise.published import records

MAPPING = {
    "1": {"code": "switch_1", "type": "Boolean", "values": {}},
    "18": {"code": "cur_current", "type": "Integer", "values": {"unit": "mA", "min": 0, "max": 30000, "scale": 0}},
    "26": {"code": "fault", "type": "Bitmap", "values": '{"label":["ov_cr","ov_vol"]}'},
    "38": {"code": "relay_status", "type": "Enum", "values": {"range": ["off", "on", "memory"]}},
}


def test_a_mapping_becomes_points_with_units_words_and_labels():
    points = {p.code: p for p in TuyaProductWords().points("cz", MAPPING)}
    assert (points["switch_1"].dp, points["switch_1"].writable) == (1, True)
    assert (points["cur_current"].unit, points["cur_current"].maximum, points["cur_current"].writable) == (
        "A",
        30,
        False,
    )
    assert points["fault"].labels == ("ov_cr", "ov_vol")
    assert points["relay_status"].options == ("power_off", "power_on", "last")


def test_a_point_that_protects_people_is_marked_by_the_category():
    (point,) = TuyaProductWords().points("dlq", {"16": {"code": "switch", "type": "Boolean"}})
    assert point.safety


@pytest.mark.parametrize(
    ("mapping", "named"),
    [
        ({"1": "switch"}, "Data point 1"),
        ({"one": {"code": "switch", "type": "Boolean"}}, "Data point switch"),
        ({"7": {"code": "temp", "type": "Integer", "values": "{"}}, "data point 7"),
        ({"9": {"type": "Boolean"}}, "Data point 9"),
    ],
)
def test_a_mapping_that_cannot_be_read_names_the_data_point(mapping, named):
    with pytest.raises(InvalidInput, match=named):
        TuyaProductWords().points("cz", mapping)


def test_the_vendors_category_is_translated():
    assert TuyaProductWords().category("wsdcg") is Category.TEMPERATURE


def test_what_can_be_written_is_mostly_judged_as_products_have_it():
    judged = Counter(
        is_probably_writable(dp["code"], kind_of(dp["type"])) == ("w" in dp["mode"])
        for product in records("tuya_products.jsonl")
        for dp in product["dps"]
        if kind_of(dp["type"]) not in {"raw", "bitmap"}
    )
    assert judged[True] / judged.total() > 0.8
