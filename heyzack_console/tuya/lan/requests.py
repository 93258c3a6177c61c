"""What the console asks of a device, and how each protocol version writes it down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from heyzack_console.tuya.lan.commands import Command
from heyzack_console.tuya.lan.wire import Version

Points = Mapping[str, Any]
"""Raw values by data point number, as the device has them: booleans, integers, words or JSON."""

# tinytuya: a device takes at most 255 bytes of data point query.
LONGEST_POINT_QUERY = 255


@dataclass(frozen=True, slots=True)
class Query:
    """Ask for everything that the device, or its sub-device *cid*, can report."""

    cid: str | None = None


@dataclass(frozen=True, slots=True)
class PointQuery:
    """Ask for these data points only, as "device22" devices want it."""

    points: tuple[str, ...]
    cid: str | None = None


@dataclass(frozen=True, slots=True)
class SetPoints:
    """Give data points new raw values."""

    points: Points
    cid: str | None = None


@dataclass(frozen=True, slots=True)
class Refresh:
    """Ask the device to measure these data points anew; it may answer with a push, or not at all."""

    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChildrenQuery:
    """Ask a gateway of version 3.4 or later which sub-devices are online."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """Tell the device that we are still there."""


Request = Query | PointQuery | SetPoints | Refresh | ChildrenQuery | Heartbeat


def written(request: Request, version: Version, device_id: str, unix_s: int) -> tuple[Command, bytes]:
    """The command and the compact JSON of *request*; devices do not answer JSON with spaces."""
    command, content = _content(request, version, device_id, unix_s)
    return command, msgspec.json.encode(content)


def _content(request: Request, version: Version, device_id: str, unix_s: int) -> tuple[Command, Mapping[str, object]]:
    match request:
        case Heartbeat():
            return Command.HEARTBEAT, {"gwId": device_id, "devId": device_id}
        case Refresh(points):
            return Command.REFRESH, {"dpId": list(points)}
        case ChildrenQuery():
            return Command.EXTENSION, {"reqType": "subdev_online_stat_query", "data": {"cids": []}}
        case Query(cid) if version.negotiates:
            return Command.QUERY_NEW, {"cid": cid} if cid else {}
        case Query(cid):
            asked = {"gwId": device_id, "devId": device_id, "uid": device_id}
            return Command.QUERY, asked | _time_and_child(unix_s, cid)
        case PointQuery(names, cid):
            asked = {"devId": device_id, "uid": device_id}
            return Command.CONTROL_NEW, asked | _time_and_child(unix_s, cid) | {"dps": dict.fromkeys(names)}
        case SetPoints(points, cid) if version.negotiates:
            child = {"cid": cid, "ctype": 0} if cid else {}
            return Command.CONTROL_NEW, {"protocol": 5, "t": unix_s, "data": {**child, "dps": points}}
        case SetPoints(points, cid):
            told = {"devId": device_id, "uid": device_id}
            return Command.CONTROL, told | _time_and_child(unix_s, cid) | {"dps": points}


def _time_and_child(unix_s: int, cid: str | None) -> dict[str, object]:
    """The time is text for a device and a number together with a sub-device (tinytuya's payload tables)."""
    return {"t": unix_s, "cid": cid} if cid else {"t": str(unix_s)}


def in_chunks(points: Iterable[str]) -> list[tuple[str, ...]]:
    """Part data point numbers so that each query stays within what a device takes."""
    chunks: list[tuple[str, ...]] = []
    chunk: list[str] = []
    room = LONGEST_POINT_QUERY
    for point in points:
        needed = len(point) + len('"":null,')
        if needed > room and chunk:
            chunks.append(tuple(chunk))
            chunk, room = [], LONGEST_POINT_QUERY
        chunk.append(point)
        room -= needed
    return [*chunks, tuple(chunk)] if chunk else chunks
