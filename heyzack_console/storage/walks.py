"""Walk tests on the journal."""

from typing import Any

import msgspec
from sqlalchemy import RowMapping, select

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.walks import Tick, WalkId, WalkTest
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.walks import walk_test

TABLE = "walk_test"


class WalkRecords:
    """The store of walk tests."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def load(self) -> tuple[WalkTest, ...]:
        """Every walk test."""
        living = select(walk_test).where(walk_test.c.deleted == 0)
        return await self._store.read(lambda conn: tuple(map(_walk, conn.execute(living).mappings())))

    async def put(self, walk: WalkTest, by: By) -> EntryRef:
        """Add a walk test or change what differs. Without a change no entry."""
        async with self._store.work(by) as work:
            work.put(TABLE, bytes.fromhex(walk.id), _values(walk))
        return work.entries[0] if work.entries else EntryRef("")


def _values(walk: WalkTest) -> dict[str, Any]:
    told = msgspec.to_builtins(walk)
    return {
        "title": walk.title,
        "devices": list(walk.devices),
        "started_at": told["started_at"],
        "by_name": walk.by,
        "ticks": told["ticks"],
        "finished_at": told["finished_at"],
    }


def _walk(row: RowMapping) -> WalkTest:
    told = {name: row[name] for name in ("title", "started_at", "finished_at")}
    told |= {"id": row["key"].hex(), "by": row["by_name"] or "", "ticks": (), "devices": ()}
    walk = msgspec.convert(told, WalkTest)
    return WalkTest(
        WalkId(walk.id),
        walk.title,
        msgspec.convert(row["devices"] or (), tuple[DeviceId, ...]),
        walk.started_at,
        walk.by,
        msgspec.convert(row["ticks"] or (), tuple[Tick, ...]),
        walk.finished_at,
    )
