"""Scopes as people write them, and what operands make of values."""

from dataclasses import replace

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Operand, Take, Test
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Place, ZoneId
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.rules.alerts.composites import belongs, taken, values_of
from heyzack_console.rules.alerts.conditions import applies
from heyzack_console.rules.alerts.scopes import settled, unknown_words
from tests.support.building import BOOK, CLIMATE, DEVICES, GROUND, THERMOSTAT, reading

PANTRY = Zone(ZoneId("z1"), GROUND, "Pantry", "1.02", ZoneKind.ROOM, ())
OFFICE = Zone(ZoneId("z2"), GROUND, "Office", "1.03", ZoneKind.ROOM, ())
SITE = replace(BOOK.site, zones=(PANTRY, OFFICE))
HERE = replace(CLIMATE, place=Place(GROUND, 1, 1, ZoneId("z1")))
RULE = AlertRule("r", "Warm", Test.ABOVE, Priority.P4, "va_temperature", limit=20)


def one(**scope):
    (found,) = settled([replace(RULE, **scope)], SITE, DEVICES)
    return found


@pytest.mark.parametrize("word", ["z1", "1.02", "Pantry", " pantry "])
def test_a_zone_is_meant_by_id_number_or_name(word):
    assert one(zones=(word,)).zones == ("z1",)
    assert applies(one(zones=(word,)), HERE)
    assert not applies(one(zones=(word,)), CLIMATE), "it stands nowhere"


def test_devices_are_meant_by_id_or_name_and_what_nobody_has_fits_none():
    assert one(devices=(THERMOSTAT.name, "gw1")).devices == (THERMOSTAT.id, "gw1")
    assert unknown_words(replace(RULE, zones=("9.99", "Office"), devices=("nobody",)), SITE, DEVICES) == (
        "9.99",
        "nobody",
    )
    assert not applies(one(zones=("9.99",)), HERE)


def test_rules_for_another_site_are_left_out():
    assert settled([replace(RULE, sites=("Elsewhere",))], SITE, DEVICES) == ()
    assert len(settled([replace(RULE, sites=("test HOUSE",))], SITE, DEVICES)) == 1


def test_two_rooms_of_one_name_are_both_meant():
    twins = replace(SITE, zones=(PANTRY, replace(OFFICE, name="Pantry")))
    (found,) = settled([replace(RULE, zones=("Pantry",))], twins, DEVICES)
    assert found.zones == ("z1", "z2")


def test_an_operand_looks_at_devices_of_all_its_scopes_at_once():
    operand = Operand("a", "va_temperature", categories=(Category.TEMPERATURE,), zones=("z1",))
    assert belongs(operand, HERE)
    assert not belongs(operand, CLIMATE)
    assert not belongs(operand, replace(HERE, category=Category.THERMOSTAT))


NUMBERS = [reading(CLIMATE, "va_temperature", 20.0, 1), reading(THERMOSTAT, "temp_current", 24.0, 5)]


@pytest.mark.parametrize(
    ("take", "value"),
    [
        (Take.LAST, 24.0),
        (Take.MEAN, 22.0),
        (Take.MIN, 20.0),
        (Take.MAX, 24.0),
        (Take.SUM, 44.0),
        (Take.SPREAD, 4.0),
        (Take.COUNT, 2.0),
    ],
)
def test_numbers_are_taken_together(take, value):
    assert taken(Operand("a", "x", take=take), NUMBERS) == value
    assert taken(Operand("a", "x", take=take), []) is None


@pytest.mark.parametrize(
    ("values", "count", "some", "every"),
    [((True, False), 1, True, False), (("alarm", "normal"), 1, True, False), (("open", True), 2, True, True)],
)
def test_switches_and_words_are_counted(values, count, some, every):
    told = [reading(CLIMATE, "x", value, n) for n, value in enumerate(values)]
    found = [taken(Operand("a", "x", take=take), told) for take in (Take.COUNT, Take.ANY, Take.ALL)]
    assert found == [count, some, every]


def test_an_operand_without_a_value_is_left_out():
    rule = replace(RULE, operands=(Operand("a", "x"), Operand("b", "y", take=Take.MEAN)))
    assert values_of(rule, {"a": NUMBERS}) == {"a": 24.0}
