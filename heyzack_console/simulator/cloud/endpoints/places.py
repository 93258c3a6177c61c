"""Calls about spaces, and about assets as the older generation calls them."""

from typing import Any

from heyzack_console.simulator.cloud.calls import SPACES, Call, Endpoint
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.refusals import Refusal
from heyzack_console.simulator.cloud.spaces import Space

_ROOT_ASSET = "-1"


def _space(project: CloudProject, call: Call) -> Space:
    found = project.spaces.spaces.get(call.words["space"])
    if found is None:
        raise Refusal(1106)
    return found


def _children(project: CloudProject, call: Call) -> dict[str, Any]:
    parent = call.text("space_id")
    if parent and parent not in project.spaces.spaces:
        raise Refusal(1106)
    only = call.text("only_sub") != "false"
    below = [space.id for space in project.spaces.children(parent)]
    if not only:
        within = {space for child in below for space in project.spaces.below(child)}
        below = [space for space in project.spaces.spaces if space in within]
    return _part([int(space) for space in below], call)


def _resources(project: CloudProject, call: Call) -> dict[str, Any]:
    space = _space(project, call).id
    within = {space} if call.text("only_sub") != "false" else project.spaces.below(space)
    held = [{"res_id": twin.id, "res_type": 0} for twin in project.twins.values() if twin.space in within]
    return _part(held, call)


def _part(items: list[Any], call: Call) -> dict[str, Any]:
    first = call.number("last_row_key", 0, (0, 10**9))
    size = call.number("page_size", 20, (1, 200))
    following = str(first + size) if first + size < len(items) else ""
    return {"data": items[first : first + size], "last_row_key": following, "page_size": size}


def _one(project: CloudProject, call: Call) -> dict[str, Any]:
    space = _space(project, call)
    parent = int(space.parent) if space.parent else 0
    return {"id": int(space.id), "name": space.name, "parent_id": parent, "root_id": int(project.spaces.top)}


def _asset(project: CloudProject, space: Space) -> dict[str, Any]:
    return {
        "asset_id": space.id,
        "asset_name": space.name,
        "asset_full_name": project.spaces.path(space.id),
        "parent_asset_id": space.parent or _ROOT_ASSET,
    }


def _asset_one(project: CloudProject, call: Call) -> dict[str, Any]:
    return _asset(project, _space(project, call))


def _sub_assets(project: CloudProject, call: Call) -> dict[str, Any]:
    parent = "" if call.words["space"] == _ROOT_ASSET else _space(project, call).id
    return _listed([_asset(project, space) for space in project.spaces.children(parent)], call)


def _asset_devices(project: CloudProject, call: Call) -> dict[str, Any]:
    space = _space(project, call).id
    return _listed([{"asset_id": space, "device_id": t.id} for t in project.twins.values() if t.space == space], call)


def _listed(items: list[dict[str, Any]], call: Call) -> dict[str, Any]:
    first = call.number("last_row_key", 0, (0, 10**9))
    size = call.number("page_size", 20, (1, 100))
    more = first + size < len(items)
    following = str(first + size) if more else ""
    part = items[first : first + size]
    return {"list": part, "has_next": more, "last_row_key": following, "total_size": len(items)}


ENDPOINTS = (
    Endpoint("GET", "/v2.0/cloud/space/child", _children, SPACES),
    Endpoint("GET", "/v2.0/cloud/space/{space}", _one, SPACES),
    Endpoint("GET", "/v2.0/cloud/space/{space}/resource", _resources, SPACES),
    Endpoint("GET", "/v1.0/iot-02/assets/{space}", _asset_one, SPACES),
    Endpoint("GET", "/v1.0/iot-02/assets/{space}/sub-assets", _sub_assets, SPACES),
    Endpoint("GET", "/v1.0/iot-02/assets/{space}/devices", _asset_devices, SPACES),
)
