"""Floor plans in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.sites import Floor, Zone


class MemoryPlans:
    """Keeps what it is told on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk

    async def put(
        self, floors: Sequence[Floor], zones: Sequence[Zone], pictures: Mapping[str, bytes], by: By
    ) -> EntryRef:
        ref = self.disk.write(by)
        assert self.disk.book
        site = self.disk.book.site
        whole = {f.id: f for f in site.floors} | {f.id: f for f in floors}
        rooms = {z.id: z for z in site.zones} | {z.id: z for z in zones}
        site = replace(site, floors=tuple(whole.values()), zones=tuple(rooms.values()))
        self.disk.book = replace(self.disk.book, site=site)
        self.disk.pictures.update(pictures)
        return ref

    async def picture(self, digest: str) -> bytes:
        if digest not in self.disk.pictures:
            raise NotFound("The picture of this floor is not in this home.")
        return self.disk.pictures[digest]
