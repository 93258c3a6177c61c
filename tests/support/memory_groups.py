"""Groups of devices in memory; *disk* is the `Disk` of memory_store."""

from typing import Any

from heyzack_console.domain.devices.groups import DeviceGroup, GroupId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef


class MemoryGroups:
    def __init__(self, disk: Any) -> None:
        self.disk = disk

    async def load(self) -> tuple[DeviceGroup, ...]:
        return tuple(sorted(self.disk.groups.values(), key=lambda group: group.name))

    async def put(self, group: DeviceGroup, by: By) -> EntryRef:
        if self.disk.groups.get(group.id) == group:
            return EntryRef("")
        ref = self.disk.write(by)
        self.disk.groups[group.id] = group
        return ref

    async def remove(self, group: GroupId, by: By) -> EntryRef:
        if group not in self.disk.groups:
            raise NotFound("There is no such group.")
        ref = self.disk.write(by)
        del self.disk.groups[group]
        return ref
