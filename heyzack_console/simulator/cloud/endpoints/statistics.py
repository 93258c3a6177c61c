"""Calls that sum up what a device reported, by hour, day, week, month or quarter."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from heyzack_console.domain.devices.points import PointKind
from heyzack_console.simulator.cloud.calls import Call, Endpoint
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.twin import REPORT, CloudTwin

_SUMS: dict[str, Callable[[Sequence[float]], float]] = {
    "sum": sum,
    "avg": lambda values: sum(values) / len(values),
    "max": max,
    "min": min,
    "count": len,
    "minux": lambda values: values[-1] - values[0],
}
_UNITS: dict[str, Callable[[datetime], str]] = {
    "hours": lambda at: at.strftime("%Y%m%d%H"),
    "days": lambda at: at.strftime("%Y%m%d"),
    "weeks": lambda at: (at - timedelta(days=at.weekday())).strftime("%Y%m%d"),
    "months": lambda at: at.strftime("%Y%m"),
    "quarters": lambda at: f"{at.year}{(at.month - 1) // 3 + 1:02}",
}
_DAY, _HOUR = re.compile(r"\d{8}"), re.compile(r"\d{10}")


def _kinds(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    numbers = [point for point in call.twin(project).standard if point.kind is PointKind.NUMBER]
    return [{"code": point.code, "stat_type": "avg"} for point in numbers]


def _total(project: CloudProject, call: Call) -> dict[str, str]:
    twin, sum_up = call.twin(project), _sum_of(call)
    values = [value for _, value in _numbers(twin, call.text("code"))]
    return {"total": f"{sum_up(values):.2f}" if values else "0.00"}


def _by(unit: str, project: CloudProject, call: Call) -> dict[str, dict[str, str]]:
    twin, sum_up = call.twin(project), _sum_of(call)
    start, end = _edge(call, unit, "start"), _edge(call, unit, "end")
    found: dict[str, list[float]] = defaultdict(list)
    for at, value in _numbers(twin, call.text("code")):
        if start <= at.strftime("%Y%m%d%H")[: len(start)] <= end:
            found[_UNITS[unit](at)].append(value)
    return {unit: {name: f"{sum_up(values):.2f}" for name, values in found.items()}}


def _edge(call: Call, unit: str, name: str) -> str:
    hours = unit == "hours"
    text = call.text(f"{name}_hour" if hours else f"{name}_day")
    if not (_HOUR if hours else _DAY).fullmatch(text):
        raise Refusal(1109)
    return text


def _sum_of(call: Call) -> Callable[[Sequence[float]], float]:
    chosen = _SUMS.get(call.text("stat_type") or "sum")
    if chosen is None:
        raise Refusal(1109)
    return chosen


def _numbers(twin: CloudTwin, code: str) -> list[tuple[datetime, float]]:
    point = twin.points.get(code)
    if point is None or point.kind is not PointKind.NUMBER or point not in twin.standard:
        raise Refusal(2009)
    reported = [entry for entry in twin.log if entry.event == REPORT and entry.code == code]
    return [(datetime.fromtimestamp(e.at_ms / 1000, UTC), float(e.value) / 10**point.scale) for e in reported]


_ONE = "/v1.0/devices/{device}"

ENDPOINTS = (
    Endpoint("GET", f"{_ONE}/all-statistic-type", _kinds),
    Endpoint("GET", f"{_ONE}/statistics/total", _total),
    *(Endpoint("GET", f"{_ONE}/statistics/{unit}", partial(_by, unit)) for unit in _UNITS),
)
