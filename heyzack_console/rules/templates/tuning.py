"""Alert rules as a template changes them."""

from collections.abc import Iterable
from dataclasses import replace

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.templates import Threshold

LIMIT, DELAY, DEAD_BAND = "limit", "delay_s", "dead_band"
_THRESHOLD = frozenset({LIMIT, DELAY, DEAD_BAND})
_LASTING = frozenset({DELAY})


def family(rule: AlertRule) -> str:
    """Return the rule's name without its point, by which templates name it."""
    return rule.id.partition("/")[0]


def may_change(rule: AlertRule) -> frozenset[str]:
    """Return what a template may change in *rule*: nothing where lives depend on it, or where no value is judged."""
    if rule.priority is Priority.P1 or not rule.code:
        return frozenset()
    match rule.test:
        case Test.ABOVE | Test.BELOW:
            return _THRESHOLD
        case Test.EQUALS | Test.ANY_BIT | Test.STUCK:
            return _LASTING
        case _:
            return frozenset()


def tuned(rule: AlertRule, thresholds: Iterable[Threshold]) -> AlertRule:
    """Return *rule* with what *thresholds* change in it."""
    wanted = next((each for each in thresholds if each.rule == family(rule)), None)
    if wanted is None:
        return rule
    allowed = may_change(rule)
    return replace(
        rule,
        limit=wanted.limit if wanted.limit is not None and LIMIT in allowed else rule.limit,
        delay_s=wanted.delay_s if wanted.delay_s is not None and DELAY in allowed else rule.delay_s,
        dead_band=wanted.dead_band if wanted.dead_band is not None and DEAD_BAND in allowed else rule.dead_band,
    )
