"""A configuration for control over the LAN, as rows of data points.

It lists roles, and a data point may serve in several; they are joined here. Its points have no codes: they are called
after what they serve.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.tuya.published.points import Problems

_TYPES = {
    "boolean": "bool",
    "integer": "value",
    "unixtime": "value",
    "bitfield": "bitmap",
    "base64": "raw",
    "hex": "raw",
    "utf16b64": "raw",
    "json": "json",
    "string": "string",
}
_READ_ONLY_ENTITIES = frozenset({"sensor", "binary_sensor", "event"})
# Roles that only tell something, within entities that can be set otherwise.
_TOLD = re.compile(r"^(current_|hvac_action|fault|error|available$|unit$|description|action$|status|.*_state$)")
_COLOUR_ROLES = frozenset({"rgbhsv", "hsv", "hs_color"})
_DIVISORS = {10**power: power for power in range(7)}


def lan_rows(listed: Iterable[object], problems: Problems) -> Iterator[object]:
    """Yield one row a data point; the roles of one number are joined."""
    taken: set[str] = set()
    for roles in _by_number(listed):
        if not isinstance(roles[0], Mapping):
            yield roles[0]
            continue
        row = _row(roles, problems)
        if row["code"] in taken:
            row["code"] = f"{row['code']}_{row['id']}"
        taken.add(row["code"])
        yield row


def lan_labels(specs: Iterable[PointSpec], listed: Iterable[object]) -> tuple[PointSpec, ...]:
    """Give the words of enums the meanings that the configuration states."""
    groups = [roles for roles in _by_number(listed) if isinstance(roles[0], Mapping)]
    meanings = {str(roles[0].get("id")): _words(roles) for roles in groups}
    return tuple(_labelled(spec, meanings.get(str(spec.dp), {})) for spec in specs)


def _labelled(spec: PointSpec, words: Mapping[str, str]) -> PointSpec:
    if spec.kind is not PointKind.ENUM:
        return spec
    return replace(spec, labels=tuple(words.get(option) or option for option in spec.options))


def _by_number(listed: Iterable[object]) -> list[list[Any]]:
    groups: dict[object, list[Any]] = {}
    for place, role in enumerate(listed):
        number = role.get("id") if isinstance(role, Mapping) else None
        known = isinstance(number, int) and not isinstance(number, bool)
        groups.setdefault(number if known else ("unnumbered", place), []).append(role)
    return list(groups.values())


def _row(roles: list[Mapping[str, Any]], problems: Problems) -> dict[str, Any]:
    first, number = roles[0], roles[0].get("id")
    kind = str(first.get("type") or "string").lower()
    row: dict[str, Any] = {"id": number, "code": _code(first), "type": _TYPES.get(kind, kind)}
    row["name"] = _name(first)
    row["mode"] = "rw" if any(_can_be_set(role) for role in roles) else "ro"
    words = _words(roles)
    if kind == "string" and words:
        row |= {"type": "enum", "range": list(words)}
    elif kind == "bitfield":
        row["label"] = _bit_labels(words)
    elif kind == "integer":
        row |= _number(str(number)[:20], roles, words, problems)
    elif kind in {"hex", "string"} and str(first.get("name")) in _COLOUR_ROLES:
        row |= {"type": "json", "code": "colour_data"}
    return row


def _number(
    number: str, roles: list[Mapping[str, Any]], words: Mapping[str, str], problems: Problems
) -> dict[str, Any]:
    row: dict[str, Any] = {"unit": next((role["unit"] for role in roles if role.get("unit")), "")}
    bounds = next((role["range"] for role in roles if "range" in role), None)
    if isinstance(bounds, list) and len(bounds) == 2:
        row |= {"min": bounds[0], "max": bounds[1]}
    elif bounds is not None:
        problems.say(f"data point {number}: its range is not two numbers")
    elif whole := [int(word) for word in words if re.fullmatch(r"-?\d{1,9}", word)]:
        row |= {"min": min(whole), "max": max(whole)}
    divisor = next((role["divide_by"] for role in roles if "divide_by" in role), 1)
    scale = None if isinstance(divisor, bool | list | dict) else _DIVISORS.get(divisor)
    if scale is None:
        problems.say(f"data point {number}: it is divided by {str(divisor)[:20]}, so it is shown as it comes")
        return row | {"unit": "", "scale": 0}
    return row | {"scale": scale}


def _can_be_set(role: Mapping[str, Any]) -> bool:
    entity, name = str(role.get("entity") or ""), str(role.get("name") or "")
    return entity not in _READ_ONLY_ENTITIES and not _TOLD.match(name)


def _words(roles: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Raw words and what they mean; a role that only tells right from wrong says the least, so the longest counts."""
    tables = [role["values"] for role in roles if isinstance(role.get("values"), Mapping)]
    longest: Mapping[Any, Any] = max(tables, key=len, default={})
    return {str(raw): str(means) for raw, means in longest.items() if str(raw)}


def _bit_labels(words: Mapping[str, str]) -> list[str]:
    """Labels by bit, from a table of single bits."""
    bits = {int(raw): means for raw, means in words.items() if re.fullmatch(r"\d{1,12}", raw)}
    named = {value.bit_length() - 1: means for value, means in bits.items() if value and not value & (value - 1)}
    return [named.get(bit, f"bit {bit}") for bit in range(max(named, default=-1) + 1)]


def _code(role: Mapping[str, Any]) -> str:
    words = re.sub(r"[^a-z0-9]+", "_", _name(role).lower()).strip("_")
    return words[:48] or "point"


def _name(role: Mapping[str, Any]) -> str:
    entity, name, of = (str(role.get(key) or "") for key in ("entity", "name", "of"))
    plain = name in {"sensor", "value", "switch", "option", "button", "lock", "valve", entity, ""}
    words = of if of and plain else f"{of} {name}" if of else name if not plain else entity
    return words.replace("_", " ").strip()[:80]
