"""Calls that tell what a device can, what it shows, and that order it."""

import json
from collections.abc import Mapping
from typing import Any

from heyzack_console.simulator.cloud import shapes
from heyzack_console.simulator.cloud.calls import MODEL, SHADOW, WRITES, Call, Endpoint, ordered
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.twin import CloudTwin

_BATCH = 20


def _status(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    twin = call.twin(project)
    project.asked(twin)
    return shapes.status(twin)


def _statuses(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    listed = call.listed(project, _BATCH)
    for twin in listed:
        project.asked(twin)
    return [{"id": twin.id, "status": shapes.status(twin)} for twin in listed]


def _shadow(project: CloudProject, call: Call) -> dict[str, Any]:
    twin, wanted = call.twin(project), call.names("codes", 100)
    project.asked(twin)
    return {
        "properties": [
            {
                "code": code,
                "custom_name": "",
                "dp_id": twin.points[code].dp,
                "time": twin.times[code],
                "type": shapes.kind_in_shadow(twin.points[code]),
                "value": value,
            }
            for code, value in twin.values.items()
            if not wanted or code in wanted
        ]
    }


def _model(project: CloudProject, call: Call) -> dict[str, Any]:
    twin = call.twin(project)
    properties = [shapes.ability(point) for point in twin.points.values()]
    service = {"code": "", "name": "Default", "properties": properties, "actions": [], "events": []}
    model = {"modelId": twin.device.product[:8], "services": [service]}
    return {"model": json.dumps(model, ensure_ascii=False)}


def _functions_of(twin: CloudTwin) -> dict[str, Any]:
    functions = [shapes.function(point) for point in twin.standard if point.writable]
    return {"category": twin.category, "functions": functions}


def _functions(project: CloudProject, call: Call) -> dict[str, Any]:
    return _functions_of(call.twin(project))


def _functions_listed(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    return [_functions_of(twin) | {"devices": [twin.id]} for twin in call.listed(project, _BATCH)]


def _specification(project: CloudProject, call: Call) -> dict[str, Any]:
    return _specified(call.twin(project), with_dp=False)


def _specification_with_numbers(project: CloudProject, call: Call) -> dict[str, Any]:
    return _specified(call.twin(project), with_dp=True)


def _specified(twin: CloudTwin, *, with_dp: bool) -> dict[str, Any]:
    written = [(point, shapes.function(point, with_dp=with_dp)) for point in twin.standard]
    return {
        "category": twin.category,
        "functions": [item for point, item in written if point.writable],
        "status": [item for _, item in written],
    }


def _commands(project: CloudProject, call: Call) -> bool:
    listed = call.body.get("commands")
    if not isinstance(listed, list) or not listed:
        raise Refusal(1100)
    wanted = {str(item.get("code")): item.get("value") for item in listed if isinstance(item, dict)}
    _order(project, call.twin(project), wanted)
    return True


def _issue(project: CloudProject, call: Call) -> dict[str, Any]:
    _order(project, call.twin(project), ordered(call.body))
    return {}


def _order(project: CloudProject, twin: CloudTwin, wanted: Mapping[str, Any]) -> None:
    values = twin.checked(wanted)
    if not twin.online:
        raise Refusal(2001)
    project.order(twin, values)


_OLD = ("/v1.0/iot-03/devices", "/v1.0/devices")

ENDPOINTS = (
    Endpoint("GET", "/v2.0/cloud/thing/{device}/shadow/properties", _shadow, SHADOW),
    Endpoint("GET", "/v2.0/cloud/thing/{device}/model", _model, MODEL),
    Endpoint("POST", "/v2.0/cloud/thing/{device}/shadow/properties/issue", _issue, WRITES),
    *(Endpoint("GET", f"{old}/status", _statuses) for old in _OLD),
    *(Endpoint("GET", f"{old}/{{device}}/status", _status) for old in _OLD),
    Endpoint("GET", "/v1.0/devices/functions", _functions_listed),
    *(Endpoint("GET", f"{old}/{{device}}/functions", _functions) for old in _OLD),
    Endpoint("GET", "/v1.0/iot-03/devices/{device}/specification", _specification),
    Endpoint("GET", "/v1.2/iot-03/devices/{device}/specification", _specification),
    Endpoint("GET", "/v1.0/devices/{device}/specifications", _specification),
    Endpoint("GET", "/v1.1/devices/{device}/specifications", _specification_with_numbers),
    *(Endpoint("POST", f"{old}/{{device}}/commands", _commands, WRITES) for old in _OLD),
)
