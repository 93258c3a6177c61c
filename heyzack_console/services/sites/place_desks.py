"""The desks for floors and zones, side by side."""

from dataclasses import dataclass

from heyzack_console.services.sites.floors import FloorDesk
from heyzack_console.services.sites.places import PlaceDesk
from heyzack_console.services.sites.zones import ZoneDesk


@dataclass(frozen=True, slots=True)
class PlaceDesks:
    """*adding* takes in what is new from elsewhere; the others change what is there."""

    adding: PlaceDesk
    floors: FloorDesk
    zones: ZoneDesk
