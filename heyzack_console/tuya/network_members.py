"""Which devices are watched, which of them lead to others, and how each one's data points are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.wire import Version
from heyzack_console.tuya.normalise import Normaliser


@dataclass(slots=True)
class Member:
    """One watched device; *key* is empty for a sub-device and where it is not known."""

    device: Device
    key: bytes
    normaliser: Normaliser
    last_at: datetime | None = None
    """The time of the newest values that it sent."""

    @property
    def is_child(self) -> bool:
        """It is reached through a gateway."""
        return self.device.gateway is not None and self.device.cid is not None


class Members:
    """The watched devices by id, and the sub-devices by gateway and cid."""

    def __init__(self) -> None:
        self._members: dict[DeviceId, Member] = {}
        self._children: dict[str, dict[str, DeviceId]] = {}

    def __contains__(self, device: object) -> bool:
        return device in self._members

    def get(self, device: DeviceId) -> Member | None:
        """The member, or None."""
        return self._members.get(device)

    def take(self, device: Device, key: str) -> Member:
        """Add or change a member; its memory of scales stays while its data points do."""
        was = self.drop(device.id)
        same = was is not None and (was.device.points, was.device.category) == (device.points, device.category)
        normaliser = was.normaliser if was is not None and same else Normaliser(device)
        # A character that no key has makes the key too long, so that it is refused instead of silently another one.
        usable = key.encode("latin-1", "xmlcharrefreplace")
        member = Member(device, usable, normaliser, was.last_at if was else None)
        self._members[device.id] = member
        if device.gateway is not None and device.cid is not None:
            self._children.setdefault(device.gateway, {})[device.cid] = device.id
        return member

    def drop(self, device: DeviceId) -> Member | None:
        """Remove a member and return it."""
        member = self._members.pop(device, None)
        if member is not None and member.device.gateway is not None and member.device.cid is not None:
            cids = self._children.get(member.device.gateway, {})
            if cids.get(member.device.cid) == device:
                del cids[member.device.cid]
        return member

    def behind(self, session: str, cid: str | None) -> Member | None:
        """The member whose values a session brings: the device itself, or its sub-device *cid*."""
        if cid is None:
            return self._members.get(DeviceId(session))
        child = self._children.get(session, {}).get(cid)
        return None if child is None else self._members.get(child)

    def children(self, gateway: str) -> Iterator[Member]:
        """The watched sub-devices of *gateway*."""
        return (self._members[child] for child in tuple(self._children.get(gateway, {}).values()))

    def lan_device(self, member: Member) -> LanDevice:
        """Describe a member with a key for its session."""
        device = member.device
        address = device.address
        return LanDevice(
            id=device.id,
            key=member.key,
            host=address.host if address else "",
            port=address.port if address else 6668,
            version=Version(address.version) if address and address.version else None,
            children=frozenset(self._children.get(device.id, {})),
            points=tuple(dict.fromkeys(str(point.dp) for point in device.points)),
            gateway=device.category is Category.GATEWAY,
            sleeper=device.sleeper,
        )
