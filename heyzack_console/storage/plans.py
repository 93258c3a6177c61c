"""Plans of floors: lines and zones with the site's records, pictures by what they hold."""

from collections.abc import Mapping, Sequence

from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.sites import Floor, Zone
from heyzack_console.storage.attachments import put_bytes, read_bytes
from heyzack_console.storage.sites import put_floors, put_zones, site_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.plans import plan_picture
from heyzack_console.storage.work import Draft

MISSING = "The picture of this floor is not in this home."


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
            put_bytes(draft, plan_picture, here, pictures)
            put_floors(draft, here, floors)
            put_zones(draft, here, zones)

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")

    async def picture(self, digest: str) -> bytes:
        """The bytes that *digest* names; a picture whose import was undone is still there."""
        return await self._store.read(lambda conn: read_bytes(conn, plan_picture, digest, MISSING))
