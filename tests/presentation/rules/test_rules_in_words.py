"""Alert rules in words and in their table."""

from dataclasses import replace
from datetime import UTC, time

import pytest

from heyzack_console.domain.alerts.kpi import Period
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Direction, Hours, Operand, Test
from heyzack_console.domain.alerts.rule_file import CheckedFile, FileFault, RuleFormat
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.rules.listing import RuleListing
from heyzack_console.presentation.rules.words import (
    NEW_RULE,
    check_words,
    fault_words,
    judged_words,
    origin_words,
    scope_words,
    trial_words,
)
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.services.alerts.past import Past
from heyzack_console.services.alerts.rule_files.reading import checked
from tests.support.building import BOOK, DEVICES, THERMOSTAT, at, reading

RULE = AlertRule("r", "Warm", Test.ABOVE, Priority.P4, "temp", limit=26.0, delay_s=300)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "temp > 26 for 5 min"),
        ({"dead_band": 0.5, "delay_s": 0}, "temp > 26, back 0.5 inside"),
        ({"test": Test.BELOW, "count": 3}, "temp < 26 for 5 min or 3 times within it"),
        ({"test": Test.EQUALS, "equals": ("alarm", True), "delay_s": 0}, "temp is alarm or on"),
        ({"test": Test.RATE, "span_s": 600, "direction": Direction.UP, "delay_s": 0}, "temp rises by 26 within 10 min"),
        ({"test": Test.DEGRADED, "span_s": 86400, "delay_s": 0}, "temp 26 % off its mean over 1 d"),
        ({"test": Test.STUCK}, "temp unmoved for 5 min"),
        ({"test": Test.MISSING}, "temp not heard for 5 min"),
        ({"test": Test.SILENT, "code": ""}, "nothing heard for 5 min"),
        ({"test": Test.COMPOSITE, "expression": "a >\n 1.0", "operands": (Operand("a", "x"),)}, "a > 1.0 for 5 min"),
    ],
)
def test_what_a_rule_judges_is_told_in_one_line(change, words):
    assert judged_words(replace(RULE, **change)) == words


def test_every_bundled_rule_has_words():
    assert all(judged_words(rule) and scope_words(rule) for rule in rules_for(DEVICES))


def test_scope_and_hours_are_told_or_everywhere():
    assert scope_words(RULE) == "everywhere"
    busy = replace(
        RULE,
        zones=("2.04",),
        categories=(Category.AIR_QUALITY,),
        devices=("a", "b"),
        hours=Hours((0, 1), time(8), time(18)),
    )
    assert scope_words(busy) == "2.04; air quality; 2 devices; Mon Tue 08:00–18:00"


def test_where_a_rule_comes_from_is_told():
    assert origin_words(RULE, own=False) == "bundled"
    assert origin_words(replace(RULE, version=3, author="Ines", enabled=False), own=True) == "v3 Ines, off"


def test_a_check_is_told_with_its_places():
    fault = FileFault(9, 5, "'colour' is not a field here.")
    assert check_words(CheckedFile(faults=(fault,))) == "1 place to correct."
    assert check_words(CheckedFile(rules=(RULE,))) == "In order: 1 rule."
    assert fault_words(fault) == "line 9, column 5: 'colour' is not a field here."


def test_the_example_of_the_editor_is_in_order():
    assert checked(NEW_RULE, RuleFormat.YAML).ok


def test_a_trial_tells_when_on_what_for_how_long_and_what_the_figures_would_be():
    past = Past([replace(RULE, code="temp_current", delay_s=0)], BOOK, Period(at(0), at(86400)), UTC)
    past.hear(reading(THERMOSTAT, "temp_current", value, second) for second, value in ((60, 27.0), (660, 20.0)))
    words = trial_words(past.end((), at(0), at(86400)), lambda device: f"Device {device}", UTC)
    assert "Warm: would have called 1 time, 10 min altogether." in words
    assert "Mon 02 Mar 08:01:00  Device th1  for 10 min" in words
    assert "Per day: no data (No data) → 1.0 (Good)" in words


def test_own_rules_stand_first_and_take_the_place_of_bundled_ones():
    listing = RuleListing()
    own = replace(RULE, id="b", condition="Mine")
    listing.take([replace(RULE, id="a"), replace(RULE, id="b")], [own])
    assert [listing.key(n) for n in range(len(listing))] == ["b", "a"]
    assert (listing.owns("b"), listing.owns("a"), listing.row(0).cells[0].text) == (True, False, "Mine")
    listing.look_for("mine thresh")
    assert [listing.key(n) for n in range(len(listing))] == ["b"]
    assert (listing.position("b"), listing.position("a"), listing.total) == (0, None, 2)
