"""Changes of floors and zones with what follows from them, in one entry."""

from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.site_changes import SiteChange
from heyzack_console.storage.dependencies import remove_dependencies
from heyzack_console.storage.devices import device_key, place_values
from heyzack_console.storage.keys import world_key
from heyzack_console.storage.sites import put_floors, put_zones, site_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.work import Draft


class PlaceRecords:
    """The store of floors and zones on the journal."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def change(self, change: SiteChange, by: By) -> EntryRef:
        """Write all of *change*. NotFound without a site, or where something of it is gone already."""

        def job(draft: Draft) -> None:
            here = site_key(draft.conn)
            put_floors(draft, here, change.floors)
            put_zones(draft, here, change.zones)
            for device, place in change.places:
                draft.update("device", device_key(here, device), place_values(here, place))
            remove_dependencies(draft, here, change.cut)
            for zone in change.gone_zones:
                draft.delete("zone", world_key(here, "zone", zone))
            for floor in change.gone_floors:
                draft.delete("floor", world_key(here, "floor", floor))

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")
