"""What the form of a rule can show: one rule that compares a number with a limit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Test

SIDES = ((Test.ABOVE, "above the limit"), (Test.BELOW, "below the limit"))
PRIORITIES = tuple((priority, f"P{priority:d} {priority.word}") for priority in Priority)


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields as a person sees them; *zones* as one line."""

    condition: str
    point: str
    side: Test
    limit: float
    dead_band: float
    delay_s: float
    count: int
    priority: Priority
    zones: str
    guidance: str


def shown(rules: Sequence[AlertRule]) -> AlertRule | None:
    """Return the rule that the form can show; None where there are several, or one of another type."""
    only = rules[0] if len(rules) == 1 else None
    return only if only is not None and only.test in {Test.ABOVE, Test.BELOW} else None


def filled(rule: AlertRule) -> Filled:
    """Return the fields of *rule*."""
    zones = ", ".join(rule.zones)
    return Filled(
        rule.condition,
        rule.code,
        rule.test,
        rule.limit or 0.0,
        rule.dead_band,
        rule.delay_s,
        rule.count,
        rule.priority,
        zones,
        rule.guidance,
    )


def changed(rule: AlertRule, fields: Filled) -> AlertRule:
    """Return *rule* with what the fields say; what they do not show stays."""
    return replace(
        rule,
        condition=fields.condition.strip(),
        code=fields.point.strip(),
        test=fields.side,
        limit=fields.limit,
        dead_band=fields.dead_band,
        delay_s=fields.delay_s,
        count=fields.count,
        priority=fields.priority,
        zones=tuple(zone.strip() for zone in fields.zones.split(",") if zone.strip()),
        guidance=fields.guidance.strip(),
    )
