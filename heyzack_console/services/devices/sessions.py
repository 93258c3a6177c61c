"""What people do with sessions, keys and the search for devices."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import FoundDevice, FrameRecord
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.ports.engine.devices import (
    ProbeRange,
    RecentFrames,
    ReleaseSession,
    Scan,
    SetLocalKey,
    UnlockSecrets,
)
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.lan import LanNetwork
from heyzack_console.services.devices.book import BuildingBook
from heyzack_console.services.devices.keyring import LocalKeys
from heyzack_console.services.devices.watching import Watching

LONGEST_SCAN_S = 60.0


class SessionDesk:
    """Nothing of this is a record: keys live in the secret store, sessions and finds in memory."""

    def __init__(
        self,
        book: BuildingBook,
        keys: LocalKeys,
        watching: Watching,
        network: LanNetwork,
        unlocked: Callable[[], Awaitable[None]],
    ) -> None:
        self._unlocked = unlocked
        self._book = book
        self._keys = keys
        self._watching = watching
        self._network = network
        self._found: dict[DeviceId, FoundDevice] = {}

    def heard(self, device: FoundDevice) -> None:
        """A device announced itself by the way."""
        self._found[device.id] = device

    async def set_key(self, command: SetLocalKey, _by: By) -> Receipt:
        """Keep a device's local key and reconnect with it.

        Raises:
            InvalidInput: it is no local key.
            SecretsError: it could not be kept; the old one stays.
        """
        device = self._book.known(command.device)
        if device.gateway is not None:
            raise InvalidInput(f"{device.name} uses the key of its gateway.", "key")
        if not command.key:
            raise InvalidInput("The local key must have 16 plain characters.", "key")
        await self._keys.put({device.id: command.key})
        self._watching.reconcile()
        return Receipt(count=1, text=f"The key of {device.name} is stored.")

    async def release(self, command: ReleaseSession, _by: By) -> Receipt:
        """Let another program have the device's connection, or take it back."""
        device = self._book.known(command.device)
        if command.resume:
            self._network.resume(device.id)
            return Receipt(count=1, text=f"The connection to {device.name} is being taken back.")
        self._network.release(device.id)
        return Receipt(count=1, text=f"The connection to {device.name} is released. Take it back when you are done.")

    async def unlock(self, command: UnlockSecrets, _by: By) -> Receipt:
        """Open the vault; devices that waited for their keys are connected."""
        await self._keys.unlock(command.passphrase)
        self._watching.reconcile()
        await self._unlocked()
        return Receipt(count=1, text="The vault is open.")

    async def frames(self, query: RecentFrames) -> tuple[FrameRecord, ...]:
        """Answer with the newest decoded frames of a session."""
        return self._network.frames(self._book.known(query.device).id)

    async def scan(self, query: Scan) -> tuple[FoundDevice, ...]:
        """Listen and ask on the LAN, then answer with all that was ever found in this run."""
        if not 0 < query.seconds <= LONGEST_SCAN_S:
            raise InvalidInput(f"A scan takes up to {LONGEST_SCAN_S:g} s.", "seconds")
        for device in await self._network.scan(query.seconds):
            self.heard(device)
        return tuple(self._marked(device) for device in self._found.values())

    async def probe_range(self, query: ProbeRange) -> tuple[FoundDevice, ...]:
        """Try every address of a range."""
        found = await self._network.probe_range(query.network, query.port)
        return tuple(self._marked(device) for device in found)

    def _marked(self, device: FoundDevice) -> FoundDevice:
        """Say whether the device is in the book, by id or, where the probe learned none, by address."""
        known = device.id in self._book.devices
        if not device.id:
            addresses = (other.address for other in self._book.devices.values() if other.address is not None)
            known = any((address.host, address.port) == (device.host, device.port) for address in addresses)
        return replace(device, known=known)
