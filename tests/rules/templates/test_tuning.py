"""Alert rules as a template changes them."""

import pytest

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.templates import Threshold
from heyzack_console.rules.alerts.defaults import bundled_rules
from heyzack_console.rules.templates.tuning import family, may_change, tuned

RULES = {rule.id: rule for rule in bundled_rules()}
WARM = RULES["temperature_high/va_temperature"]


def test_only_what_a_template_names_is_changed():
    rule = tuned(WARM, [Threshold("temperature_high", limit=26.0)])
    assert (rule.limit, rule.delay_s, rule.dead_band) == (26.0, WARM.delay_s, WARM.dead_band)
    assert tuned(WARM, [Threshold("temperature_low", limit=5.0)]) is WARM


def test_a_delay_of_nothing_is_a_change():
    assert tuned(WARM, [Threshold("temperature_high", delay_s=0.0)]).delay_s == 0.0


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.priority is Priority.P1], ids=lambda rule: rule.id)
def test_what_lives_depend_on_is_never_changed(rule):
    assert may_change(rule) == frozenset()
    assert tuned(rule, [Threshold(family(rule), 1.0, 3600.0, 1.0)]) == rule


def test_a_rule_that_waits_for_a_word_has_a_delay_but_no_limit():
    rule = tuned(RULES["open_too_long/doorcontact_state"], [Threshold("open_too_long", limit=3.0, delay_s=60.0)])
    assert (rule.limit, rule.delay_s) == (None, 60.0)
