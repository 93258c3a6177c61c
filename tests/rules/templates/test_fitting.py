"""Which templates a device has, and what they come to."""

from dataclasses import replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.templates import DeviceTemplate, Threshold, WantedValue
from heyzack_console.rules.templates.fitting import by_id, outcome
from tests.support.building import CLIMATE, SMOKE

PRODUCT = DeviceTemplate(
    product="p1",
    thresholds=(Threshold("temperature_high", limit=26.0),),
    values=(WantedValue("report_interval", 60),),
)
KIND = DeviceTemplate(
    of_category=CLIMATE.category,
    name_pattern="{room}",
    thresholds=(Threshold("temperature_high", limit=28.0, delay_s=30.0), Threshold("stuck", delay_s=7200.0)),
    values=(WantedValue("report_interval", 300), WantedValue("unit", "c")),
)
OURS = replace(CLIMATE, product="p1")


def test_the_products_own_template_goes_before_that_of_the_kind_part_by_part():
    found = outcome(OURS, by_id([PRODUCT, KIND]))
    assert found is not None
    assert found.templates == (PRODUCT.id, KIND.id)
    assert found.name_pattern == "{room}"
    assert found.thresholds == (
        Threshold("stuck", delay_s=7200.0),
        Threshold("temperature_high", limit=26.0, delay_s=30.0),
    )
    assert found.values == (WantedValue("report_interval", 60), WantedValue("unit", "c"))
    assert found.own == {"report_interval"}


def test_a_device_without_a_template_has_no_outcome():
    assert outcome(SMOKE, by_id([PRODUCT, KIND])) is None


def test_the_kind_that_the_products_template_says_decides_which_other_one_fits():
    said = replace(PRODUCT, category=Category.SMOKE)
    general = DeviceTemplate(of_category=Category.SMOKE, name_pattern="Smoke {number}")
    found = outcome(OURS, by_id([said, KIND, general]))
    assert found is not None
    assert (found.category, found.name_pattern) == (Category.SMOKE, "Smoke {number}")
