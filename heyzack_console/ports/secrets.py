"""What services ask of the place where secrets are kept: the system's key ring, else a vault file."""

from typing import Protocol


class SecretStore(Protocol):
    """Local keys and the like, by name; never in the record store, a log or an exception text."""

    @property
    def locked(self) -> bool:
        """A passphrase is needed before anything can be read."""

    async def get(self, name: str) -> str | None:
        """The secret, or None where there is none.

        Raises:
            SecretsLocked: the vault waits for its passphrase.
        """

    async def get_all(self, prefix: str) -> dict[str, str]:
        """Every secret whose name begins with *prefix*, in one reading.

        Raises:
            SecretsLocked: the vault waits for its passphrase.
        """

    async def put_all(self, secrets: dict[str, str]) -> None:
        """Store several at once; all or none."""

    async def remove(self, name: str) -> None:
        """Forget one; no error where there is none."""

    async def unlock(self, passphrase: str) -> None:
        """Open the vault, or make it.

        Raises:
            SecretsLocked: the passphrase is wrong; the vault is unchanged.
        """


class Sealer(Protocol):
    """Closes bytes with a passphrase, for files that leave the machine. Both take 0.1 s: call them in a thread."""

    def seal(self, content: bytes, passphrase: str) -> str:
        """Encrypt *content*; the result is text without line breaks.

        Raises:
            InvalidInput: the passphrase is too short.
        """

    def unseal(self, sealed: str, passphrase: str) -> bytes:
        """Decrypt what `seal` made.

        Raises:
            SecretsLocked: the passphrase is wrong, or the text was changed.
            InvalidInput: this is no sealed text.
        """
