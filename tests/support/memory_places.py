"""Changes of floors and zones in memory."""

from dataclasses import replace

from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.site_changes import SiteChange


class MemoryPlaces:
    """Keeps them on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk

    async def change(self, change: SiteChange, by: By) -> EntryRef:
        ref = self.disk.write(by)
        book = self.disk.book
        floors = {one.id: one for one in (*book.site.floors, *change.floors) if one.id not in change.gone_floors}
        zones = {one.id: one for one in (*book.site.zones, *change.zones) if one.id not in change.gone_zones}
        places = dict(change.places)
        devices = tuple(replace(d, place=places.get(d.id, d.place)) for d in book.devices)
        lines = tuple(one for one in book.dependencies if one not in change.cut)
        site = replace(book.site, floors=tuple(floors.values()), zones=tuple(zones.values()))
        self.disk.book = replace(book, site=site, devices=devices, dependencies=lines)
        return ref
