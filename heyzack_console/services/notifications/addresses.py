"""The addresses of channels: in the secret store and nowhere else."""

from collections.abc import Callable

from heyzack_console.domain.notifications.people import ChannelId
from heyzack_console.ports.secrets import SecretStore

PREFIX = "notify/"


class Addresses:
    """*hide* is told every address, so that none stands in a log."""

    def __init__(self, secrets: SecretStore, hide: Callable[[str], None]) -> None:
        self._secrets = secrets
        self._hide = hide

    async def of(self, channel: ChannelId) -> str:
        """The address, empty where there is none.

        Raises:
            SecretsError: it cannot be read.
        """
        address = await self._secrets.get(PREFIX + channel) or ""
        if address:
            self._hide(address)
        return address

    async def keep(self, channel: ChannelId, address: str) -> None:
        """Store it.

        Raises:
            SecretsError: it was not kept.
        """
        self._hide(address)
        await self._secrets.put_all({PREFIX + channel: address})

    async def forget(self, channel: ChannelId) -> None:
        """Remove it.

        Raises:
            SecretsError: it could not be removed.
        """
        await self._secrets.remove(PREFIX + channel)
