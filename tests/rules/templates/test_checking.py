"""Whether a template can be kept."""

from dataclasses import replace
from math import inf, nan

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.templates import DeviceTemplate, Threshold, WantedValue
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.alerts.defaults import bundled_rules
from heyzack_console.rules.templates.checking import MOST_PARTS, checked
from tests.support.building import SMOKE, THERMOSTAT, VALVE

PLAIN = DeviceTemplate(product="p1")


def kept(template, devices=()):
    return checked(template, bundled_rules(), devices)


def test_a_template_comes_back_in_its_plain_form():
    messy = replace(
        PLAIN,
        name_pattern="  {category}   {number} ",
        thresholds=(Threshold("temperature_low"), Threshold("battery_low", limit=20.0)),
        values=(WantedValue("temp_set", 21.0), WantedValue("mode", "auto")),
    )
    assert kept(messy, [THERMOSTAT]) == replace(
        PLAIN,
        name_pattern="{category} {number}",
        thresholds=(Threshold("battery_low", limit=20.0),),
        values=(WantedValue("mode", "auto"), WantedValue("temp_set", 21.0)),
    )


@pytest.mark.parametrize(
    ("template", "field", "said"),
    [
        (DeviceTemplate(), "product", "one product or for one kind"),
        (DeviceTemplate(product="p", of_category=Category.LIGHT), "product", "one product or for one kind"),
        (DeviceTemplate(product="two words"), "product", "without spaces"),
        (DeviceTemplate(of_category=Category.UNKNOWN), "of_category", "unknown kind"),
        (
            DeviceTemplate(of_category=Category.LIGHT, category=Category.FAN),
            "category",
            "Only the template of a product",
        ),
        (replace(PLAIN, name_pattern="{what}"), "name_pattern", "no placeholder"),
        (replace(PLAIN, thresholds=(Threshold("x", 1.0),)), "thresholds", "no alert rule called x"),
        (replace(PLAIN, thresholds=(Threshold("smoke", delay_s=60.0),)), "thresholds", "Smoke detected"),
        (replace(PLAIN, thresholds=(Threshold("fault", limit=1.0),)), "thresholds", "The limit of “Fault”"),
        (replace(PLAIN, thresholds=(Threshold("unreachable", delay_s=1.0),)), "thresholds", "Not reachable"),
        (replace(PLAIN, thresholds=(Threshold("co2_high", limit=nan),)), "thresholds", "between"),
        (replace(PLAIN, thresholds=(Threshold("co2_high", delay_s=-1.0),)), "thresholds", "between 0 and"),
        (replace(PLAIN, thresholds=(Threshold("co2_high", 1.0), Threshold("co2_high", 2.0))), "thresholds", "twice"),
        (replace(PLAIN, values=(WantedValue("a b", 1),)), "values", "code has 1 to"),
        (replace(PLAIN, values=(WantedValue("a", None),)), "values", "missing"),
        (replace(PLAIN, values=(WantedValue("a", inf),)), "values", "no proper number"),
        (replace(PLAIN, values=(WantedValue("a", "x" * 2001),)), "values", "more than 2000"),
        (replace(PLAIN, values=tuple(WantedValue(f"c{n}", n) for n in range(MOST_PARTS + 1))), "values", "at most 64"),
    ],
)
def test_what_cannot_be_kept_is_named_with_its_field(template, field, said):
    with pytest.raises(InvalidInput, match="Nothing was changed") as refused:
        kept(template)
    assert said in refused.value.text
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("temp_set", 40.0, "5 to 30 °C"),
        ("temp_current", 21.0, "only be read"),
        ("mode", "party", "one of auto, manual"),
    ],
)
def test_a_value_that_suits_no_device_with_that_point_is_refused(code, value, said):
    with pytest.raises(InvalidInput, match=said):
        kept(replace(PLAIN, values=(WantedValue(code, value),)), [SMOKE, THERMOSTAT])


def test_a_value_has_to_suit_one_device_only_and_none_where_no_device_has_the_point():
    wide = replace(THERMOSTAT, points=(replace(THERMOSTAT.points[1], maximum=50),))
    hot = replace(PLAIN, values=(WantedValue("temp_set", 40.0),))
    assert kept(hot, [THERMOSTAT, wide]) == hot
    assert kept(hot, [VALVE]) == hot
