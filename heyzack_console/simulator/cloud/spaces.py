"""The cloud's tree of spaces: the site, its floors, their rooms."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.sites import Site


@dataclass(frozen=True, slots=True)
class Space:
    """One space; the topmost has no parent."""

    id: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class SpaceTree:
    """All spaces by id, parents first."""

    spaces: Mapping[str, Space]

    @classmethod
    def of(cls, site: Site) -> "SpaceTree":
        """One space for the site, one for each floor and for each zone."""
        top = Space(_number(site.id), site.name)
        floors = [Space(_number(floor.id), floor.name, top.id) for floor in site.floors]
        rooms = [Space(_number(zone.id), f"{zone.number} {zone.name}", _number(zone.floor)) for zone in site.zones]
        return cls({space.id: space for space in (top, *floors, *rooms)})

    @property
    def top(self) -> str:
        """The id of the topmost space."""
        return next(iter(self.spaces))

    def children(self, parent: str) -> list[Space]:
        """The spaces right below one."""
        return [space for space in self.spaces.values() if space.parent == parent]

    def below(self, space: str) -> set[str]:
        """A space and everything in it."""
        found = {space}
        for candidate in self.spaces.values():
            if candidate.parent in found:
                found.add(candidate.id)
        return found

    def of_device(self, device: Device) -> str:
        """Where a device stands."""
        place = device.place
        return self.top if place is None else _number(place.zone or place.floor)

    def path(self, space: str) -> str:
        """Its name with those above it, as assets have it."""
        names = []
        while space:
            names.append(self.spaces[space].name)
            space = self.spaces[space].parent
        return "/".join(reversed(names))


def _number(identity: str) -> str:
    """Space ids are whole numbers."""
    return str(int.from_bytes(blake2b(identity.encode(), digest_size=5).digest(), "big") + 10**9)
