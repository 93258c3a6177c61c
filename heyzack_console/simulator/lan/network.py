"""All simulated devices of one site: they start, are found and stop together."""

import asyncio
from collections.abc import Iterable
from functools import partial

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.lan.discovery import Discovery, DiscoveryPorts

_AT_ONCE = 100
SILENT = DiscoveryPorts()


class SimulatedLan:
    """The devices by id, and their discovery."""

    def __init__(self, devices: Iterable[SimulatedDevice], ports: DiscoveryPorts = SILENT, period_s: float = 5) -> None:
        self.devices: dict[DeviceId, SimulatedDevice] = {device.identity.id: device for device in devices}
        self._discovery = Discovery(self.devices.values, ports, period_s)
        self.ask_port = 0

    async def open(self, first_port: int = 0) -> dict[DeviceId, int]:
        """Let every device listen and return the ports: from *first_port* on those that are free, or any (0)."""
        for index, device in enumerate(self.devices.values()):
            device.awakened = partial(self._discovery.announce, device)
            await device.plug_in(first_port + index if first_port else 0)
            if index % _AT_ONCE == 0:
                await asyncio.sleep(0)
        self.ask_port = await self._discovery.open()
        return {identity: device.port for identity, device in self.devices.items()}

    def close(self) -> None:
        """End everything."""
        self._discovery.close()
        for device in self.devices.values():
            device.unplug()
