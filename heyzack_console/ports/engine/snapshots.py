"""Commands and queries about snapshots of set-points. Restoring is a group order of the values that were chosen."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.snapshots import SetPointDifference, SnapshotHead, SnapshotId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class TakeSnapshot(Command):
    """Keep the values of every point of *devices* that can be written, as last heard. Can be undone."""

    permission: ClassVar[Permission] = Permission.OPERATE
    name: str
    devices: tuple[DeviceId, ...]


@dataclass(frozen=True)
class RemoveSnapshot(Command):
    """Forget a snapshot. Can be undone."""

    permission: ClassVar[Permission] = Permission.OPERATE
    snapshot: SnapshotId


@dataclass(frozen=True)
class Snapshots(Query[tuple[SnapshotHead, ...]]):
    """Every snapshot, newest first."""

    answer: ClassVar[Any] = tuple[SnapshotHead, ...]


@dataclass(frozen=True)
class SnapshotDifferences(Query[tuple[SetPointDifference, ...]]):
    """What stands otherwise now than in *snapshot*; with *against* what stands otherwise in that one."""

    answer: ClassVar[Any] = tuple[SetPointDifference, ...]
    snapshot: SnapshotId
    against: SnapshotId | None = None
