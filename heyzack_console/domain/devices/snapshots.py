"""Snapshots of set-points: what the points that can be written were at one moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Quality

SnapshotId = NewType("SnapshotId", str)
"""UUIDv7 as 32 hex digits."""


@dataclass(frozen=True, slots=True)
class SetPoint:
    """One value as it was last heard before the snapshot, in canonical unit; *at* is aware UTC."""

    device: DeviceId
    code: str
    value: Value
    unit: str
    at: datetime
    quality: Quality


@dataclass(frozen=True, slots=True)
class SnapshotHead:
    """A snapshot without its values; *devices* and *points* are counts."""

    id: SnapshotId
    name: str
    taken_at: datetime
    by: str
    devices: int
    points: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A named snapshot."""

    id: SnapshotId
    name: str
    taken_at: datetime
    by: str
    points: tuple[SetPoint, ...]

    @property
    def head(self) -> SnapshotHead:
        """What a list shows of it."""
        devices = len({point.device for point in self.points})
        return SnapshotHead(self.id, self.name, self.taken_at, self.by, devices, len(self.points))


@dataclass(frozen=True, slots=True)
class SetPointDifference:
    """A point that stands otherwise than in the snapshot; None: not known on that side."""

    device: DeviceId
    code: str
    then: SetPoint | None
    now: SetPoint | None
