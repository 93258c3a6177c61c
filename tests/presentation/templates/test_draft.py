"""The form's cells: what they show, and what is made of what was typed."""

from dataclasses import replace

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.templates import DeviceTemplate, Threshold, WantedValue
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.sites import SiteBook
from heyzack_console.presentation.templates.draft import drafted, limit_lines, number_cell, value_lines
from heyzack_console.presentation.templates.subjects import preview, subjects
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.rules.templates.tuning import DEAD_BAND, DELAY, LIMIT
from tests.support.building import BOOK, SMOKE, THERMOSTAT

DEVICE = replace(THERMOSTAT, product="p1", model="TS-4")
HOUSE = SiteBook(BOOK.site, (DEVICE, SMOKE))
RULES = rules_for(HOUSE.devices)
KEPT = DeviceTemplate(
    product="p1",
    thresholds=(Threshold("temperature_high", limit=26.0, delay_s=90.0),),
    values=(WantedValue("gone", 7), WantedValue("switch", True)),
)


def subject(template=None, book=HOUSE):
    return subjects(book, [template] if template else [])[0]


def form(of, **typed):
    """The draft of the form as it opens, with some cells typed over."""
    limits = [(line, {**line.texts, **typed.get(line.rule, {})}) for line in limit_lines(of, RULES)]
    values = [(line, typed.get(line.code, line.text)) for line in value_lines(of)]
    return drafted(of, of.template.name_pattern, of.template.category, limits, values)


def test_products_come_first_then_kinds_and_those_with_a_template_say_so():
    lonely = DeviceTemplate(product="zz")
    assert [one.words for one in subjects(HOUSE, [KEPT, lonely])] == [
        "Product zz, 0 devices (has a template)",
        "TS-4 (p1), 1 device (has a template)",
        "Kind: Smoke, 1 device",
        "Kind: Thermostat, 1 device",
    ]


def test_only_alerts_that_speak_of_the_devices_are_offered_and_never_those_of_life_safety():
    assert [line.title for line in limit_lines(subject(), RULES)] == ["Temperature high", "Temperature low", "Fault"]
    kinds = {one.template.of_category: one for one in subjects(HOUSE, [])}
    assert [line.title for line in limit_lines(kinds[Category.SMOKE], RULES)] == ["Battery low"]


def test_a_rule_of_the_sites_own_is_not_offered():
    own = AlertRule("own/temp_current", "Mine", Test.ABOVE, Priority.P3, code="temp_current", limit=20.0)
    assert [line.title for line in limit_lines(subject(), [own])] == []


def test_a_line_shows_what_is_kept_and_what_is_usual():
    line = limit_lines(subject(KEPT), RULES)[0]
    assert line.texts == {LIMIT: "26", DEAD_BAND: "", DELAY: "1.5"}
    assert (line.usual, line.unit) == ({LIMIT: 30.0, DEAD_BAND: 1.0, DELAY: 5.0}, "°C")


def test_a_form_that_nobody_touched_says_what_is_kept():
    kept = replace(KEPT, name_pattern="{room}", category=Category.FAN_COIL)
    assert set(form(subject(kept)).values) == set(kept.values)
    assert replace(form(subject(kept)), values=kept.values) == kept


def test_typed_cells_become_numbers_words_and_switches():
    made = form(subject(), temperature_high={LIMIT: "25,5", DELAY: "2"}, temp_set="21", switch="Off", mode="auto")
    assert made.thresholds == (Threshold("temperature_high", 25.5, 120.0, None),)
    assert {each.code: each.value for each in made.values} == {"temp_set": 21, "switch": False, "mode": "auto"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"temperature_high": {LIMIT: "warm"}}, "The limit of “Temperature high” is no number: warm"),
        ({"temp_set": "warm"}, "Set point is no number"),
        ({"switch": "yes"}, "Power is either on or off"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_named(typed, said):
    with pytest.raises(InvalidInput, match="Nothing was changed") as refused:
        form(subject(), **typed)
    assert said in refused.value.text


def test_a_large_number_is_shown_to_its_last_digit():
    assert number_cell(12_345_678.0) == "12345678"


def test_the_preview_says_what_devices_would_be_called_or_what_is_wrong():
    assert preview(subject(), "{category} {number}", Category.FAN_COIL, HOUSE) == "Would be called: Fan coil 1."
    assert "no placeholder" in preview(subject(), "{colour}", None, HOUSE)
    assert preview(subject(), "  ", None, HOUSE) == ""
