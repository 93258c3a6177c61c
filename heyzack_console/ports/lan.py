"""What services ask of the LAN. `tuya/network.py` implements it: sessions of `tuya/lan`, words of `tuya/normalise`."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import FoundDevice, FrameRecord, PathHealth
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.devices.visits import Dial, Visit


class LanListener(Protocol):
    """Hears what the LAN tells. Calls come on the engine's loop, never block and never raise."""

    def heard(self, readings: Sequence[Reading]) -> None:
        """New values, already in canonical units."""

    def path_changed(self, device: DeviceId, health: PathHealth) -> None:
        """The LAN path of a device (for a sub-device: the path through its gateway) changed."""

    def found(self, device: FoundDevice) -> None:
        """A device announced itself."""


class LanNetwork(Protocol):
    """Every LAN device of the site, one session each."""

    @property
    def troubles(self) -> tuple[str, ...]:
        """Sentences about what the LAN side cannot do just now, such as a discovery port that another program holds."""

    def watch(self, device: Device, key: str) -> None:
        """Keep a session with *device* from now on; a changed key, address or version makes a clean reconnect.

        A sub-device is watched through its gateway and needs no key. An empty key: only discovery is listened to.
        """

    def forget(self, device: DeviceId) -> None:
        """End the session of *device*."""

    def release(self, device: DeviceId) -> None:
        """Close the session so that another program can have the device's only slot."""

    def resume(self, device: DeviceId) -> None:
        """Take a released session back."""

    async def send(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Send new values; returns when the device took them (confirmation is the value that comes back).

        Raises:
            DeviceError: with the stage; nothing was sent, or it is not known whether it arrived (stage 'query').
            InvalidInput: the device's words have nothing for it; nothing was sent, and no later try can change that.
        """

    def frames(self, device: DeviceId) -> tuple[FrameRecord, ...]:
        """The newest frames of the device's session, oldest first; keys hidden."""

    async def dial(self, device: DeviceId) -> Dial:
        """Try the address that leads to *device*, whose session must be released.

        Raises:
            DeviceError: its address or key is not known.
        """

    async def visit(self, device: DeviceId) -> Visit:
        """Visit *device* once, its session being released; DeviceError as for `dial`."""

    async def scan(self, seconds: float) -> tuple[FoundDevice, ...]:
        """Listen and ask for *seconds*."""

    async def probe_range(
        self, network: str, port: int, progress: Callable[[int, int], Awaitable[None] | None] | None = None
    ) -> tuple[FoundDevice, ...]:
        """Try every address of *network* (CIDR).

        Raises:
            InvalidInput: no network, or more than 4,096 addresses.
        """
