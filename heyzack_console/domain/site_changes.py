"""What a change of floors and zones writes."""

from dataclasses import dataclass

from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import DeviceId, FloorId, Place, ZoneId
from heyzack_console.domain.sites import Floor, Zone


@dataclass(frozen=True, slots=True)
class SiteChange:
    """Floors and zones to write, those to remove, and what follows: new places of devices, lines of supply that end."""

    floors: tuple[Floor, ...] = ()
    zones: tuple[Zone, ...] = ()
    gone_floors: tuple[FloorId, ...] = ()
    gone_zones: tuple[ZoneId, ...] = ()
    places: tuple[tuple[DeviceId, Place], ...] = ()
    cut: tuple[Dependency, ...] = ()
