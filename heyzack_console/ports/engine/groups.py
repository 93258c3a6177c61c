"""Commands and queries about saved groups of devices."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.devices.groups import DeviceGroup, GroupId, GroupMembers
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class SaveGroup(Command):
    """Keep a group; without an id a new one, whose id the receipt names. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    group: DeviceGroup


@dataclass(frozen=True)
class RemoveGroup(Command):
    """Forget a group; its devices stay as they are. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    group: GroupId


@dataclass(frozen=True)
class Groups(Query[tuple[GroupMembers, ...]]):
    """Every group with the devices that belong to it now, by name."""

    answer: ClassVar[Any] = tuple[GroupMembers, ...]
