"""All devices with a local key, each with its owner."""

import asyncio
from collections.abc import Iterator, Sequence

from heyzack_console.domain.devices.health import FrameRecord
from heyzack_console.domain.errors import DeviceError, InvalidInput
from heyzack_console.tuya.lan.announce import Announce
from heyzack_console.tuya.lan.ciphers import KEY_LENGTH
from heyzack_console.tuya.lan.device import DeviceListener, LanDevice
from heyzack_console.tuya.lan.owner import Owner
from heyzack_console.tuya.lan.requests import Points
from heyzack_console.tuya.lan.world import World


class Fleet:
    """Starts, changes and ends the owners; what is watched before ``run`` begins with it."""

    def __init__(self, world: World, listener: DeviceListener) -> None:
        self._world = world
        self._listener = listener
        self._owners: dict[str, Owner] = {}
        self._group: asyncio.TaskGroup | None = None

    async def run(self) -> None:
        """Keep all sessions until cancelled, which closes every connection at once."""
        async with asyncio.TaskGroup() as group:
            self._group = group
            for device_id, owner in self._owners.items():
                self._start(device_id, owner)
            try:
                await asyncio.get_running_loop().create_future()
            finally:
                self._group = None

    def watch(self, device: LanDevice) -> None:
        """Keep a session with *device*, as described, from now on.

        Raises:
            InvalidInput: its key is no local key; a session that was there goes on as it was.
        """
        if len(device.key) != KEY_LENGTH:
            raise InvalidInput(f"The local key of {device.id} has {len(device.key)} characters, not 16.", "key")
        owner = self._owners.get(device.id)
        if owner:
            owner.reconfigure(device)
            return
        owner = self._owners[device.id] = Owner(device, self._world, self._listener)
        self._start(device.id, owner)

    def forget(self, device_id: str) -> None:
        """End the session of the device; an unknown one is none already."""
        owner = self._owners.pop(device_id, None)
        if owner and owner.task:
            owner.task.cancel()

    def release(self, device_id: str) -> None:
        """Close the session until it is resumed, so that another program can have the device's only slot."""
        if owner := self._owners.get(device_id):
            owner.release()

    def resume(self, device_id: str) -> None:
        """Take a released session back."""
        if owner := self._owners.get(device_id):
            owner.resume()

    def announced(self, announce: Announce) -> None:
        """A device made itself heard: connect at once where that helps."""
        if owner := self._owners.get(announce.id):
            owner.announced(announce)

    @property
    def missing(self) -> bool:
        """Some device that should be connected is not, so looking around may help; sleepers do not count."""
        return any(owner.missing for owner in self._owners.values())

    def hosts(self, port: int) -> frozenset[str]:
        """The hosts to which sessions stand on *port*."""
        places = (owner.place for owner in self._owners.values() if owner.connected)
        return frozenset(host for host, at in places if at == port)

    async def set_points(self, device_id: str, points: Points, cid: str | None = None) -> None:
        """Send raw values to the device or its sub-device; returns when they were taken.

        Raises:
            DeviceError: with the stage; only at stage 'query' may the order have arrived.
        """
        owner = self._owners.get(device_id)
        if owner is None:
            raise DeviceError("There is no local session with this device. Nothing was sent.", "connect")
        await owner.set_points(points, cid)

    def refresh(self, device_id: str, points: Sequence[int]) -> None:
        """Ask the device to measure *points* anew, if it is connected."""
        if owner := self._owners.get(device_id):
            owner.refresh(tuple(points))

    def frames(self, device_id: str) -> tuple[FrameRecord, ...]:
        """The newest frames of the device's session, oldest first."""
        owner = self._owners.get(device_id)
        return owner.memory.tap.records() if owner else ()

    def __iter__(self) -> Iterator[str]:
        """The ids of the watched devices."""
        return iter(tuple(self._owners))

    def _start(self, device_id: str, owner: Owner) -> None:
        if self._group:
            owner.task = self._group.create_task(owner.run(), name=f"lan {device_id}")
