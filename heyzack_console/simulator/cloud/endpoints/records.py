"""Calls that read a device's log, as long as it is kept."""

from collections.abc import Callable, Sequence
from typing import Any

from heyzack_console.simulator.cloud.calls import Call, Endpoint
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.twin import REPORT, LogEntry

_MOST = 100
_EARLIEST, _LATEST = 0, 10**15


def _found(project: CloudProject, call: Call, wanted: Callable[[LogEntry], bool]) -> list[LogEntry]:
    """Newest first, as the vendor does."""
    start = call.number("start_time", _EARLIEST, (_EARLIEST, _LATEST))
    end = call.number("end_time", _LATEST, (_EARLIEST, _LATEST))
    codes = call.names("codes", 100)
    log = [
        entry
        for entry in call.twin(project).log
        if start <= entry.at_ms <= end and wanted(entry) and (not codes or entry.code in codes)
    ]
    return log[::-1]


def _cut(log: Sequence[LogEntry], call: Call, key: str) -> tuple[Sequence[LogEntry], str, bool]:
    first = call.number(key, 0, (0, 10**9))
    size = call.number("size", 20, (1, _MOST))
    more = first + size < len(log)
    return log[first : first + size], str(first + size) if more else "", more


def _report_logs(project: CloudProject, call: Call) -> dict[str, Any]:
    standard = {point.code for point in call.twin(project).standard}
    log = _found(project, call, lambda entry: entry.event == REPORT and entry.code in standard)
    entries, following, more = _cut(log, call, "last_row_key")
    return {
        "device_id": call.words["device"],
        "logs": [{"code": e.code, "value": e.value, "event_time": e.at_ms} for e in entries],
        "has_more": more,
        "total": len(log),
        "last_row_key": following,
    }


def _logs(project: CloudProject, call: Call) -> dict[str, Any]:
    events = call.names("type", 20)
    if not events:
        raise Refusal(1100)
    log = _found(project, call, lambda entry: str(entry.event) in events)
    entries, following, more = _cut(log, call, "start_row_key")
    written = [
        {"event_id": e.event, "event_time": e.at_ms, "event_from": "1"}
        | ({"code": e.code, "value": e.value} if e.code else {})
        for e in entries
    ]
    return {
        "device_id": call.words["device"],
        "logs": written,
        "has_next": more,
        "next_row_key": following,
        "current_row_key": call.text("start_row_key"),
        "count": len(written),
    }


ENDPOINTS = (
    Endpoint("GET", "/v2.0/cloud/thing/{device}/report-logs", _report_logs),
    Endpoint("GET", "/v1.0/iot-03/devices/{device}/report-logs", _report_logs),
    Endpoint("GET", "/v2.0/cloud/thing/{device}/logs", _logs),
    Endpoint("GET", "/v1.0/iot-03/devices/{device}/logs", _logs),
    Endpoint("GET", "/v1.0/devices/{device}/logs", _logs),
)
