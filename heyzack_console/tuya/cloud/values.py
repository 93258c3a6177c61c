"""Present values of devices, and new ones for them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AliasChoices, Field

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.cloud.answers import Answer, Text, Whole, not_understood, read_each
from heyzack_console.tuya.cloud.api import Operation, Version, about, segment
from heyzack_console.tuya.cloud.pace import Pace
from heyzack_console.tuya.cloud.wire import Call

BATCH = 20
"""So many devices can be asked about at once."""


class PointState(Answer):
    """One value; *dp_id* 0 and *time* (ms since 1970) 0 where the cloud does not tell."""

    code: Annotated[Text, Field(min_length=1, max_length=128)]
    value: Any = None
    dp_id: Whole = 0
    time: Annotated[Whole, Field(validation_alias=AliasChoices("time", "event_time", "eventTime", "t"))] = 0


class _OneOfBatch(Answer):
    id: Annotated[Text, Field(min_length=1)]
    status: Any = None


@dataclass(frozen=True, slots=True)
class NewValues:
    """An order: the same values by the product's own codes and by those of the standard set."""

    device: DeviceId
    own: Mapping[str, Any]
    standard: Mapping[str, Any]


def _properties(result: Any) -> tuple[PointState, ...]:
    if not isinstance(result, dict):
        raise not_understood()
    return read_each(PointState, result.get("properties"))[0]


def _status(result: Any) -> tuple[PointState, ...]:
    return read_each(PointState, result)[0]


def _batch(result: Any) -> dict[DeviceId, tuple[PointState, ...]]:
    # The answer has been seen as a bare list and inside an object.
    items = result.get("list", result.get("devices")) if isinstance(result, dict) else result
    devices, _ = read_each(_OneOfBatch, items)
    return {DeviceId(one.id): read_each(PointState, one.status)[0] for one in devices}


def _several(path: str) -> Callable[[Sequence[str]], Call]:
    return lambda devices: Call("GET", path, {"device_ids": [segment(device) for device in devices]})


def _issue(order: NewValues) -> Call:
    packed = json.dumps(order.own, ensure_ascii=False, separators=(",", ":"))
    path = f"/v2.0/cloud/thing/{segment(order.device)}/shadow/properties/issue"
    return Call("POST", path, body={"properties": packed}, pace=Pace.CONTROL, repeatable=False)


def _commands(before: str) -> Callable[[NewValues], Call]:
    def call(order: NewValues) -> Call:
        commands = [{"code": code, "value": value} for code, value in order.standard.items()]
        path = f"{before}/{segment(order.device)}/commands"
        return Call("POST", path, body={"commands": commands}, pace=Pace.CONTROL, repeatable=False)

    return call


def _accepted(_: Any) -> None:
    """The envelope said so; what the result holds differs by version."""


PROPERTIES = Operation[str, tuple[PointState, ...]](
    "the dated values of a device",
    (Version("v2.0", about("/v2.0/cloud/thing", "/shadow/properties", Pace.PROPERTIES_READ), _properties),),
)
"""Every data point of one device, also those outside the standard set, with number and time."""

STATUS = Operation[str, tuple[PointState, ...]](
    "the values of a device",
    (
        *PROPERTIES.versions,
        Version("iot-03", about("/v1.0/iot-03/devices", "/status"), _status),
        Version("v1.0", about("/v1.0/devices", "/status"), _status),
    ),
)

STATUS_OF_SEVERAL = Operation[Sequence[str], dict[DeviceId, tuple[PointState, ...]]](
    "the values of several devices at once",
    (
        Version("iot-03", _several("/v1.0/iot-03/devices/status"), _batch),
        Version("v1.0", _several("/v1.0/devices/status"), _batch),
    ),
)
"""At most `BATCH` devices; standard codes only, without numbers and times."""

SEND = Operation[NewValues, None](
    "orders to devices",
    (
        Version("v2.0", _issue, _accepted),
        Version("iot-03", _commands("/v1.0/iot-03/devices"), _accepted),
        Version("v1.0", _commands("/v1.0/devices"), _accepted),
    ),
)
