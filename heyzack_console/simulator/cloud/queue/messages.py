"""The bodies of queue messages in both families, before they are encrypted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from heyzack_console.simulator.cloud.temper import Family
from heyzack_console.simulator.cloud.twin import CloudTwin, spelt
from heyzack_console.simulator.lan.identity import LanValue

STATUS, DEVICE_OLDER = 4, 20
PROPERTIES, DEVICE, UPGRADE = 1000, 1001, 1002


@dataclass(frozen=True, slots=True)
class Message:
    """One message; *key* is the device that it is about and decides the partition."""

    key: str
    protocol: int
    body: Mapping[str, Any]
    at_ms: int


@dataclass(frozen=True, slots=True)
class Happening:
    """Something besides values, with the words that each family has for it; '' where a family is silent."""

    code: str
    older_code: str
    more: Mapping[str, Any] = field(default_factory=dict)


def values(
    twin: CloudTwin, changed: Mapping[str, LanValue], at_ms: int, name: str, families: tuple[Family, ...]
) -> Iterator[Message]:
    """New values of a device; *name* is the data id, the same in both families."""
    if Family.IOT_CORE in families:
        properties = [
            {"code": code, "dpId": twin.points[code].dp, "time": twin.times[code], "value": value}
            for code, value in changed.items()
        ]
        told = {"devId": twin.id, "dataId": name, "productId": twin.device.product, "properties": properties}
        yield Message(twin.id, PROPERTIES, _core("devicePropertyMessage", told, at_ms), at_ms)
    if Family.OLDER in families:
        status = [
            {"code": code, "value": value, "t": twin.times[code], str(twin.points[code].dp): spelt(value)}
            for code, value in changed.items()
        ]
        body = {"dataId": name, "devId": twin.id, "productKey": twin.device.product, "status": status}
        yield Message(twin.id, STATUS, body, at_ms)


def happening(
    twin: CloudTwin, what: Happening, uid: str, at_ms: int, families: tuple[Family, ...]
) -> Iterator[Message]:
    """A change of the device itself."""
    if Family.IOT_CORE in families and what.code:
        told = {"devId": twin.id, "productId": twin.device.product, "uid": uid, "uuid": twin.uuid, "time": at_ms}
        protocol = UPGRADE if what.code == "deviceOtaProgress" else DEVICE
        yield Message(twin.id, protocol, _core(what.code, told | dict(what.more), at_ms), at_ms)
    if Family.OLDER in families and what.older_code:
        body = {
            "devId": twin.id,
            "productKey": twin.device.product,
            "bizCode": what.older_code,
            "bizData": {"uid": uid, "time": at_ms, "devId": twin.id} | dict(what.more),
            "uuid": twin.uuid,
            "ts": at_ms,
        }
        yield Message(twin.id, DEVICE_OLDER, body, at_ms)


def unknown(key: str, at_ms: int) -> Message:
    """A message of a kind that is not documented."""
    return Message(key, PROPERTIES, _core("deviceHummed", {"devId": key, "tune": "la"}, at_ms), at_ms)


def _core(code: str, told: Mapping[str, Any], at_ms: int) -> dict[str, Any]:
    return {"bizCode": code, "bizData": told, "ts": at_ms}
