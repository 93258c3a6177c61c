"""A device as the building's book lists it."""

from dataclasses import dataclass
from typing import NewType

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointSpec

DeviceId = NewType("DeviceId", str)
"""Tuya's device id; for a sub-device known on the LAN only, 'GATEWAY/CID'."""
FloorId = NewType("FloorId", str)
ZoneId = NewType("ZoneId", str)

LAN_VERSIONS = ("3.1", "3.2", "3.3", "3.4", "3.5")


@dataclass(frozen=True, slots=True)
class LanAddress:
    """Where a device answers on the LAN; an empty version is found out on the first connection."""

    host: str
    port: int = 6668
    version: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A spot on a floor plan: metres from its upper left corner, x to the right, y down."""

    floor: FloorId
    x: float
    y: float
    zone: ZoneId | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """One device; a sub-device names its *gateway* and the *cid* it has there.

    *sleeper*: runs on a battery and is silent most of the time, which is no outage.
    The local key is never part of this value: it lives in the secret store under the device's id.
    """

    id: DeviceId
    name: str
    category: Category
    product: str = ""
    model: str = ""
    gateway: DeviceId | None = None
    cid: str | None = None
    address: LanAddress | None = None
    place: Place | None = None
    points: tuple[PointSpec, ...] = ()
    sleeper: bool = False
    serves: str = ""
    """What it supplies or guards, in a few words ('server room 3.09')."""

    def point(self, code: str) -> PointSpec | None:
        """The specification of *code*, or None where the product does not have it."""
        return next((p for p in self.points if p.code == code), None)
