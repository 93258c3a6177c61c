"""Putting one device in the place of another."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import Permission
from heyzack_console.domain.replacing import Succession
from heyzack_console.ports.engine.devices import NewDevice
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class ReplaceDevice(Command):
    """Retire *device* and give its name, place, lines, groups and rules to *new*. Can be undone as one.

    *new* is a device of the book that stands nowhere yet, or one that is not in it; of that one the id is enough, and
    for a sub-device the cid. InvalidInput where it cannot take the place; nothing was changed.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    device: DeviceId
    new: NewDevice


@dataclass(frozen=True)
class Predecessors(Query[tuple[Succession, ...]]):
    """The devices whose place *device* took, the last one first."""

    answer: ClassVar[Any] = tuple[Succession, ...]
    device: DeviceId
