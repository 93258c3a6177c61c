"""Groups and access rules in memory; *disk* is the `Disk` of memory_store."""

from dataclasses import dataclass, field
from typing import Any

from heyzack_console.domain.access import AccessRule, AccessRuleId
from heyzack_console.domain.devices.groups import DeviceGroup, GroupId
from heyzack_console.domain.devices.snapshots import Snapshot, SnapshotHead, SnapshotId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import Actor, By
from heyzack_console.domain.journal import EntryRef


@dataclass
class Kept:
    """What these stores hold."""

    groups: dict[GroupId, DeviceGroup] = field(default_factory=dict)
    access: dict[AccessRuleId, AccessRule] = field(default_factory=dict)

    snapshots: dict[SnapshotId, Snapshot] = field(default_factory=dict)

    def copied(self) -> "Kept":
        return Kept(dict(self.groups), dict(self.access), dict(self.snapshots))


class MemoryGroups:
    def __init__(self, disk: Any) -> None:
        self.disk = disk

    async def load(self) -> tuple[DeviceGroup, ...]:
        return tuple(sorted(self.disk.kept.groups.values(), key=lambda group: group.name))

    async def put(self, group: DeviceGroup, by: By) -> EntryRef:
        return _put(self.disk, self.disk.kept.groups, group, by)

    async def remove(self, group: GroupId, by: By) -> EntryRef:
        return _remove(self.disk, self.disk.kept.groups, group, by)


class MemoryAccess:
    def __init__(self, disk: Any) -> None:
        self.disk = disk

    async def load(self) -> tuple[AccessRule, ...]:
        return tuple(self.disk.kept.access.values())

    async def people(self) -> tuple[Actor, ...]:
        return tuple(self.disk.people)

    async def put(self, rule: AccessRule, by: By) -> EntryRef:
        return _put(self.disk, self.disk.kept.access, rule, by)

    async def remove(self, rule: AccessRuleId, by: By) -> EntryRef:
        return _remove(self.disk, self.disk.kept.access, rule, by)


class MemorySnapshots:
    def __init__(self, disk: Any) -> None:
        self.disk = disk

    async def heads(self) -> tuple[SnapshotHead, ...]:
        return tuple(reversed([snapshot.head for snapshot in self.disk.kept.snapshots.values()]))

    async def get(self, snapshot: SnapshotId) -> Snapshot:
        if snapshot not in self.disk.kept.snapshots:
            raise NotFound("There is no such snapshot.")
        found: Snapshot = self.disk.kept.snapshots[snapshot]
        return found

    async def put(self, snapshot: Snapshot, by: By) -> EntryRef:
        return _put(self.disk, self.disk.kept.snapshots, snapshot, by)

    async def remove(self, snapshot: SnapshotId, by: By) -> EntryRef:
        return _remove(self.disk, self.disk.kept.snapshots, snapshot, by)


def _put(disk: Any, kept: dict[Any, Any], thing: Any, by: By) -> EntryRef:
    if kept.get(thing.id) == thing:
        return EntryRef("")
    ref: EntryRef = disk.write(by)
    kept[thing.id] = thing
    return ref


def _remove(disk: Any, kept: dict[Any, Any], key: Any, by: By) -> EntryRef:
    if key not in kept:
        raise NotFound("There is no such record.")
    ref: EntryRef = disk.write(by)
    del kept[key]
    return ref
