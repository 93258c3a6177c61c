"""Which devices a project has."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from ipaddress import ip_address, ip_network
from typing import Annotated, Any

from pydantic import AliasChoices, Field

from heyzack_console.domain.cloud import CloudDevice, CloudError, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.cloud.answers import Answer, Flag, Text, not_understood, read_as, read_each
from heyzack_console.tuya.cloud.api import CloudApi, Operation, Version, about
from heyzack_console.tuya.cloud.wire import Call

_PAGE = 20
_OLDER_PAGE = 100
_PAGES_AT_MOST = 1000
# RFC 1918 and 4193, and this machine itself; Python's is_private holds more.
_LAN = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "fc00::/7", "::1/128")))


class DeviceItem(Answer):
    """One device of a listing or asked for by itself."""

    id: Annotated[Text, Field(min_length=1, max_length=64)]
    name: Text = ""
    custom_name: Text = ""
    category: Text = ""
    product_id: Text = ""
    product_name: Text = ""
    model: Text = ""
    local_key: Annotated[Text, Field(repr=False)] = ""
    online: Annotated[Flag, Field(validation_alias=AliasChoices("online", "is_online", "isOnline"))] = False
    sub: Flag = False
    node_id: Text = ""
    gateway_id: Text = ""
    ip: Text = ""
    space: Annotated[
        Text,
        Field(validation_alias=AliasChoices("bind_space_id", "bindSpaceId", "asset_id", "assetId", "owner_id")),
    ] = ""


@dataclass(frozen=True, slots=True)
class DevicePage:
    """One page; *following* asks for the next, empty at the end. *odd*: items that could not be read."""

    devices: tuple[DeviceItem, ...]
    following: str
    odd: int
    family: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Devices of a project, and whether they are all; *unfinished* tells why not."""

    devices: tuple[CloudDevice, ...]
    complete: bool
    unfinished: CloudError | None = None


def _plain_page(result: Any) -> DevicePage:
    """A bare list has no word on whether more follows: a full page may have a successor."""
    devices, odd = read_each(DeviceItem, result)
    full = len(devices) + odd >= _PAGE
    return DevicePage(devices, devices[-1].id if full and devices else "", odd, "v2.0")


def _told_page(family: str, *names: str) -> Callable[[Any], DevicePage]:
    def read(result: Any) -> DevicePage:
        if not isinstance(result, dict):
            raise not_understood()
        devices, odd = read_each(DeviceItem, next((result[name] for name in names if name in result), None))
        more = str(result.get("has_more", result.get("hasMore", False))).lower() == "true"
        key = result.get("last_row_key") or result.get("lastRowKey") or ""
        return DevicePage(devices, str(key) if more else "", odd, family)

    return read


LIST = Operation[str, DevicePage](
    "the list of devices",
    (
        Version(
            "v2.0",
            lambda last: Call("GET", "/v2.0/cloud/thing/device", {"page_size": _PAGE, "last_id": last or None}),
            _plain_page,
        ),
        Version(
            "iot-03",
            lambda last: Call("GET", "/v1.3/iot-03/devices", {"page_size": _OLDER_PAGE, "last_row_key": last or None}),
            _told_page("iot-03", "list", "devices"),
        ),
        Version(
            "v1.0",
            lambda last: Call(
                "GET",
                "/v1.0/iot-01/associated-users/devices",
                {"size": _OLDER_PAGE, "last_row_key": last or None},
            ),
            _told_page("v1.0", "devices", "list"),
        ),
    ),
)

FIRST_ONE = Operation[None, None](
    "the list of devices",
    (
        Version("v2.0", lambda _: Call("GET", "/v2.0/cloud/thing/device", {"page_size": 1}), lambda _: None),
        Version("iot-03", lambda _: Call("GET", "/v1.3/iot-03/devices", {"page_size": 1}), lambda _: None),
        Version("v1.0", lambda _: Call("GET", "/v1.0/iot-01/associated-users/devices", {"size": 50}), lambda _: None),
    ),
)
"""The cheapest question that shows whether the project works."""

DETAIL = Operation[str, DeviceItem](
    "the details of a device",
    (
        Version("v2.0", about("/v2.0/cloud/thing"), partial(read_as, DeviceItem)),
        Version("iot-03", about("/v1.1/iot-03/devices"), partial(read_as, DeviceItem)),
        Version("v1.0", about("/v1.0/devices"), partial(read_as, DeviceItem)),
    ),
)

SUB_DEVICES = Operation[str, tuple[DeviceItem, ...]](
    "the devices behind a gateway",
    (
        Version(
            "iot-03", about("/v1.0/iot-03/devices", "/sub-devices"), lambda result: read_each(DeviceItem, result)[0]
        ),
        Version("v1.0", about("/v1.0/devices", "/sub-devices"), lambda result: read_each(DeviceItem, result)[0]),
    ),
)


async def listed(api: CloudApi, project: ProjectId, *, urgent: bool = False) -> Listing:
    """List every device; what was listed before a failure is kept and marked as incomplete.

    Raises:
        CloudError: not even the first page came.
    """
    page = await api.ask(LIST, "", urgent=urgent)
    found = {item.id: item for item in page.devices}
    odd = page.odd
    for _ in range(_PAGES_AT_MOST):
        if not page.following:
            return Listing(_as_devices(found, project), complete=odd == 0)
        try:
            page = await api.ask(LIST, page.following, urgent=urgent, family=page.family)
        except CloudError as error:
            return Listing(_as_devices(found, project), complete=False, unfinished=error)
        odd += page.odd
        before = len(found)
        found |= {item.id: item for item in page.devices}
        if page.devices and len(found) == before:
            # The cloud turns in a circle.
            break
    return Listing(_as_devices(found, project), complete=False)


def as_cloud_device(item: DeviceItem, project: ProjectId) -> CloudDevice:
    """Put an item into our words."""
    return CloudDevice(
        id=DeviceId(item.id),
        project=project,
        name=item.custom_name or item.name or item.id,
        category=item.category,
        product=item.product_id,
        product_name=item.product_name,
        model=item.model,
        online=item.online,
        sub=item.sub,
        node_id=item.node_id,
        gateway=DeviceId(item.gateway_id) if item.gateway_id and item.gateway_id != item.id else None,
        address=_local(item.ip),
        space=item.space,
        local_key=item.local_key,
    )


def behind(device: CloudDevice, gateway: DeviceId, node_id: str) -> CloudDevice:
    """Say through which gateway *device* is reached."""
    return replace(device, gateway=gateway, node_id=node_id or device.node_id)


def _as_devices(found: dict[str, DeviceItem], project: ProjectId) -> tuple[CloudDevice, ...]:
    return tuple(as_cloud_device(item, project) for item in found.values())


def _local(ip: str) -> str:
    """The address where it can be one of the LAN; mostly the cloud tells the building's public one."""
    try:
        address = ip_address(ip)
    except ValueError:
        return ""
    return ip if any(address in network for network in _LAN) else ""
