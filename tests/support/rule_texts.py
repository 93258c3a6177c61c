"""Rule files in both formats, made from the same rules."""

import json

WARM = {
    "id": "meeting-warm",
    "type": "threshold",
    "condition": "Meeting room warm",
    "priority": "P3",
    "point": "temp_current",
    "above": 26,
}
BOTH = {
    "id": "heating-and-window",
    "type": "composite",
    "condition": "Heating while a window is open",
    "priority": "P4",
    "operands": {
        "valve": {"point": "position", "take": "max"},
        "window": {"point": "doorcontact_state", "take": "any"},
    },
    "expression": "valve > 10.0 && window",
}


def yaml_of(*rules) -> str:
    """JSON values are YAML values; one field a line, each with its place predictable."""
    lines = ["heyzack_rules: 1", "rules:" if rules else "rules: []"]
    for rule in rules:
        for number, (name, value) in enumerate(rule.items()):
            lines.append(f"  {'-' if number == 0 else ' '} {name}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def toml_of(*rules) -> str:
    """The same with one table a rule."""
    lines = ["heyzack_rules = 1"] + (["rules = []"] if not rules else [])
    for rule in rules:
        lines.append("[[rules]]")
        lines += [f"{name} = {_toml(value)}" for name, value in rule.items()]
    return "\n".join(lines) + "\n"


def _toml(value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
