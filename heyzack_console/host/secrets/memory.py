"""Secrets of one run: the simulated building needs neither key ring nor vault."""


class MemorySecrets:
    """Implements ports/secrets.SecretStore; forgets everything at the end."""

    def __init__(self, secrets: dict[str, str] | None = None) -> None:
        self._secrets = dict(secrets or {})

    @property
    def locked(self) -> bool:
        """Never."""
        return False

    async def get(self, name: str) -> str | None:
        """The secret, or None."""
        return self._secrets.get(name)

    async def get_all(self, prefix: str) -> dict[str, str]:
        """Every secret whose name begins with *prefix*."""
        return {name: secret for name, secret in self._secrets.items() if name.startswith(prefix)}

    async def put_all(self, secrets: dict[str, str]) -> None:
        """Keep several."""
        self._secrets.update(secrets)

    async def remove(self, name: str) -> None:
        """Forget one."""
        self._secrets.pop(name, None)

    async def unlock(self, passphrase: str) -> None:
        """There is nothing to unlock."""
