"""What the topology layer says in words: how many lines are on the floor, and how many leave it."""

from heyzack_console.domain.dependencies import Thing
from heyzack_console.domain.devices.device import FloorId
from heyzack_console.presentation.building.site_index import SiteIndex
from heyzack_console.presentation.map.facts import Links

HOW = "B shows what hangs on the selected device, L draws what it supplies."


def topology_words(links: Links, index: SiteIndex, floor: FloorId | None) -> str:
    """Return how much of *links* lies on *floor*."""
    zone_floors = {zone.id: zone.floor for zones in index.zones.values() for zone in zones}

    def on(thing: Thing) -> FloorId | None:
        if thing.device_id is not None:
            return index.floor_of.get(thing.device_id)
        return zone_floors.get(thing.zone_id) if thing.zone_id is not None else None

    ends = [(on(link.source), on(link.target)) for link in links.all]
    here = sum(source == target == floor for source, target in ends)
    away = sum((source == floor) != (target == floor) for source, target in ends)
    if not here and not away:
        return f"Nothing supplies anything on this floor yet. {HOW}"
    told = "1 line" if here == 1 else f"{here} lines"
    more = f", {away} more to other floors" if away else ""
    return f"{told} on this floor{more}. {HOW}"
