"""Plans of floors: lines and zones with the site's records, pictures by what they hold."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial

from sqlalchemy import Connection, select

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.sites import Floor, Zone
from heyzack_console.storage.keys import world_key
from heyzack_console.storage.sites import put_floors, put_zones, site_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.plans import plan_picture
from heyzack_console.storage.work import Draft

PART_BYTES = 96 * 1024
"""An entry writes bytes as hex and holds 256 KiB before the next one is begun."""


class PlanRecords:
    """The store of plans on the journal."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def put(
        self, floors: Sequence[Floor], zones: Sequence[Zone], pictures: Mapping[str, bytes], by: By
    ) -> EntryRef:
        """Write all of it in one work. NotFound without a site."""

        def job(draft: Draft) -> None:
            here = site_key(draft.conn)
            for digest, data in pictures.items():
                _put_picture(draft, here, digest, data)
            put_floors(draft, here, floors)
            put_zones(draft, here, zones)

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")

    async def picture(self, digest: str) -> bytes:
        """The bytes that *digest* names; a picture whose import was undone is still there."""
        return await self._store.read(partial(_picture, digest))


def _put_picture(draft: Draft, here: bytes, digest: str, data: bytes) -> None:
    parts = [data[at : at + PART_BYTES] for at in range(0, len(data), PART_BYTES)]
    for number, part in enumerate(parts):
        key = world_key(here, "plan_picture", f"{digest}/{number}")
        values = {"digest": digest, "part": number, "parts": len(parts), "data": part}
        draft.put("plan_picture", key, values)


def _picture(digest: str, conn: Connection) -> bytes:
    wanted = select(plan_picture.c.data).where(plan_picture.c.digest == digest).order_by(plan_picture.c.part)
    data = b"".join(bytes(row) for row in conn.execute(wanted).scalars())
    if hashlib.sha256(data).hexdigest() != digest:
        raise NotFound("The picture of this floor is not in this home.")
    return data
