"""What supplies what: a breaker its sockets, a valve its rooms, an access point the devices near it."""

from dataclasses import dataclass
from enum import StrEnum

from heyzack_console.domain.devices.device import DeviceId, ZoneId


class Supply(StrEnum):
    """What is carried from one thing to another."""

    POWER = "power"
    NETWORK = "network"
    WATER = "water"
    HEAT = "heat"
    AIR = "air"
    CONTROL = "control"

    @property
    def word(self) -> str:
        """As people say it."""
        return self.value


class ThingKind(StrEnum):
    """What can supply or be supplied."""

    DEVICE = "device"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """A device or a zone, by its id."""

    kind: ThingKind
    id: str

    @staticmethod
    def device(device: DeviceId) -> "Thing":
        """The device *device*."""
        return Thing(ThingKind.DEVICE, device)

    @staticmethod
    def zone(zone: ZoneId) -> "Thing":
        """The zone *zone*."""
        return Thing(ThingKind.ZONE, zone)

    @property
    def device_id(self) -> DeviceId | None:
        """The device's id, None for a zone."""
        return DeviceId(self.id) if self.kind is ThingKind.DEVICE else None

    @property
    def zone_id(self) -> ZoneId | None:
        """The zone's id, None for a device."""
        return ZoneId(self.id) if self.kind is ThingKind.ZONE else None


@dataclass(frozen=True, slots=True, order=True)
class Dependency:
    """*target* gets *supply* from *source*. Several sources of one supply stand in for one another."""

    source: Thing
    target: Thing
    supply: Supply
