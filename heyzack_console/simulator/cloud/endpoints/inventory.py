"""Calls that list devices, in all three generations."""

from collections.abc import Sequence
from typing import Any

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.cloud import shapes
from heyzack_console.simulator.cloud.calls import Call, Endpoint, Page, page
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.twin import CloudTwin

_BATCH = 20


def _filtered(project: CloudProject, call: Call) -> list[CloudTwin]:
    products, categories = call.names("product_ids", 5), call.names("categories", 5)
    return [
        twin
        for twin in project.twins.values()
        if (not products or twin.device.product in products) and (not categories or twin.category in categories)
    ]


def _camel_page(twins: Sequence[CloudTwin], call: Call) -> list[dict[str, Any]]:
    if not call.text("page_size"):
        raise Refusal(1100)
    size = call.number("page_size", _BATCH, (1, _BATCH))
    return [shapes.camel(twin) for twin in page(twins, call.text("last_id"), size).items]


def _things(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    return _camel_page(_filtered(project, call), call)


def _things_in_spaces(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    named = call.names("space_ids", 5)
    if not named:
        raise Refusal(1100)
    spaces = set(named)
    if call.text("is_recursion") == "true":
        spaces = {space for name in named for space in project.spaces.below(name)}
    return _camel_page([twin for twin in _filtered(project, call) if twin.space in spaces], call)


def _batch(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    return [shapes.snake(twin) for twin in call.listed(project, _BATCH)]


def _thing(project: CloudProject, call: Call) -> dict[str, Any]:
    return shapes.detail(call.twin(project))


def _thing_by_uuid(project: CloudProject, call: Call) -> dict[str, Any]:
    found = next((twin for twin in project.twins.values() if twin.uuid == call.words["uuid"]), None)
    if found is None:
        raise Refusal(1106)
    return shapes.detail(found)


def _state(project: CloudProject, call: Call) -> dict[str, Any]:
    return {"is_online": call.twin(project).online}


def _industry_one(project: CloudProject, call: Call) -> dict[str, Any]:
    return shapes.industry(project, call.twin(project))


def _industry_list(project: CloudProject, call: Call) -> dict[str, Any]:
    if call.text("device_ids"):
        twins = call.listed(project, _BATCH)
    else:
        twins = [twin for twin in project.twins.values() if call.text("product_id") in {"", twin.device.product}]
    found = page(twins, call.text("last_row_key"), call.number("page_size", 20, (1, 200)))
    return _rows("list", [shapes.industry(project, twin) for twin in found.items], found, len(twins))


def _associated(project: CloudProject, call: Call) -> dict[str, Any]:
    twins = list(project.twins.values())
    found = page(twins, call.text("last_row_key"), call.number("size", 50, (1, 100)))
    return _rows("devices", [shapes.app(project, twin) for twin in found.items], found, len(twins))


def _rows(name: str, items: list[dict[str, Any]], found: Page, total: int) -> dict[str, Any]:
    return {name: items, "has_more": found.more, "last_row_key": found.last, "total": total}


def _app_one(project: CloudProject, call: Call) -> dict[str, Any]:
    return shapes.app(project, call.twin(project))


def _app_list(project: CloudProject, call: Call) -> dict[str, Any]:
    twins = call.listed(project, _BATCH)
    devices = [shapes.app(project, twin) for twin in twins]
    return {"devices": devices, "has_more": False, "last_row_key": "", "total": len(devices)}


def _of_user(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    if call.words["user"] != project.account.owner:
        raise Refusal(1106)
    return [shapes.app(project, twin) for twin in project.twins.values()]


def _homes(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    top = project.spaces.spaces[project.spaces.top]
    return [{"home_id": int(top.id), "name": top.name}]


def _of_home(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    if call.words["home"] != project.spaces.top:
        raise Refusal(1106)
    return [shapes.app(project, twin) for twin in project.twins.values()]


def _factory(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    return [
        {"id": twin.id, "uuid": twin.uuid, "sn": twin.uuid[:12], "mac": f"d8:1f:12:{_pairs(twin.uuid)}"}
        for twin in call.listed(project, 50)
    ]


def _pairs(text: str) -> str:
    return ":".join((text[0:2], text[2:4], text[4:6]))


def _sub_devices(project: CloudProject, call: Call) -> list[dict[str, Any]]:
    gateway: DeviceId = call.twin(project).id
    kept = ["id", "name", "online", "active_time", "update_time", "product_id", "category", "node_id", "icon"]
    behind = [twin for twin in project.twins.values() if twin.device.gateway == gateway]
    items = [(twin, shapes.industry(project, twin)) for twin in behind]
    return [{name: item[name] for name in kept} | {"asset_id": twin.space} for twin, item in items]


ENDPOINTS = (
    Endpoint("GET", "/v2.0/cloud/thing/device", _things),
    Endpoint("GET", "/v2.0/cloud/thing/space/device", _things_in_spaces),
    Endpoint("GET", "/v2.0/cloud/thing/batch", _batch),
    Endpoint("GET", "/v2.0/cloud/thing/last/{uuid}", _thing_by_uuid),
    Endpoint("GET", "/v2.0/cloud/thing/{device}", _thing),
    Endpoint("GET", "/v2.0/cloud/thing/{device}/state", _state),
    *(Endpoint("GET", f"/{version}/iot-03/devices", _industry_list) for version in ("v1.3", "v1.2", "v1.0")),
    *(Endpoint("GET", f"/{version}/{place}/factory-infos", _factory)
      for version, place in (("v1.0", "devices"), ("v1.0", "iot-03/devices"))),
    *(Endpoint("GET", f"/{version}/iot-03/devices/{{device}}", _industry_one) for version in ("v1.1", "v1.0")),
    Endpoint("GET", "/v1.0/iot-01/associated-users/devices", _associated),
    Endpoint("GET", "/v1.0/users/{user}/devices", _of_user),
    Endpoint("GET", "/v1.0/users/{user}/homes", _homes),
    Endpoint("GET", "/v1.0/homes/{home}/devices", _of_home),
    Endpoint("GET", "/v1.0/devices", _app_list),
    Endpoint("GET", "/v1.0/devices/{device}", _app_one),
    Endpoint("GET", "/v1.0/iot-03/devices/{device}/sub-devices", _sub_devices),
    Endpoint("GET", "/v1.0/devices/{device}/sub-devices", _sub_devices),
)  # fmt: skip
