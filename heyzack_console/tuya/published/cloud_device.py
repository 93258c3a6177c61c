"""The cloud's description of one device, as rows of data points."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from heyzack_console.tuya.published.points import Problems

UNNUMBERED = 60_000
"""Points get numbers from here on where the record does not tell the real ones."""
_BOUNDS = ("unit", "scale", "min", "max", "step", "range", "label")


def cloud_rows(device: Mapping[str, Any], problems: Problems) -> Iterator[dict[str, Any]]:
    """Yield one row a code; ``dp_ids``, ``lan_differs`` and ``lan_only_dps`` are joined where they are there."""
    functions, states = (_members(device, key, problems) for key in ("functions", "status_range"))
    numbers, differs = (_members(device, key, problems) for key in ("dp_ids", "lan_differs"))
    free = iter(range(UNNUMBERED, 65_536))
    for code in dict.fromkeys((*numbers, *states, *functions)):
        spec = functions.get(code) if code in functions else states.get(code, {})
        if not isinstance(spec, Mapping):
            problems.say(f"{code[:64]}: its specification is no object")
            spec = {}
        mode = ("rw" if code in states else "wr") if code in functions else "ro"
        lan = differs.get(code)
        lan = lan if isinstance(lan, Mapping) else {}
        kind = lan.get("lan_type") or spec.get("type") or "string"
        number = numbers[code] if code in numbers else next(free, None)
        bounds = _bounds(code, spec, problems)
        yield {"id": number, "code": code, "mode": mode, "type": kind, "lan_range": lan.get("lan_range"), **bounds}
    yield from _lan_only(device.get("lan_only_dps"), problems)


def _members(device: Mapping[str, Any], key: str, problems: Problems) -> Mapping[str, Any]:
    value = device.get(key)
    if isinstance(value, Mapping):
        return value
    if value is not None:
        problems.say(f"{key} is no object")
    return {}


def _bounds(code: str, spec: Mapping[str, Any], problems: Problems) -> dict[str, Any]:
    # A Json type describes its own members under these very names; none of them bounds the point itself.
    if str(spec.get("type", "")).lower() == "json":
        return {}
    values = spec.get("value") or {}
    if isinstance(values, str):
        try:
            values = json.loads(values)
        except (ValueError, RecursionError):
            values = None
    if not isinstance(values, Mapping):
        problems.say(f"{code[:64]}: its value is no object")
        return {}
    return {key: values[key] for key in _BOUNDS if key in values}


def _lan_only(rows: object, problems: Problems) -> Iterator[dict[str, Any]]:
    if rows is None:
        return
    if not isinstance(rows, list):
        problems.say("lan_only_dps is no list")
        return
    for row in rows:
        if isinstance(row, list) and len(row) == 4:
            yield dict(zip(("id", "code", "mode", "type"), row, strict=True))
        else:
            problems.say("an entry of lan_only_dps is not id, code, mode and type")
