"""What a listing of the cloud means for the building's book. Nothing leaves the book because of a listing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from heyzack_console.domain.cloud import CloudDevice, CloudMember
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId

CategoryOf = Callable[[str], Category]
"""Our kind of device behind the vendor's category code."""


def members_of(book: Mapping[DeviceId, Device], listed: Iterable[CloudDevice]) -> tuple[CloudMember, ...]:
    """Return the membership of every listed device, under the id it has in the book, or will have."""
    ids = book_ids(book, listed)
    return tuple(CloudMember(ids[each.id], each.project, each.id, each.name, online=each.online) for each in listed)


def book_ids(book: Mapping[DeviceId, Device], listed: Iterable[CloudDevice]) -> dict[DeviceId, DeviceId]:
    """Return the id in the book by the cloud's id: another one where a sub-device was first known on the LAN only."""
    behind = {(device.gateway, device.cid): device.id for device in book.values() if device.cid}
    found = {}
    for each in listed:
        known = behind.get((each.gateway, each.node_id)) if each.gateway is not None and each.node_id else None
        found[each.id] = each.id if each.id in book or known is None else known
    return found


def brought_up_to_date(known: Device, listed: CloudDevice, category: CategoryOf) -> Device:
    """Return a device of the book with what the listing adds; what people gave it stays."""
    device = replace(
        known,
        product=known.product or listed.product,
        model=known.model or listed.model or listed.product_name,
        category=category(listed.category) if known.category is Category.UNKNOWN else known.category,
        name=listed.name if known.name == known.id and listed.name else known.name,
        points=listed.points if listed.points and not is_specified(known) else known.points,
    )
    if listed.sub and listed.gateway is not None and listed.node_id:
        return replace(device, gateway=listed.gateway, cid=listed.node_id)
    return device


def is_specified(device: Device) -> bool:
    """Whether the product's own list of data points is known of *device*."""
    return any(not point.guessed for point in device.points)


def new_device(listed: CloudDevice, category: CategoryOf) -> Device:
    """Return a listed device as the book will hold it; its LAN address is found by its announcements."""
    behind = listed.sub and listed.gateway is not None and bool(listed.node_id)
    return Device(
        id=listed.id,
        name=listed.name or listed.id,
        category=category(listed.category),
        product=listed.product,
        model=listed.model or listed.product_name,
        gateway=listed.gateway if behind else None,
        cid=listed.node_id if behind else None,
        points=listed.points,
    )
