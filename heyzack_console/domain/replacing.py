"""One device in the place of another."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.access import AccessRule
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.groups import DeviceGroup


@dataclass(frozen=True, slots=True)
class Succession:
    """*new* took the place of *old*, which was called *name*."""

    new: DeviceId
    old: DeviceId
    name: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """All that changes with it: *devices* are the new one and those that were reached through the old one."""

    succession: Succession
    devices: tuple[Device, ...]
    added: tuple[Dependency, ...] = ()
    removed: tuple[Dependency, ...] = ()
    groups: tuple[DeviceGroup, ...] = ()
    rules: tuple[AlertRule, ...] = ()
    access: tuple[AccessRule, ...] = ()
