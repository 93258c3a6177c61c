"""The vault file: every secret of a home folder in one closed box."""

import asyncio
import os
import tempfile
from pathlib import Path

import msgspec

from heyzack_console.domain.errors import SecretsError, SecretsLocked
from heyzack_console.host.secrets.ring import KeyRing
from heyzack_console.host.secrets.sealing import (
    Recipe,
    box_recipe,
    check_passphrase,
    close_box,
    derived_key,
    open_box,
    passphrase_recipe,
)


class Vault:
    """Implements ports/secrets.SecretStore. The key comes from the key ring where there is one, else from a passphrase.

    Every change writes the whole file anew beside the old one and puts it in its place, so a cut leaves one of the two.
    """

    def __init__(self, file: Path, ring: KeyRing | None) -> None:
        self._file = file
        self._ring = ring
        self._key: bytes | None = None
        self._recipe: Recipe | None = None
        self._secrets: dict[str, str] = {}
        self._unmade = False
        self._turn = asyncio.Lock()

    async def start(self) -> None:
        """Read the file where the key ring has its key; without one the vault stays locked.

        Raises:
            SecretsError: the file or the key ring refuses; nothing was changed.
        """
        await asyncio.to_thread(self._start)

    @property
    def locked(self) -> bool:
        """A passphrase is needed: to open the vault, or to make the first one."""
        return self._key is None

    async def get(self, name: str) -> str | None:
        """The secret, or None; raises SecretsLocked."""
        self._check_readable()
        return self._secrets.get(name)

    async def get_all(self, prefix: str) -> dict[str, str]:
        """Every secret whose name begins with *prefix*; raises SecretsLocked."""
        self._check_readable()
        return {name: secret for name, secret in self._secrets.items() if name.startswith(prefix)}

    async def put_all(self, secrets: dict[str, str]) -> None:
        """Store several, all or none; durable when it returns."""
        async with self._turn:
            self._check_open()
            await self._replace({**self._secrets, **secrets})

    async def remove(self, name: str) -> None:
        """Forget one."""
        async with self._turn:
            self._check_open()
            if name in self._secrets:
                await self._replace({n: s for n, s in self._secrets.items() if n != name})

    async def unlock(self, passphrase: str) -> None:
        """Open the vault with its passphrase, or make one where there is none."""
        async with self._turn:
            await asyncio.to_thread(self._unlock, passphrase)

    def _start(self) -> None:
        box = self._read()
        self._unmade = box is None
        if box is not None:
            self._recipe = box_recipe(box)
            if self._recipe.key_from != "ring":
                return
            key = None if self._ring is None else self._ring.get(self._entry)
            if key is None:
                raise SecretsError(
                    f"The key of {self._file.name} is not in this person's key ring. The stored local keys cannot be "
                    "read. Sign in as the person who stored them, or move the file away and enter the keys again."
                )
            self._key = key
            self._secrets = msgspec.json.decode(open_box(box, key), type=dict[str, str])
        elif self._ring is not None:
            self._recipe = Recipe("ring")
            self._key = self._ring.get(self._entry) or self._ring.make(self._entry)

    def _unlock(self, passphrase: str) -> None:
        box = self._read()
        if box is None:
            check_passphrase(passphrase)
            recipe = passphrase_recipe()
            key = derived_key(passphrase, recipe)
            self._write({}, key, recipe)
            self._secrets = {}
        else:
            recipe = box_recipe(box)
            key = derived_key(passphrase, recipe)
            self._secrets = msgspec.json.decode(open_box(box, key), type=dict[str, str])
        self._key, self._recipe = key, recipe

    async def _replace(self, secrets: dict[str, str]) -> None:
        if self._key is None or self._recipe is None:
            raise _closed()
        await asyncio.to_thread(self._write, secrets, self._key, self._recipe)
        self._secrets = secrets

    def _read(self) -> bytes | None:
        try:
            return self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SecretsError(f"{self._file.name} cannot be read: {error.strerror}. It was left as it is.") from None

    def _write(self, secrets: dict[str, str], key: bytes, recipe: Recipe) -> None:
        box = close_box(msgspec.json.encode(secrets), key, recipe)
        try:
            handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=".vault-")
            try:
                with os.fdopen(handle, "wb") as fresh:
                    fresh.write(box)
                    fresh.flush()
                    os.fsync(fresh.fileno())
                Path(name).chmod(0o600)
                Path(name).replace(self._file)
            finally:
                Path(name).unlink(missing_ok=True)
        except OSError as error:
            raise SecretsError(
                f"{self._file.name} cannot be written: {error.strerror}. The secrets stored before are unchanged."
            ) from None

    def _check_readable(self) -> None:
        """A vault that was never made holds nothing, which needs no passphrase."""
        if not self._unmade:
            self._check_open()

    def _check_open(self) -> None:
        if self._key is None:
            raise _closed()

    @property
    def _entry(self) -> str:
        return str(self._file.resolve())


def _closed() -> SecretsLocked:
    return SecretsLocked(
        "The vault with the local keys is locked. Devices stay as they are. Enter its passphrase to go on."
    )
