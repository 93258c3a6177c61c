"""Local keys of devices in the secret store."""

from collections.abc import Callable, Mapping

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import InvalidInput, SecretsError, SecretsLocked
from heyzack_console.ports.secrets import SecretStore
from heyzack_console.services.troubles import Troubles

PREFIX = "local_key/"
# Tuya's local keys are 16 bytes of printable text (AES-128).
KEY_LENGTH = 16


def is_key(text: str) -> bool:
    """Whether *text* can be a local key at all."""
    return len(text) == KEY_LENGTH and text.isascii() and text.isprintable()


class LocalKeys:
    """What is known of the devices' keys; a locked store means no keys for now, not a failure.

    *hide* is told every key, so that none ever stands in a log.
    """

    def __init__(self, secrets: SecretStore, troubles: Troubles, hide: Callable[[str], None]) -> None:
        self._secrets = secrets
        self._hide = hide
        self._troubles = troubles
        self._keys: dict[DeviceId, str] = {}

    def of(self, device: DeviceId) -> str:
        """The key, empty where none is known."""
        return self._keys.get(device, "")

    async def load(self) -> None:
        """Read all keys; while the store is locked there are none, and the header says so."""
        try:
            found = await self._secrets.get_all(PREFIX)
        except SecretsLocked:
            self._keys = {}
            self._troubles.came("keys", "The vault is locked: devices that need a key wait. Enter its passphrase.")
        except SecretsError as problem:
            self._keys = {}
            self._troubles.came("keys", problem.text)
        else:
            self._keys = {DeviceId(name.removeprefix(PREFIX)): key for name, key in found.items()}
            for key in found.values():
                self._hide(key)
            self._troubles.went("keys")

    async def put(self, keys: Mapping[DeviceId, str]) -> None:
        """Keep *keys*, all or none; empty ones are left out.

        Raises:
            InvalidInput: a key has not 16 printable characters; nothing was kept.
            SecretsError: the store refused; nothing was kept.
        """
        given = {device: key for device, key in keys.items() if key}
        for device, key in given.items():
            self._hide(key)
            if not is_key(key):
                raise InvalidInput(f"The local key of {device} must have {KEY_LENGTH} plain characters.", "key")
        if given:
            await self._secrets.put_all({PREFIX + device: key for device, key in given.items()})
            self._keys.update(given)

    async def unlock(self, passphrase: str) -> None:
        """Open the store and read the keys.

        Raises:
            SecretsLocked: the passphrase is wrong.
        """
        await self._secrets.unlock(passphrase)
        await self.load()
