"""What is written reads back as the same rules."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Direction, Hours, Operand, Take, Test
from heyzack_console.domain.alerts.rule_file import RuleFormat
from heyzack_console.domain.devices.categories import Category
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.services.alerts.rule_files.reading import checked
from heyzack_console.services.alerts.rule_files.writing import writable, written
from tests.support.building import DEVICES

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
NUMBERS = st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
SPANS = st.integers(1, 10_000).map(float)
CLOCKS = st.times().map(lambda moment: time(moment.hour, moment.minute))
HOURS = st.builds(
    Hours,
    st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    CLOCKS,
    CLOCKS,
    st.sets(st.dates(date(2020, 1, 1), date(2040, 1, 1)), max_size=2).map(lambda days: tuple(sorted(days))),
)
EVERY = {
    "id": st.from_regex(r"\A[a-z][a-z0-9_/-]{0,20}\Z"),
    "condition": WORDS,
    "priority": st.sampled_from(Priority),
    "zones": NAMES,
    "devices": NAMES,
    "sites": NAMES,
    "categories": st.lists(st.sampled_from(Category), max_size=3, unique=True).map(tuple),
    "latching": st.booleans(),
    "guidance": st.just("") | WORDS,
    "enabled": st.booleans(),
    "version": st.integers(0, 99),
    "author": st.just("") | WORDS,
    "reason": st.just("") | WORDS,
}
POINT = EVERY | {"code": WORDS, "hours": st.none() | HOURS, "delay_s": SPANS, "count": st.integers(1, 5)}
DIRECTIONS = st.sampled_from(Direction)
OPERANDS = st.builds(Operand, st.just("a"), WORDS, take=st.sampled_from(Take), zones=NAMES, devices=NAMES)
BANDS = st.floats(0, 100).map(lambda number: round(number, 3))
RULES = st.one_of(
    st.builds(AlertRule, **POINT, test=st.sampled_from([Test.ABOVE, Test.BELOW]), limit=NUMBERS, dead_band=BANDS),
    st.builds(
        AlertRule,
        **POINT,
        test=st.just(Test.EQUALS),
        equals=st.lists(st.booleans() | st.integers(-99, 99) | WORDS, min_size=1, max_size=3).map(tuple),
    ),
    st.builds(AlertRule, **POINT, test=st.just(Test.ANY_BIT)),
    st.builds(AlertRule, **POINT, test=st.just(Test.RATE), limit=SPANS, span_s=SPANS, direction=DIRECTIONS),
    st.builds(AlertRule, **POINT, test=st.just(Test.DEGRADED), limit=st.just(20.0), span_s=SPANS, direction=DIRECTIONS),
    st.builds(AlertRule, **EVERY, code=WORDS, test=st.sampled_from([Test.STUCK, Test.MISSING]), delay_s=SPANS),
    st.builds(AlertRule, **EVERY, test=st.just(Test.SILENT), delay_s=SPANS),
    st.builds(
        AlertRule,
        **EVERY,
        test=st.just(Test.COMPOSITE),
        operands=st.tuples(OPERANDS),
        expression=st.sampled_from(["a > 1.0", "a ==\n  'alarm' || a == true"]),
        hours=st.none() | HOURS,
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(RULES, max_size=4, unique_by=lambda rule: rule.id), st.sampled_from(RuleFormat))
def test_what_is_written_reads_back_as_the_same_rules(rules, kind):
    result = checked(written(rules, kind), kind)
    assert result.faults == ()
    assert result.rules == tuple(rules)


@pytest.mark.parametrize(
    "word", ["0E0", "1.", "true", "null", "~", "08:00", "on", "1_000", "#x", "- a", "a: b", "'", "é"]
)
def test_words_that_look_like_something_else_stay_words(word):
    rule = AlertRule("a", word, Test.EQUALS, Priority.P4, word, equals=(word,), zones=(word,))
    for kind in RuleFormat:
        assert checked(written([rule], kind), kind).rules == (rule,)


@pytest.mark.parametrize("kind", RuleFormat)
def test_bundled_rules_can_be_handed_out_and_taken_in_again(kind):
    bundled = [rule for rule in rules_for(DEVICES) if writable(rule)]
    assert len(bundled) > 20
    assert checked(written(rules_for(DEVICES), kind), kind).rules == tuple(bundled)
