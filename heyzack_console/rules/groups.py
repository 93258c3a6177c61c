"""Who belongs to a group, and whether a group can be kept."""

from collections.abc import Iterable
from dataclasses import replace

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.groups import DeviceFilter, DeviceGroup
from heyzack_console.domain.errors import InvalidInput

LONGEST_NAME = 80


def members(group: DeviceGroup, devices: Iterable[Device]) -> tuple[DeviceId, ...]:
    """Return who of *devices* belongs to *group*, in their order; chosen devices that are gone are left out."""
    if group.filter is not None:
        return tuple(device.id for device in devices if fits(group.filter, device))
    chosen = frozenset(group.members)
    return tuple(device.id for device in devices if device.id in chosen)


def fits(wanted: DeviceFilter, device: Device) -> bool:
    """Tell whether every part of *wanted* that is given fits *device*; nothing fits a filter that asks for nothing."""
    place = device.place
    if wanted.empty or (wanted.category is not None and device.category is not wanted.category):
        return False
    if wanted.product and device.product != wanted.product:
        return False
    if wanted.floor is not None and (place is None or place.floor != wanted.floor):
        return False
    if wanted.zone is not None and (place is None or place.zone != wanted.zone):
        return False
    text = " ".join((device.name, device.model, device.id, device.serves)).casefold()
    return all(word in text for word in wanted.words.casefold().split())


def checked_group(group: DeviceGroup, others: Iterable[DeviceGroup]) -> DeviceGroup:
    """Return *group* tidied up.

    Raises:
        InvalidInput: it has no name or that of one of *others*, no member, or a filter that asks for nothing.
    """
    name = " ".join(group.name.split())
    if not name:
        raise InvalidInput("A group needs a name. Nothing was saved.", "name")
    if len(name) > LONGEST_NAME:
        raise InvalidInput(f"The name of a group has at most {LONGEST_NAME} characters. Nothing was saved.", "name")
    if any(other.name.casefold() == name.casefold() and other.id != group.id for other in others):
        raise InvalidInput(f"There is a group “{name}” already. Nothing was saved.", "name")
    if group.filter is None and not group.members:
        raise InvalidInput("A group needs at least one device. Nothing was saved.", "members")
    if group.filter is not None and group.filter.empty:
        raise InvalidInput("The filter asks for nothing, so it would hold no device. Nothing was saved.", "filter")
    kept = () if group.filter is not None else tuple(dict.fromkeys(group.members))
    return replace(group, name=name, members=kept)
