"""Floors added, renamed, reordered, resized and removed."""

from dataclasses import dataclass
from typing import ClassVar

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command


@dataclass(frozen=True, slots=True)
class FloorDraft:
    """A floor as it shall be, without its plan, which stays; an empty id is a new floor. Sides in metres."""

    floor: FloorId
    level: int
    name: str
    width: float
    height: float


@dataclass(frozen=True)
class ChangeFloors(Command):
    """Write floors and remove others, in one entry; a floor with zones or devices is not removed."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    floors: tuple[FloorDraft, ...] = ()
    removed: tuple[FloorId, ...] = ()
