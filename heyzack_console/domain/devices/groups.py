"""Saved groups: devices that were chosen one by one, or whatever fits a filter just now."""

from dataclasses import dataclass
from typing import NewType

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId, FloorId, ZoneId

GroupId = NewType("GroupId", str)
"""UUIDv7 as 32 hex digits; empty before it was kept for the first time."""


@dataclass(frozen=True, slots=True)
class DeviceFilter:
    """What a device must be to belong; each part that is given must fit.

    *words*: every word stands in the device's name, model, id or in what it serves.
    """

    category: Category | None = None
    floor: FloorId | None = None
    zone: ZoneId | None = None
    product: str = ""
    words: str = ""

    @property
    def empty(self) -> bool:
        """Nothing is asked for."""
        return self == DeviceFilter()


@dataclass(frozen=True, slots=True)
class DeviceGroup:
    """A named group: *members* as chosen, or where there is a *filter* what fits it at the moment of asking."""

    id: GroupId
    name: str
    members: tuple[DeviceId, ...] = ()
    filter: DeviceFilter | None = None


@dataclass(frozen=True, slots=True)
class GroupMembers:
    """A group and the *devices* of the book that belong to it now."""

    group: DeviceGroup
    devices: tuple[DeviceId, ...]
