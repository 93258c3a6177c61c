"""Saved groups on the journal."""

from typing import Any

import msgspec
from sqlalchemy import RowMapping, select

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import DeviceFilter, DeviceGroup, GroupId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.groups import device_group

TABLE = "device_group"


class GroupRecords:
    """The group store."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def load(self) -> tuple[DeviceGroup, ...]:
        """Every group, by its name."""
        living = select(device_group).where(device_group.c.deleted == 0).order_by(device_group.c.name)
        return await self._store.read(lambda conn: tuple(map(_group, conn.execute(living).mappings())))

    async def put(self, group: DeviceGroup, by: By) -> EntryRef:
        """Add a group or change what differs. Without a change no entry."""
        async with self._store.work(by) as work:
            work.put(TABLE, bytes.fromhex(group.id), group_values(group))
        return work.entries[0] if work.entries else EntryRef("")

    async def remove(self, group: GroupId, by: By) -> EntryRef:
        """Delete softly.

        Raises:
            NotFound: there is no such group.
        """
        try:
            async with self._store.work(by) as work:
                work.delete(TABLE, bytes.fromhex(group))
        except NotFound as error:
            raise NotFound("There is no such group (any more). Nothing was changed.") from error
        return work.entries[0]


def group_values(group: DeviceGroup) -> dict[str, Any]:
    """The columns of *group*."""
    wanted = msgspec.to_builtins(group.filter) if group.filter is not None else None
    return {"name": group.name, "members": list(group.members), "filter": wanted}


def _group(row: RowMapping) -> DeviceGroup:
    wanted = msgspec.convert(row["filter"], DeviceFilter) if row["filter"] is not None else None
    chosen = msgspec.convert(row["members"] or (), tuple[DeviceId, ...])
    return DeviceGroup(GroupId(row["key"].hex()), row["name"] or "", chosen, wanted)
