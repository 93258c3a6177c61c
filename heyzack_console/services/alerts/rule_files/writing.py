"""Writes rules as a file that reads back as the same rules."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

import yaml

from heyzack_console.domain.alerts.rule import AlertRule, Direction, Hours, Operand, Take, Test
from heyzack_console.domain.alerts.rule_file import RuleFormat
from heyzack_console.services.alerts.rule_files.yaml_text import plain

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TYPES = {
    Test.ABOVE: "threshold",
    Test.BELOW: "threshold",
    Test.EQUALS: "state",
    Test.ANY_BIT: "fault",
    Test.RATE: "rate",
    Test.DEGRADED: "degradation",
    Test.STUCK: "stuck",
    Test.MISSING: "missing",
    Test.SILENT: "dead_man",
    Test.COMPOSITE: "composite",
}


class _Dumper(yaml.SafeDumper):
    """Quotes every text that would mean something else without quotes."""


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if isinstance(plain(text), str) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted)


def writable(rule: AlertRule) -> bool:
    """Tell whether files know rules of this type; some bundled ones are about what no file can say."""
    return rule.test in _TYPES


def written(rules: Iterable[AlertRule], kind: RuleFormat) -> str:
    """Return a file with those of *rules* that are writable; limits are in the console's own units."""
    told = [_rule(rule) for rule in rules if writable(rule)]
    if kind is RuleFormat.YAML:
        content = {"heyzack_rules": 1, "rules": told}
        text: str = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
        return text
    lines = ["heyzack_rules = 1", *(["rules = []"] if not told else [])]
    for fields in told:
        lines += ["", "[[rules]]", *(f"{name} = {_toml(value)}" for name, value in fields.items())]
    return "\n".join(lines) + "\n"


def _rule(rule: AlertRule) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": rule.id, "type": _TYPES[rule.test], "condition": rule.condition}
    fields |= {"priority": rule.priority.name} | _special(rule)
    scope = {"devices": rule.devices, "categories": rule.categories, "zones": rule.zones, "sites": rule.sites}
    more: dict[str, Any] = {
        "scope": {name: [str(one) for one in words] for name, words in scope.items() if words},
        "when": _hours(rule.hours),
        "guidance": rule.guidance,
        "latching": None if rule.latching else False,
        "enabled": None if rule.enabled else False,
        "version": rule.version,
        "author": rule.author,
        "reason": rule.reason,
    }
    return fields | {name: value for name, value in more.items() if value is False or value}


def _special(rule: AlertRule) -> dict[str, Any]:
    fields: dict[str, Any] = {"point": rule.code} if rule.code else {}
    match rule.test:
        case Test.ABOVE | Test.BELOW:
            fields["above" if rule.test is Test.ABOVE else "below"] = rule.limit
            fields |= {"dead_band": rule.dead_band} if rule.dead_band else {}
        case Test.EQUALS:
            fields["equals"] = list(rule.equals)
        case Test.RATE:
            fields |= {"by": rule.limit, "within": rule.span_s} | _direction(rule)
        case Test.DEGRADED:
            fields |= {"percent": rule.limit, "baseline": rule.span_s} | _direction(rule)
        case Test.COMPOSITE:
            fields["operands"] = {one.name: _operand(one) for one in rule.operands}
            fields["expression"] = rule.expression
        case _:
            pass
    fields |= {"delay": rule.delay_s} if rule.delay_s else {}
    return fields | ({"count": rule.count} if rule.count > 1 else {})


def _direction(rule: AlertRule) -> dict[str, Any]:
    return {} if rule.direction is Direction.BOTH else {"direction": rule.direction.value}


def _operand(one: Operand) -> dict[str, Any]:
    scope = {"devices": one.devices, "categories": one.categories, "zones": one.zones}
    found: dict[str, Any] = {"point": one.code}
    found |= {name: [str(word) for word in words] for name, words in scope.items() if words}
    return found | ({} if one.take is Take.LAST else {"take": one.take.value})


def _hours(hours: Hours | None) -> dict[str, Any] | None:
    if hours is None:
        return None
    days = {"days": [_DAYS[day] for day in hours.days]} if hours.days else {}
    closed = {"closed": [_day(day) for day in hours.closed]} if hours.closed else {}
    return days | {"from": _clock(hours.start), "to": _clock(hours.end)} | closed


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


def _day(day: date) -> str:
    return day.isoformat()


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)
