"""Snapshots of set-points on the journal."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, select

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.devices.snapshots import SetPoint, Snapshot, SnapshotHead, SnapshotId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.snapshots import set_point_snapshot

TABLE = "set_point_snapshot"
_Line = tuple[DeviceId, str, Value, str, datetime, Quality]
GONE = "There is no such snapshot (any more). Nothing was changed."


class SnapshotRecords:
    """The snapshot store."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def heads(self) -> tuple[SnapshotHead, ...]:
        """Every snapshot without its values, newest first."""
        table = set_point_snapshot.c
        columns = (table.key, table.name, table.taken_at, table.taken_by, table.devices, table.points)
        living = select(*columns).where(table.deleted == 0).order_by(table.key.desc())
        return await self._store.read(lambda conn: tuple(map(_head, conn.execute(living).mappings())))

    async def get(self, snapshot: SnapshotId) -> Snapshot:
        """One snapshot.

        Raises:
            NotFound: there is no such snapshot.
        """
        table = set_point_snapshot.c
        wanted = select(set_point_snapshot).where(table.deleted == 0, table.key == bytes.fromhex(snapshot))

        def job(conn: Connection) -> Snapshot:
            row = conn.execute(wanted).mappings().first()
            if row is None:
                raise NotFound(GONE)
            head = _head(row)
            points = tuple(SetPoint(*msgspec.convert(one, _Line)) for one in row["set_points"] or ())
            return Snapshot(head.id, head.name, head.taken_at, head.by, points)

        return await self._store.read(job)

    async def put(self, snapshot: Snapshot, by: By) -> EntryRef:
        """Add a snapshot."""
        async with self._store.work(by) as work:
            work.put(TABLE, bytes.fromhex(snapshot.id), _values(snapshot))
        return work.entries[0]

    async def remove(self, snapshot: SnapshotId, by: By) -> EntryRef:
        """Delete softly.

        Raises:
            NotFound: there is no such snapshot.
        """
        try:
            async with self._store.work(by) as work:
                work.delete(TABLE, bytes.fromhex(snapshot))
        except NotFound as error:
            raise NotFound(GONE) from error
        return work.entries[0]


def _line(point: SetPoint) -> list[Any]:
    """Without names, since thousands of them go into one entry."""
    return [point.device, point.code, point.value, point.unit, point.at.isoformat(), point.quality.value]


def _values(snapshot: Snapshot) -> dict[str, Any]:
    head = snapshot.head
    return {
        "name": head.name,
        "taken_at": head.taken_at.isoformat(),
        "taken_by": head.by,
        "devices": head.devices,
        "points": head.points,
        "set_points": [_line(point) for point in snapshot.points],
    }


def _head(row: RowMapping) -> SnapshotHead:
    return SnapshotHead(
        SnapshotId(row["key"].hex()),
        row["name"] or "",
        datetime.fromisoformat(row["taken_at"]),
        row["taken_by"] or "",
        row["devices"] or 0,
        row["points"] or 0,
    )
