"""A device as the different generations of the API write it."""

import json
from typing import Any

from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.twin import CloudTwin

PUBLIC_ADDRESS = "203.0.113.27"
"""What the cloud sees of the building's network (RFC 5737)."""
_LATITUDE, _LONGITUDE, _TIME_ZONE = "53.5413", "9.9841", "+01:00"
_TYPES = {
    PointKind.BOOLEAN: ("Boolean", "bool"),
    PointKind.NUMBER: ("Integer", "value"),
    PointKind.ENUM: ("Enum", "enum"),
    PointKind.STRING: ("String", "string"),
    PointKind.JSON: ("Json", "string"),
    PointKind.RAW: ("Raw", "raw"),
    PointKind.BITMAP: ("Bitmap", "bitmap"),
}
_CAMEL = (
    "id", "category", "icon", "ip", "lat", "lon", "sub", "uuid", "model",
    ("customName", "custom_name"), ("productId", "product_id"), ("productName", "product_name"), "name",
    ("localKey", "local_key"), ("isOnline", "is_online"), ("timeZone", "time_zone"),
    ("activeTime", "active_time"), ("createTime", "create_time"), ("updateTime", "update_time"),
)  # fmt: skip


def snake(twin: CloudTwin) -> dict[str, Any]:
    """As v2.0 writes batches and single devices."""
    return _identity(twin) | {
        "name": twin.device.name,
        "custom_name": twin.custom_name,
        "is_online": twin.online,
    }


def camel(twin: CloudTwin) -> dict[str, Any]:
    """As v2.0 writes lists."""
    item = snake(twin)
    named = [pair if isinstance(pair, tuple) else (pair, pair) for pair in _CAMEL]
    return {ours: item[theirs] for ours, theirs in named} | {"bindSpaceId": twin.space}


def detail(twin: CloudTwin) -> dict[str, Any]:
    """As v2.0 writes one device when asked for it."""
    return snake(twin) | _behind(twin) | {"bind_space_id": twin.space, "asset_id": twin.space, "sn": twin.uuid[:12]}


def industry(project: CloudProject, twin: CloudTwin) -> dict[str, Any]:
    """As iot-03 writes it."""
    more = {"asset_id": twin.space, "owner_id": "", "category_name": twin.device.model, "uid": project.account.owner}
    return _identity(twin) | _behind(twin) | more | {"name": twin.name, "online": twin.online}


def app(project: CloudProject, twin: CloudTwin) -> dict[str, Any]:
    """As v1.0 writes devices of an app account, with their values."""
    more = {"owner_id": twin.space, "uid": project.account.owner, "biz_type": 18, "status": status(twin)}
    return _identity(twin) | _behind(twin) | more | {"name": twin.name, "online": twin.online}


def status(twin: CloudTwin) -> list[dict[str, Any]]:
    """The values of its standard points."""
    return [{"code": p.code, "value": twin.values[p.code]} for p in twin.standard if p.code in twin.values]


def function(point: PointSpec, *, with_dp: bool = False) -> dict[str, Any]:
    """A point as specifications have it."""
    numbered = {"dp_id": point.dp} if with_dp else {}
    name, (kind, _) = point.name, _TYPES[point.kind]
    return numbered | {"code": point.code, "type": kind, "values": _text(_values(point)), "name": name, "desc": ""}


def ability(point: PointSpec) -> dict[str, Any]:
    """A point as thing models have it."""
    access = "rw" if point.writable else "ro"
    kind = {"type": _TYPES[point.kind][1]}
    return {
        "abilityId": point.dp,
        "code": point.code,
        "name": point.name,
        "description": "",
        "accessMode": access,
        "typeSpec": kind | _values(point),
    }


def kind_in_shadow(point: PointSpec) -> str:
    """A point's type as properties have it."""
    return _TYPES[point.kind][1]


def _identity(twin: CloudTwin) -> dict[str, Any]:
    device = twin.device
    return {
        "id": twin.id,
        "uuid": twin.uuid,
        "category": twin.category,
        "product_id": device.product,
        "product_name": device.model,
        "model": device.model,
        "local_key": twin.local_key,
        "sub": device.gateway is not None,
        "ip": "" if device.gateway else PUBLIC_ADDRESS,
        "icon": f"smart/icon/{device.product}.png",
        "lat": _LATITUDE,
        "lon": _LONGITUDE,
        "time_zone": _TIME_ZONE,
        "active_time": twin.paired_at,
        "create_time": twin.paired_at,
        "update_time": twin.updated_at,
    }


def _behind(twin: CloudTwin) -> dict[str, Any]:
    device = twin.device
    return {"gateway_id": device.gateway, "node_id": device.cid} if device.gateway else {}


def _values(point: PointSpec) -> dict[str, Any]:
    match point.kind:
        case PointKind.NUMBER:
            factor = 10**point.scale
            span = {"min": point.minimum, "max": point.maximum, "step": point.step}
            raw = {name: round(value * factor) for name, value in span.items() if value is not None}
            return {"unit": point.raw_unit or point.unit, "scale": point.scale} | raw
        case PointKind.ENUM:
            return {"range": list(point.options)}
        case PointKind.BITMAP:
            return {"label": list(point.labels), "maxlen": len(point.labels)}
        case PointKind.STRING | PointKind.JSON | PointKind.RAW:
            return {"maxlen": 255}
        case _:
            return {}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
