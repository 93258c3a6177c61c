"""Zones drawn, changed, removed and copied."""

from dataclasses import dataclass
from typing import ClassVar

from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.identity import Permission
from heyzack_console.domain.sites import Zone
from heyzack_console.ports.engine.port import Command


@dataclass(frozen=True)
class ChangeZones(Command):
    """Write zones (a new one has an empty id) and remove others, in one entry; devices get their zone anew."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    zones: tuple[Zone, ...] = ()
    removed: tuple[ZoneId, ...] = ()


@dataclass(frozen=True)
class CopyZones(Command):
    """Copy *zones* of floor *source* (empty: all) onto *target*, with its lines too where *walls*; in one entry."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    source: FloorId
    target: FloorId
    zones: tuple[ZoneId, ...] = ()
    walls: bool = False
