"""Keeps the network's sessions in step with the book and the keys."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.ports.lan import LanNetwork
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.keyring import LocalKeys

# Runs before a device's session is ended and its picture dropped.
Farewell = Callable[[DeviceId], None]


class Watching:
    """Tells the network only of what concerns it, so that a new name does not cost a connection."""

    def __init__(self, book: BuildingBook, keys: LocalKeys, network: LanNetwork, farewell: Farewell) -> None:
        self._book = book
        self._keys = keys
        self._network = network
        self._farewell = farewell
        self._watched: dict[DeviceId, tuple[Any, ...]] = {}

    def reconcile(self) -> None:
        """Watch what is new or different, forget what is gone. Gateways come before what hangs on them."""
        devices = self._book.devices
        for device_id in [known for known in self._watched if known not in devices]:
            del self._watched[device_id]
            self._farewell(device_id)
            self._network.forget(device_id)
        for device in sorted(devices.values(), key=lambda device: device.gateway is not None):
            key = self._keys.of(device.id)
            concern = (_network_side(device), key)
            if self._watched.get(device.id) != concern:
                self._watched[device.id] = concern
                self._network.watch(device, key)


def _network_side(device: Device) -> Device:
    return replace(device, name="", model="", place=None, serves="")
