"""Lines of product files: what can be read is kept, what cannot is named, nothing is ever raised."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.tuya.published.record import LONGEST_LINE, read_record

SET = {"id": 2, "code": "temp_set", "mode": "rw", "type": "value", "min": 50, "max": 350, "scale": 1, "unit": "℃"}


def line(**record):
    return json.dumps({"product_id": "p1", "category": "wk"} | record).encode()


def read(*dps):
    return read_record(line(dps=list(dps)))


def test_a_product_schema_gives_its_points_in_real_units():
    product = read(SET)
    assert (product.product_id, product.category, product.problems) == ("p1", Category.THERMOSTAT, ())
    assert [(p.code, p.minimum, p.maximum, p.unit) for p in product.points] == [("temp_set", 5, 35, "°C")]


def test_a_device_of_the_cloud_gives_the_points_of_functions_and_states_also_without_numbers():
    product = read_record(
        line(
            functions={"switch": {"type": "Boolean", "value": {}}},
            status_range={"switch": {"type": "Boolean"}, "fault": {"type": "Bitmap", "value": '{"label":["motor"]}'}},
            dp_ids={"switch": 1},
            lan_only_dps=[[101, "speed", "rw", "value"]],
        )
    )
    points = {p.code: p for p in product.points}
    assert product.problems == ()
    assert (points["switch"].dp, points["switch"].writable, points["fault"].labels) == (1, True, ("motor",))
    assert points["speed"].kind is PointKind.NUMBER
    assert not points["fault"].writable


def test_a_lan_configuration_joins_the_roles_of_a_point_and_keeps_what_its_words_mean():
    roles = [
        {"id": 4, "type": "string", "entity": "select", "name": "option", "of": "Speed", "values": {"1": "Slow"}},
        {"id": 4, "type": "string", "entity": "sensor", "name": "sensor", "of": "Speed"},
        {"id": 5, "type": "integer", "entity": "sensor", "name": "sensor", "of": "Power", "unit": "W", "divide_by": 10},
        {"id": 6, "type": "bitfield", "entity": "binary_sensor", "name": "fault", "values": {"1": "hot", "4": "wet"}},
    ]
    record = {"config": "fan", "name": "Fan", "products": [{"id": "abc"}], "dps": roles}
    product = read_record(json.dumps(record).encode())
    speed, power, fault = product.points
    assert (product.product_id, product.problems) == ("abc", ())
    assert (speed.kind, speed.options, speed.labels, speed.writable) == (PointKind.ENUM, ("1",), ("Slow",), True)
    assert (power.scale, power.unit, power.writable) == (1, "W", False)
    assert fault.labels == ("hot", "bit 1", "wet")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "empty"),
        (b"   ", "empty"),
        (b"{", "no JSON"),
        (b"[1]", "no JSON object"),
        (b"null", "no JSON object"),
        (b"NaN", "no JSON object"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b"9" * 5000, "no JSON"),
        (b" " * (LONGEST_LINE + 1), "too long"),
        (b"{}", "product_id is missing"),
        (b'{"product_id": 7}', "product_id is no text"),
        (b'{"product_id": "a"}', "dps is missing"),
        (b'{"product_id": "a", "dps": {}}', "dps is no list"),
        (b'{"product_id": "a", "dps": []}', "dps is empty"),
        (b'{"product_id": "a", "category": 3, "dps": []}', "category is no text"),
        (b'{"product_id": "a", "functions": [], "dp_ids": 1}', "functions is no object"),
        (b'{"product_id": "a", "functions": {"x": 1}}', "specification is no object"),
        (b'{"product_id": "a", "functions": {"x": {"value": "{"}}}', "its value is no object"),
    ],
)
def test_a_line_that_is_no_product_names_why(text, problem):
    assert any(problem in one for one in read_record(text).problems)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"min": 400}, "min is greater than its max"),
        ({"scale": 100}, "scale cannot be right"),
        ({"scale": "x"}, "scale cannot be right"),
        ({"max": float("nan")}, "max is no usable number"),
        ({"max": 1e300}, "max is no usable number"),
        ({"max": 10**400}, "max is no usable number"),
        ({"step": float("inf")}, "step is no usable number"),
        ({"step": -1}, "step is not greater than 0"),
        ({"unit": []}, "its unit is wrong"),
        ({"type": None}, "its type is wrong"),
        ({"type": "enum"}, "enum without words"),
        ({"type": "enum", "range": [None]}, "its range is wrong"),
        ({"code": None}, "has no code"),
    ],
)
def test_a_point_with_a_wrong_field_is_kept_without_it_and_the_field_is_named(change, problem):
    product = read(SET | change)
    assert len(product.points) == 1
    assert any(problem in one for one in product.problems)


@pytest.mark.parametrize("bad", [None, 3, [], {"code": "x"}, SET | {"id": True}, SET | {"id": 0}, SET | {"id": 10**30}])
def test_a_point_that_cannot_be_addressed_is_left_out_and_the_others_stay(bad):
    product = read(bad, SET | {"id": 9})
    assert [p.dp for p in product.points] == [9]
    assert any("left out" in one for one in product.problems)


def test_of_two_points_with_one_number_the_first_counts():
    product = read(SET, SET | {"code": "other"})
    assert [p.code for p in product.points] == ["temp_set"]
    assert product.problems == ("data point 2 stands there more than once: the first one counts",)


def test_two_points_with_one_code_are_told_apart():
    product = read(SET, SET | {"id": 3})
    assert [p.code for p in product.points] == ["temp_set", "temp_set_3"]


def test_a_text_colour_of_a_product_is_a_colour_as_on_the_cloud():
    assert read({"id": 24, "code": "colour_data", "type": "string"}).points[0].kind is PointKind.JSON


def test_what_is_said_of_half_a_character_can_be_written():
    product = read(SET | {"code": "\ud800", "max": float("nan")})
    assert product.problems
    assert "\n".join(product.problems).encode()


def test_problems_without_end_are_counted():
    product = read(*([None] * 5000))
    assert len(product.problems) == 101
    assert product.problems[-1] == "and 4900 more problems"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from([10**400, "w"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
FIELDS = (
    *("id", "code", "mode", "type", "name", "unit", "scale", "min", "max", "step", "range", "label"),
    *("values", "entity", "divide_by", "of"),
)
row = st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, anything))
records = st.fixed_dictionaries(
    {},
    optional={
        "product_id": anything,
        "category": anything,
        "config": anything,
        "products": anything,
        "name": anything,
        "dps": st.lists(row | anything, max_size=5) | anything,
        "functions": st.dictionaries(st.text(max_size=5), row | anything, max_size=3) | anything,
        "status_range": st.dictionaries(st.text(max_size=5), row | anything, max_size=3) | anything,
        "dp_ids": st.dictionaries(st.text(max_size=5), anything, max_size=3) | anything,
        "lan_differs": anything,
        "lan_only_dps": anything,
    },
)


@given(records | anything)
def test_whatever_json_a_line_holds_something_comes_back(record):
    product = read_record(json.dumps(record).encode())
    assert len({p.code for p in product.points}) == len(product.points)


@given(st.binary(max_size=200))
def test_whatever_bytes_a_line_holds_something_comes_back(text):
    assert read_record(text).problems
