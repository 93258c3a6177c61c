"""Walk tests: somebody goes from device to device, and each one that is heard from is ticked."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path

WalkId = NewType("WalkId", str)
"""UUIDv7 as 32 hex digits."""


@dataclass(frozen=True, slots=True)
class Tick:
    """The first word of a device after the start: the point *code* had *value*, at *at* (aware UTC), by *path*."""

    device: DeviceId
    at: datetime
    code: str
    value: str
    path: Path


@dataclass(frozen=True, slots=True)
class WalkTest:
    """One walk test; *devices* are those that shall be heard, *by* who started it, *finished_at* None while it runs."""

    id: WalkId
    title: str
    devices: tuple[DeviceId, ...]
    started_at: datetime
    by: str
    ticks: tuple[Tick, ...] = ()
    finished_at: datetime | None = None

    @property
    def running(self) -> bool:
        """Devices are still being ticked."""
        return self.finished_at is None

    @property
    def ticked(self) -> frozenset[DeviceId]:
        """The devices that were heard."""
        return frozenset(tick.device for tick in self.ticks)
