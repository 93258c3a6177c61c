"""In which room a new device probably hangs: what the cloud says, else what its name says."""

from collections.abc import Iterable, Sequence

from heyzack_console.domain.cloud import ProposedPlace
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.sites import SiteBook, Zone
from heyzack_console.presentation.cloud.places import place_lines

SHORTEST = 3
"""A room's name or number shorter than this is found in too many names."""


def proposed_rooms(
    devices: Iterable[Device], places: Sequence[ProposedPlace], book: SiteBook | None
) -> dict[DeviceId, Zone]:
    """Return the room of each of *devices*; those of which nothing is known are left out.

    Args:
        places: the site tree that the spaces of cloud projects suggest.
    """
    if book is None:
        return {}
    by_cloud = {one: line.zone for line in place_lines(places, book) if line.zone for one in line.place.devices}
    found = {}
    for device in devices:
        zone = by_cloud.get(device.id) or named_room(device, book.site.zones)
        if zone is not None:
            found[device.id] = zone
    return found


def named_room(device: Device, zones: Iterable[Zone]) -> Zone | None:
    """Return the one room whose number or name stands in the device's name; None where there is none or several."""
    words = f" {_plain(device.name)} "
    numbered, named = [], []
    for zone in zones:
        if len(zone.number) >= SHORTEST and f" {_plain(zone.number)} " in words:
            numbered.append(zone)
        elif len(zone.name) >= SHORTEST and f" {_plain(zone.name)} " in words:
            named.append(zone)
    fitting = numbered or named
    return fitting[0] if len(fitting) == 1 else None


def _plain(text: str) -> str:
    """Small letters, with blanks around everything that separates words but a point within a number."""
    return " ".join("".join(c if c.isalnum() or c == "." else " " for c in text.casefold()).split())
