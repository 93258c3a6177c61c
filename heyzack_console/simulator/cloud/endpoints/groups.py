"""Calls about groups: devices of one product that take orders together."""

from collections.abc import Mapping
from typing import Any

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.cloud import shapes
from heyzack_console.simulator.cloud.calls import WRITES, Call, Endpoint, ordered
from heyzack_console.simulator.cloud.project import CloudProject, Group
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.twin import CloudTwin, spelt

_MOST = 20
# Calls per second and project (vendor's page of limits).
_SLOW, _USUAL = 2, 4


def _group(project: CloudProject, identity: object) -> Group:
    group = project.groups.get(str(identity))
    if group is None:
        raise Refusal(1106)
    return group


def _members(project: CloudProject, group: Group) -> list[CloudTwin]:
    return [project.twins[device] for device in group.devices if device in project.twins]


def _written(group: Group) -> dict[str, Any]:
    return {"group_id": group.id, "group_name": group.name, "space_id": group.space, "product_id": group.product}


def _create(project: CloudProject, call: Call) -> dict[str, Any]:
    body = call.body
    devices = body.get("device_ids", [])
    if not isinstance(devices, list) or not devices or not body.get("group_name"):
        raise Refusal(1100)
    _check_members(project, str(body.get("product_id")), devices)
    identity = str(len(project.groups) + 10_001)
    space, product = str(body.get("space_id", "")), str(body.get("product_id"))
    project.groups[identity] = Group(identity, str(body["group_name"]), space, product, [DeviceId(d) for d in devices])
    return {"group_id": identity, "task_id": f"t{identity}", "task_type": "create", "task_expire_second": 30}


def _check_members(project: CloudProject, product: str, devices: list[Any]) -> None:
    if len(devices) > _MOST:
        raise Refusal(1101)
    for device in devices:
        twin = project.twins.get(DeviceId(str(device)))
        if twin is None:
            raise Refusal(1106)
        if twin.device.product != product:
            raise Refusal(2009)


def _listed(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    space = call.text("space_id")
    return [_written(group) for group in project.groups.values() if space in {"", group.space}]


def _of_device(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    device = call.twin(project).id
    return [_written(group) for group in project.groups.values() if device in group.devices]


def _one(project: CloudProject, call: Call) -> dict[str, Any]:
    group = _group(project, call.words["group"])
    return _written(group) | {"device_ids": list(group.devices)}


def _rename(project: CloudProject, call: Call) -> bool:
    _group(project, call.words["group"]).name = call.words["name"]
    return True


def _delete(project: CloudProject, call: Call) -> bool:
    del project.groups[_group(project, call.words["group"]).id]
    return True


def _properties(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    first = _members(project, _group(project, call.words["group"]))[:1]
    points = [point for twin in first for point in twin.standard if point.writable]
    return [{"code": p.code, "type": shapes.kind_in_shadow(p), "type_desc": p.name} for p in points]


def _values(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    group = _group(project, call.words["group"])
    first = _members(project, group)[:1]
    return [
        {"code": code, "g_id": group.id, "value": spelt(value)} for twin in first for code, value in twin.values.items()
    ]


def _order(project: CloudProject, call: Call) -> dict[str, Any]:
    _pass_on(project, _group(project, call.words["group"]), call.body)
    return {"result": True}


def _order_older(project: CloudProject, call: Call) -> bool:
    body = call.body
    _pass_on(project, _group(project, body.get("group_id")), body)
    return True


def _pass_on(project: CloudProject, group: Group, body: Mapping[str, Any]) -> None:
    """Every member gets the order; those that are offline miss it."""
    wanted = ordered(body)
    orders = [(twin, twin.checked(wanted)) for twin in _members(project, group)]
    for twin, values in orders:
        if twin.online:
            project.order(twin, values)


_V20, _V21 = "/v2.0/cloud/thing/group", "/v2.1/cloud/thing/group"

ENDPOINTS = (
    Endpoint("POST", _V21, _create, _SLOW),
    Endpoint("GET", _V20, _listed, _USUAL),
    Endpoint("GET", f"{_V20}/{{group}}", _one, _USUAL),
    Endpoint("GET", f"{_V20}/device/{{device}}", _of_device, _USUAL),
    Endpoint("PUT", f"{_V20}/{{group}}/{{name}}", _rename, _USUAL),
    Endpoint("DELETE", f"{_V20}/{{group}}", _delete, _SLOW),
    Endpoint("GET", f"{_V21}/{{group}}/properties", _properties, _USUAL),
    Endpoint("POST", f"{_V21}/{{group}}/properties", _order, WRITES),
    Endpoint("GET", f"{_V20}/{{group}}/properties", _values, _USUAL),
    Endpoint("POST", f"{_V20}/properties", _order_older, WRITES),
)
