"""Measures at a device what its session cannot tell; never while the session holds the device's slot."""

from collections.abc import Callable

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.visits import Dial, Visit
from heyzack_console.domain.errors import IllegalTransition
from heyzack_console.ports.engine.devices import DialDevice, VisitDevice
from heyzack_console.ports.lan import LanNetwork
from heyzack_console.services.devices.book import BuildingBook


class DiagnosisDesk:
    """Answers from the wire; nothing of it is a record."""

    def __init__(
        self, book: BuildingBook, network: LanNetwork, health: Callable[[DeviceId], DeviceHealth | None]
    ) -> None:
        self._book = book
        self._network = network
        self._health = health

    async def dial(self, query: DialDevice) -> Dial:
        """Try the address of a device.

        Raises:
            IllegalTransition: its session is not released.
            DeviceError: its address or key is not known.
        """
        return await self._network.dial(self._released(query.device))

    async def visit(self, query: VisitDevice) -> Visit:
        """Visit a device once; raises as `dial` does."""
        return await self._network.visit(self._released(query.device))

    def _released(self, name: DeviceId) -> DeviceId:
        device = self._book.known(name)
        health = self._health(device.gateway or device.id)
        lan = health.on(Path.LAN) if health else None
        if lan is not None and lan.state not in {PathState.RELEASED, PathState.UNCONFIGURED}:
            words = f"The session holds the connection to {device.name}. Release it to measure; nothing was tried."
            raise IllegalTransition(words)
        return device.id
