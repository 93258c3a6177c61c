"""How a device differs from its templates."""

from dataclasses import replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.templates import DeviceTemplate, Difference, DriftKind, WantedValue
from heyzack_console.rules.templates.drift import NO_POINT, drift
from heyzack_console.rules.templates.fitting import by_id, outcome
from tests.support.building import THERMOSTAT, VALVE, at, reading

DEVICE = replace(THERMOSTAT, product="p1")
TEMPLATE = DeviceTemplate(product="p1", values=(WantedValue("mode", "auto"), WantedValue("temp_set", 21.0)))


def found(device=DEVICE, template=TEMPLATE, name="", heard=()):
    values = {each.code: each for each in heard}
    fitting = outcome(device, by_id([template]))
    assert fitting is not None
    return drift(device, fitting, name, values.get)


def test_a_device_that_is_as_its_template_says_has_no_drift():
    assert found(heard=[reading(DEVICE, "mode", "auto"), reading(DEVICE, "temp_set", 21.2)]) is None


def test_a_value_that_differs_is_shown_with_both_sides_and_its_age():
    report = found(heard=[reading(DEVICE, "mode", "auto"), reading(DEVICE, "temp_set", 24.0, 90)])
    assert report is not None
    assert report.differences == (Difference(DriftKind.VALUE, 21.0, 24.0, "temp_set", "Set point", "°C", at(90)),)


def test_a_value_that_was_never_heard_counts_as_different():
    report = found(heard=[reading(DEVICE, "temp_set", 21.0)])
    assert report is not None
    assert [(each.code, each.shown, each.at) for each in report.differences] == [("mode", None, None)]


def test_name_and_kind_that_differ_are_listed_first():
    other = replace(TEMPLATE, category=Category.AIR_CONDITIONER, values=())
    report = found(template=other, name="Unit 1")
    assert report is not None
    assert [(each.kind, each.shown, each.wanted) for each in report.differences] == [
        (DriftKind.NAME, DEVICE.name, "Unit 1"),
        (DriftKind.CATEGORY, "thermostat", "air_conditioner"),
    ]


def test_a_point_that_is_missing_is_said_of_the_product_and_not_of_a_kind():
    wanted = (WantedValue("report_interval", 60),)
    report = found(template=replace(TEMPLATE, values=wanted))
    assert report is not None
    assert [each.why_not for each in report.differences] == [NO_POINT]
    assert found(template=DeviceTemplate(of_category=DEVICE.category, values=wanted)) is None


def test_a_value_that_this_device_does_not_take_says_why():
    report = found(template=replace(TEMPLATE, values=(WantedValue("temp_set", 45.0),)))
    assert report is not None
    assert ["5 to 30" in each.why_not for each in report.differences] == [True]


def test_what_protects_people_is_marked():
    device = replace(VALVE, product="p1")
    report = found(device, replace(TEMPLATE, values=(WantedValue("switch_1", True),)))
    assert report is not None
    assert [each.asks_first for each in report.differences] == [True]
