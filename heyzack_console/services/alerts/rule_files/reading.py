"""Checks a rule file and gives its rules, or every fault with its place."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from heyzack_console.domain.alerts.rule import Test
from heyzack_console.domain.alerts.rule_file import CheckedFile, FileFault, RuleFormat
from heyzack_console.rules.alerts.expressions import BadExpression, Expression
from heyzack_console.services.alerts.rule_files.models import RuleFileModel
from heyzack_console.services.alerts.rule_files.places import Path, Placed, Unreadable, in_order
from heyzack_console.services.alerts.rule_files.toml_text import read_toml
from heyzack_console.services.alerts.rule_files.yaml_text import read_yaml

LARGEST = 256_000
"""Characters; a thousand rules with guidance have about so many."""
BEGINS = "A rule file begins with heyzack_rules: 1 and a list called rules."
TYPES = "threshold, state, fault, rate, degradation, stuck, missing, dead_man, composite"


def checked(text: str, kind: RuleFormat) -> CheckedFile:
    """Return the rules of *text*, or what is wrong with it."""
    try:
        if len(text) > LARGEST:
            raise Unreadable(f"A rule file has at most {LARGEST:,} characters; this one has {len(text):,}.")
        placed = read_yaml(text) if kind is RuleFormat.YAML else read_toml(text)
    except Unreadable as refused:
        return CheckedFile(faults=(refused.fault,))
    if not isinstance(placed.data, dict):
        return CheckedFile(faults=(FileFault(1, 1, BEGINS),))
    try:
        model = RuleFileModel.model_validate(placed.data)
    except ValidationError as wrong:
        faults = [_fault(error, placed) for error in wrong.errors()]
        return CheckedFile(faults=in_order([*faults, *_expression_faults(placed)]))
    faults = [*_twice(placed), *_expression_faults(placed)]
    return CheckedFile(tuple(one.rule() for one in model.rules) if not faults else (), in_order(faults))


def _fault(error: ErrorDetails, placed: Placed) -> FileFault:
    path = _real(error["loc"], placed.data)
    kind, name = error["type"], str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        return FileFault(*placed.key_at(path), f"{name!r} is not a field here.")
    if kind == "missing":
        return FileFault(*placed.value_at(path[:-1]), f"The field {name!r} is missing.")
    if kind == "union_tag_not_found":
        return FileFault(*placed.value_at(path), f"The field 'type' is missing; types are {TYPES}.")
    if kind == "union_tag_invalid":
        return FileFault(*placed.value_at((*path, "type")), f"There is no such type of rule; types are {TYPES}.")
    said = error["msg"].removeprefix("Value error, ").rstrip(".")
    named = next((f"{step}: " for step in reversed(path) if isinstance(step, str)), "")
    return FileFault(*placed.value_at(path), f"{named}{said[:1].lower()}{said[1:]}.")


def _real(loc: tuple[str | int, ...], data: Any) -> Path:
    """The path without the names of types that pydantic puts into it."""
    path: list[str | int] = []
    value: Any = data
    for number, step in enumerate(loc):
        if _holds(value, step):
            value = value[step]
        elif number < len(loc) - 1 or not isinstance(value, dict) or value.get("type") == step:
            continue
        path.append(step)
    return tuple(path)


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _twice(placed: Placed) -> Iterator[FileFault]:
    seen: set[Any] = set()
    for number, rule in enumerate(placed.data["rules"]):
        if rule["id"] in seen:
            yield FileFault(*placed.value_at(("rules", number, "id")), f"There is a rule {rule['id']!r} already.")
        seen.add(rule["id"])


def _expression_faults(placed: Placed) -> Iterator[FileFault]:
    """What is wrong inside expressions, also where another field is wrong too."""
    rules = placed.data.get("rules")
    for number, rule in enumerate(rules if isinstance(rules, list) else ()):
        if not isinstance(rule, dict) or rule.get("type") != Test.COMPOSITE:
            continue
        text, operands = rule.get("expression"), rule.get("operands")
        if not isinstance(text, str) or not isinstance(operands, dict):
            continue
        try:
            Expression(text).check([str(name) for name in operands])
        except BadExpression as bad:
            spot = placed.inside(("rules", number, "expression"), text, (bad.line, bad.column))
            yield FileFault(*spot, bad.message)
