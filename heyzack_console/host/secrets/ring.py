"""The system's key ring, holding one key per home folder: the key that closes the vault file.

One short entry and not one per device: Windows allows 2,560 bytes in an entry, and every reading asks another process.
"""

import base64
import binascii
import logging
import os
from typing import Protocol

import keyring
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringError

from heyzack_console.domain.errors import SecretsError

log = logging.getLogger(__name__)

_SERVICE = "heyzack-console"


class KeyRing(Protocol):
    """Keeps one 32-byte key per name."""

    def get(self, name: str) -> bytes | None:
        """The key, None where there is none; SecretsError when the ring refuses."""

    def make(self, name: str) -> bytes:
        """Make, store and return a fresh key; SecretsError when the ring refuses."""


class SystemRing:
    """The key ring of the person who is signed in. Blocking: call it in a thread."""

    def get(self, name: str) -> bytes | None:
        """The key of *name*, None where there is none."""
        try:
            text = keyring.get_password(_SERVICE, name)
            return None if text is None else base64.b64decode(text, validate=True)
        except (KeyringError, binascii.Error) as error:
            raise _refused(error) from None

    def make(self, name: str) -> bytes:
        """Make and store a key, and read it back before anything is closed with it."""
        key = os.urandom(32)
        try:
            keyring.set_password(_SERVICE, name, base64.b64encode(key).decode())
        except KeyringError as error:
            raise _refused(error) from None
        if self.get(name) != key:
            raise SecretsError("The key ring did not keep what was stored in it. No secret was written.")
        return key


def usable_ring() -> KeyRing | None:
    """The system's key ring, or None where the machine has none that protects what it keeps."""
    backend = keyring.get_keyring()
    name = f"{type(backend).__module__}.{type(backend).__name__}"
    # keyrings.alt keeps secrets in plain text without saying so.
    if isinstance(backend, NoKeyring) or backend.priority <= 0 or name.startswith("keyrings.alt"):
        log.info("no usable key ring (%s), the vault file needs a passphrase", name)
        return None
    return SystemRing()


def _refused(error: Exception) -> SecretsError:
    # The error's own text may quote the entry: only its kind is passed on.
    return SecretsError(
        f"The system's key ring refused ({type(error).__name__}). Stored local keys cannot be read now. "
        "Unlock the key ring of your session, then start again."
    )
