"""Listings of projects, completed with what leads to sub-devices."""

import logging
from collections.abc import Iterable

from heyzack_console.domain.cloud import CloudCause, CloudDevice, CloudError, ProjectId
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.cloud.inventory import DETAIL, SUB_DEVICES, as_cloud_device, behind, listed
from heyzack_console.tuya.cloud.spaces import topmost
from heyzack_console.tuya.cloud_network_project import CloudLine, CloudWorld

log = logging.getLogger(__name__)

_WAYS_HOLD_S = 12 * 3600.0
_STRAYS_ASKED = 3
"""So many sub-devices that no gateway named are asked about one by one in a listing; the rest waits for the next."""


class Inventory:
    """Lists devices and remembers which project has which, and what leads to each sub-device."""

    def __init__(self, world: CloudWorld) -> None:
        self._world = world
        self._projects: dict[DeviceId, ProjectId] = {}
        self._ways: dict[DeviceId, tuple[DeviceId | None, str]] = {}
        self._ways_asked: dict[ProjectId, float] = {}
        self._top_spaces: dict[ProjectId, str] = {}

    def project_of(self, device: DeviceId) -> ProjectId | None:
        """The project that listed *device* last."""
        return self._projects.get(device)

    async def listed(self, line: CloudLine) -> tuple[tuple[CloudDevice, ...], bool]:
        """List every device of a project; a device that is not listed once is not forgotten.

        Raises:
            CloudError: not even the first page came.
        """
        try:
            listing = await listed(line.api, line.project.id, urgent=True)
        finally:
            line.tell()
        now = self._world.timing.clock.now()
        for device in listing.devices:
            self._projects[device.id] = line.project.id
            self._world.memory.online(device.id, now, there=device.online)
        if listing.unfinished is not None:
            log.info("The listing of %s is incomplete: %s", line.project.id, listing.unfinished.cause)
        await self._find_ways(line, listing.devices)
        return tuple(self._with_way(device) for device in listing.devices), listing.complete

    async def top_space(self, line: CloudLine) -> str:
        """The topmost space, asked for once.

        Raises:
            CloudError: with its cause; INPUT where the project has no space.
        """
        project = line.project.id
        if project not in self._top_spaces:
            top = await topmost(line.api)
            if not top:
                raise CloudError("The project has no space that a device could be put into.", CloudCause.INPUT)
            self._top_spaces[project] = top
        return self._top_spaces[project]

    async def _find_ways(self, line: CloudLine, devices: Iterable[CloudDevice]) -> None:
        """Ask gateways what is behind them while some sub-device has no way; what cannot be asked stays open."""
        for device in devices:
            if device.gateway is not None and device.node_id:
                self._ways[device.id] = (device.gateway, device.node_id)
        self._forget_old_ways(line, devices)
        try:
            await self._ask_gateways(line, tuple(devices))
            await self._ask_strays(line, tuple(devices))
        except CloudError as error:
            log.info("Some sub-devices of %s have no known gateway yet: %s", line.project.id, error.cause)

    def _forget_old_ways(self, line: CloudLine, devices: Iterable[CloudDevice]) -> None:
        """A device that was paired anew, or long ago, may hang on another gateway now."""
        now = self._world.timing.monotonic()
        old = self._world.memory.take_moved()
        if now - self._ways_asked.setdefault(line.project.id, now) >= _WAYS_HOLD_S:
            self._ways_asked[line.project.id] = now
            old |= {device.id for device in devices if device.gateway is None}
        for device in old:
            self._ways.pop(device, None)

    async def _ask_gateways(self, line: CloudLine, devices: tuple[CloudDevice, ...]) -> None:
        for gateway in devices:
            if category_of(gateway.category) is not Category.GATEWAY or not self._astray(devices):
                continue
            for item in await line.ask(SUB_DEVICES, gateway.id, urgent=True):
                self._ways[DeviceId(item.id)] = (gateway.id, item.node_id)

    async def _ask_strays(self, line: CloudLine, devices: tuple[CloudDevice, ...]) -> None:
        for device in self._astray(devices)[:_STRAYS_ASKED]:
            found = as_cloud_device(await line.ask(DETAIL, device.id, urgent=True), line.project.id)
            self._ways[device.id] = (found.gateway, found.node_id)

    def _astray(self, devices: Iterable[CloudDevice]) -> list[CloudDevice]:
        """Sub-devices without a known way; a gateway may call itself a sub-device and needs none."""
        return [
            device
            for device in devices
            if device.sub and device.id not in self._ways and category_of(device.category) is not Category.GATEWAY
        ]

    def _with_way(self, device: CloudDevice) -> CloudDevice:
        gateway, node_id = self._ways.get(device.id, (None, ""))
        return behind(device, gateway, node_id) if gateway is not None else device
