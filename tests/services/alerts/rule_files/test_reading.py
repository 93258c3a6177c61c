"""Rule files are checked to the last field, and every fault names its line and column."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import Direction, Hours, Take, Test
from heyzack_console.domain.alerts.rule_file import RuleFormat
from heyzack_console.domain.devices.categories import Category
from heyzack_console.services.alerts.rule_files.reading import LARGEST, checked
from tests.support.rule_texts import BOTH, WARM, toml_of, yaml_of

YAML, TOML = RuleFormat.YAML, RuleFormat.TOML
WRITERS = {YAML: yaml_of, TOML: toml_of}


def faults(text, kind=YAML):
    return [(fault.line, fault.column, fault.message) for fault in checked(text, kind).faults]


def rule_of(kind=YAML, **fields):
    """The one rule of a file in order."""
    result = checked(WRITERS[kind](fields), kind)
    assert result.ok, result.faults
    return result.rules[0]


@pytest.mark.parametrize("kind", RuleFormat)
def test_both_formats_give_the_same_rules(kind):
    warm = rule_of(
        kind,
        **WARM,
        unit="°C",
        dead_band=0.5,
        delay="5 min",
        count=3,
        scope={"zones": ["2.04"], "categories": ["temperature"], "devices": ["d1"], "sites": ["Harbour House"]},
        when={"days": ["mon", "fri"], "from": "18:00", "to": "06:00", "closed": ["2026-12-25"]},
        guidance="Open a window.",
        latching=False,
        version=3,
        author="Ines",
        reason="too many calls",
    )
    assert (warm.test, warm.limit, warm.dead_band, warm.delay_s, warm.count) == (Test.ABOVE, 26, 0.5, 300, 3)
    assert (warm.zones, warm.categories, warm.devices) == (("2.04",), (Category.TEMPERATURE,), ("d1",))
    assert warm.hours == Hours((0, 4), time(18), time(6), (date(2026, 12, 25),))
    assert (warm.latching, warm.version, warm.author, warm.reason) == (False, 3, "Ines", "too many calls")
    assert (warm.priority, warm.guidance, warm.sites) == (Priority.P3, "Open a window.", ("Harbour House",))


ON_POINT = {"id": "r", "condition": "C", "priority": "P4", "point": "p"}


def test_every_type_becomes_its_test():
    below = rule_of(**ON_POINT, type="threshold", below=5, clears=7)
    assert (below.test, below.limit, below.dead_band) == (Test.BELOW, 5, 2)
    assert rule_of(**ON_POINT, type="state", equals=["alarm", True]).equals == ("alarm", True)
    assert rule_of(**ON_POINT, type="fault").test is Test.ANY_BIT
    rate = rule_of(**ON_POINT, type="rate", by=2, within="10 min", direction="up")
    assert (rate.test, rate.limit, rate.span_s, rate.direction) == (Test.RATE, 2, 600, Direction.UP)
    worn = rule_of(**ON_POINT, type="degradation", percent=20, baseline="3 d")
    assert (worn.test, worn.limit, worn.span_s) == (Test.DEGRADED, 20, 3 * 86400)
    assert rule_of(**ON_POINT, type="stuck", delay="1 d").test is Test.STUCK
    assert rule_of(**ON_POINT, type="missing", delay=900).delay_s == 900
    silent = {name: value for name, value in ON_POINT.items() if name != "point"}
    assert rule_of(**silent, type="dead_man", delay="2 h").test is Test.SILENT
    both = rule_of(**BOTH)
    assert (both.test, [one.take for one in both.operands]) == (Test.COMPOSITE, [Take.MAX, Take.ANY])


@pytest.mark.parametrize(
    ("unit", "above", "band", "limit", "dead_band"),
    [("°F", 79.7, 1.8, 26.5, 1.0), ("mA", 30, 5, 0.03, 0.005), ("kW", 2, 0.1, 2000, 100)],
)
def test_limits_are_brought_to_the_consoles_own_unit_and_bands_without_its_zero_point(
    unit, above, band, limit, dead_band
):
    rule = rule_of(**ON_POINT, type="threshold", above=above, unit=unit, dead_band=band)
    assert (rule.limit, rule.dead_band) == (pytest.approx(limit), pytest.approx(dead_band))


COUNTS = st.integers(1, 6).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1)))


@settings(max_examples=40)
@given(COUNTS, st.sampled_from(RuleFormat), st.integers(1, len(WARM)))
def test_an_unknown_field_is_found_where_it_stands(counts, kind, at):
    number, wrong = counts
    rules = [WARM | {"id": f"r{n}"} for n in range(number)]
    fields = list(rules[wrong].items())
    rules[wrong] = dict([*fields[:at], ("colour", "red"), *fields[at:]])
    line = 2 + wrong * len(WARM) + at + 1 if kind is YAML else 1 + wrong * (len(WARM) + 1) + 1 + at + 1
    found = faults(WRITERS[kind](*rules), kind)
    assert found == [(line, 5 if kind is YAML else 1, "'colour' is not a field here.")]


@settings(max_examples=40)
@given(st.sampled_from(RuleFormat), st.sampled_from(list(WARM)))
def test_a_value_of_another_kind_is_found_where_it_begins(kind, name):
    (line, column, message), *_ = faults(WRITERS[kind](WARM | {name: [1]}), kind)
    text = WRITERS[kind](WARM | {name: [1]}).splitlines()[line - 1]
    assert text[column - 1 :].startswith("[1]")
    assert name in message or "type" in message


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        (YAML, "heyzack_rules: 1\nrules:\n  - id: [a\n", (4, 1)),
        (YAML, "heyzack_rules: 1\n\trules: []\n", (2, 1)),
        (YAML, "a: b: c\n", (1, 5)),
        (TOML, "heyzack_rules = 1\nrules = [\n", (3, 1)),
        (TOML, 'heyzack_rules = 1\nname = "open\n', (2, 13)),
        (TOML, "a = 1\na = 2\n", (2, 6)),
    ],
)
def test_a_text_that_is_not_of_its_format_says_where(kind, text, place):
    ((line, column, message),) = faults(text, kind)
    assert (line, column) == place
    assert message.startswith("This is no")


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a: &x [1]\nb: *x\n", (1, 4), "aliases"),
        ("a: !!python/object/apply:os.system ['true']\n", (1, 4), "Tags"),
        ("a: !secret x\n", (1, 4), "Tags"),
        ("a: 1\nb: 2\na: 3\n", (3, 1), "twice"),
        ("a: 1\n---\nb: 2\n", (2, 1), "one document"),
        ("[" * 40 + "]" * 40, (1, 13), "nested"),
        ("? [a]\n: b\n", (1, 3), "a word"),
    ],
)
def test_what_rule_files_may_not_hold_is_refused_with_its_place(text, place, word):
    ((line, column, message),) = faults(text)
    assert (line, column) == place
    assert word in message


def test_a_text_that_is_too_large_is_not_read_at_all():
    assert faults("x" * (LARGEST + 1))[0][:2] == (1, 1)
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    assert "aliases" in faults(bomb)[0][2]


def test_an_unknown_unit_names_those_that_are_known():
    ((line, column, message),) = faults(yaml_of(WARM | {"unit": "furlong"}))
    assert (line, column) == (9, 11)
    assert "unknown unit 'furlong'" in message
    assert "°C" in message


@pytest.mark.parametrize("kind", RuleFormat)
def test_a_fault_inside_an_expression_is_placed_inside_the_file(kind):
    text = WRITERS[kind](BOTH | {"expression": "valve > 10.0 && ) window"})
    ((line, column, message),) = faults(text, kind)
    assert text.splitlines()[line - 1][column - 1 :].startswith(") window")
    assert "')'" in message


@pytest.mark.parametrize(
    ("kind", "expression"),
    [
        (YAML, "|\n      valve > 10.0 &&\n        window && missing\n"),
        (YAML, ">-\n      valve > 10.0\n      && missing\n"),
        (YAML, "valve > 10.0 && missing # a remark\n"),
        (TOML, '"""\nvalve > 10.0 &&\n  window && missing\n"""\n'),
        (TOML, "'valve > 10.0 && missing'\n"),
    ],
)
def test_an_unknown_name_is_found_however_the_expression_is_written(kind, expression):
    whole = WRITERS[kind](BOTH)
    before, _ = whole.split("expression")
    mark = ": " if kind is YAML else " = "
    text = f"{before}expression{mark}{expression}"
    ((line, column, message),) = faults(text, kind)
    assert text.splitlines()[line - 1][column - 1 :].startswith("missing")
    assert "'missing' is not an operand" in message


def test_all_faults_are_told_at_once_in_the_order_of_the_text():
    text = yaml_of(WARM | {"priority": "P9"}, BOTH | {"expression": "valve >"}, WARM | {"above": "hot"})
    assert [line for line, _, _ in faults(text)] == [6, 14, 20]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"below": 3}, "either above or below"),
        ({"clears": 27}, "inside the limit"),
        ({"clears": 25, "dead_band": 1}, "either dead_band or clears"),
        ({"count": 3}, "count needs a delay"),
        ({"delay": "5 parsecs"}, "length of time"),
        ({"above": float("inf")}, "finite"),
        ({"above": True}, "number"),
        ({"id": "With Blanks"}, "letters, digits"),
        ({"when": {"days": ["someday"]}}, "has to be a day"),
        ({"when": {"from": "25:00"}}, "time of day"),
        ({"when": {"closed": ["2026-02-30"]}}, "date"),
        ({"condition": "x" * 300}, "at most 200"),
    ],
)
def test_values_that_make_no_rule_are_refused_in_words(change, word):
    text = yaml_of(WARM | change).replace("Infinity", "1e999")
    assert any(word in message for _, _, message in faults(text)), faults(text)


def test_an_id_stands_once_in_a_file():
    assert faults(yaml_of(WARM, WARM)) == [(9, 9, "There is a rule 'meeting-warm' already.")]


@pytest.mark.parametrize("text", ["", "just words", "[]", "heyzack_rules: 2\nrules: []\n", "rules: []\n"])
def test_what_is_no_rule_file_is_said_to_be_none(text):
    assert faults(text)


@settings(max_examples=150)
@given(st.text(max_size=120) | st.text("[]{}:-'\"\n #&*!|>=a1.", max_size=80), st.sampled_from(RuleFormat))
def test_no_text_whatever_raises_anything(text, kind):
    for line, column, message in faults(text, kind):
        assert line >= 1
        assert column >= 1
        assert message
