"""Devices as rows."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import RowMapping

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, LanAddress, Place, ZoneId
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.storage.keys import world_key

TABLE = "device"


def device_key(site: bytes, device: str) -> bytes:
    """The key of a device of this site."""
    return world_key(site, "device", device)


def device_values(site: bytes, device: Device) -> dict[str, Any]:
    """The columns of *device*."""
    return {
        "site": site,
        "code": device.id,
        "name": device.name,
        "category": device.category.value,
        "product": device.product,
        "model": device.model,
        "gateway": device.gateway,
        "cid": device.cid,
        **address_values(device.address),
        **place_values(site, device.place),
        "points": msgspec.to_builtins(device.points),
        "sleeper": device.sleeper,
        "serves": device.serves,
    }


def address_values(address: LanAddress | None) -> dict[str, Any]:
    """The columns of an address."""
    if address is None:
        return {"host": None, "port": None, "version": None}
    return {"host": address.host, "port": address.port, "version": address.version}


def place_values(site: bytes, place: Place | None) -> dict[str, Any]:
    """The columns of a place."""
    if place is None:
        return {"floor": None, "x": None, "y": None, "zone": None}
    return {
        "floor": world_key(site, "floor", place.floor),
        "x": float(place.x),
        "y": float(place.y),
        "zone": None if place.zone is None else world_key(site, "zone", place.zone),
    }


def device_of(row: RowMapping, floors: Mapping[bytes, FloorId], zones: Mapping[bytes, ZoneId]) -> Device:
    """The device of a row; *floors* and *zones* give the ids of the keys that it names."""
    address = None if row["host"] is None else LanAddress(row["host"], row["port"], row["version"] or "")
    place = None
    if row["floor"] in floors:
        place = Place(floors[row["floor"]], row["x"], row["y"], zones.get(row["zone"]))
    return Device(
        id=DeviceId(row["code"]),
        name=row["name"] or "",
        category=Category(row["category"]),
        product=row["product"] or "",
        model=row["model"] or "",
        gateway=None if row["gateway"] is None else DeviceId(row["gateway"]),
        cid=row["cid"],
        address=address,
        place=place,
        points=msgspec.convert(row["points"] or (), tuple[PointSpec, ...]),
        sleeper=bool(row["sleeper"]),
        serves=row["serves"] or "",
    )
