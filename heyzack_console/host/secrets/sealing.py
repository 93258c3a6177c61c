"""Closes bytes with a key or a passphrase: AES-256-GCM, keys from passphrases by Argon2id, the header authenticated."""

import base64
import binascii
import os
from dataclasses import dataclass

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from heyzack_console.domain.errors import InvalidInput, SecretsLocked

SHORTEST_PASSPHRASE = 8
_MAGIC = b"HZS1"
_NONCE = 12


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the key is had: from the key ring (*salt* empty), or from a passphrase by Argon2id with these costs.

    The defaults are RFC 9106 section 4, second recommended option: 64 MiB, 3 passes.
    """

    key_from: str
    salt: bytes = b""
    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 2


def passphrase_recipe() -> Recipe:
    """A recipe with a fresh salt."""
    return Recipe("passphrase", os.urandom(16))


def derived_key(passphrase: str, recipe: Recipe) -> bytes:
    """The 32-byte key of *passphrase*; takes about 0.1 s on purpose.

    Raises:
        InvalidInput: the recipe's costs are beyond what we ever wrote.
    """
    if not (1 <= recipe.passes <= 10 and 8 <= recipe.memory_kib <= 1_048_576 and 1 <= recipe.lanes <= 8):
        raise InvalidInput("The sealed part asks for costs that this program never writes. It was not opened.")
    return hash_secret_raw(
        passphrase.encode(), recipe.salt, recipe.passes, recipe.memory_kib, recipe.lanes, 32, Type.ID
    )


def close_box(content: bytes, key: bytes, recipe: Recipe) -> bytes:
    """Encrypt *content*; the result carries the recipe in the clear."""
    header = msgspec.json.encode(recipe)
    head = _MAGIC + len(header).to_bytes(2, "big") + header
    nonce = os.urandom(_NONCE)
    return head + nonce + AESGCM(key).encrypt(nonce, content, head)


def box_recipe(box: bytes) -> Recipe:
    """Read the recipe of a closed box.

    Raises:
        InvalidInput: these bytes are no box of ours.
    """
    return _parts(box)[0]


def open_box(box: bytes, key: bytes) -> bytes:
    """Decrypt a box.

    Raises:
        SecretsLocked: the key is wrong, or the box was changed.
        InvalidInput: these bytes are no box of ours.
    """
    _, head, rest = _parts(box)
    try:
        return AESGCM(key).decrypt(rest[:_NONCE], rest[_NONCE:], head)
    except InvalidTag:
        raise SecretsLocked(
            "The passphrase is wrong, or the sealed part was changed. Nothing was opened. Try the passphrase again."
        ) from None


class PassphraseSealer:
    """Implements ports/secrets.Sealer."""

    def seal(self, content: bytes, passphrase: str) -> str:
        """Encrypt *content* for a file."""
        check_passphrase(passphrase)
        recipe = passphrase_recipe()
        return base64.b64encode(close_box(content, derived_key(passphrase, recipe), recipe)).decode()

    def unseal(self, sealed: str, passphrase: str) -> bytes:
        """Decrypt what `seal` made."""
        try:
            box = base64.b64decode(sealed, validate=True)
        except (binascii.Error, ValueError):
            raise InvalidInput("The sealed part of the file is damaged.", "sealed") from None
        return open_box(box, derived_key(passphrase, box_recipe(box)))


def check_passphrase(passphrase: str) -> None:
    """Raise InvalidInput when *passphrase* is too short to protect anything."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InvalidInput(f"A passphrase has at least {SHORTEST_PASSPHRASE} characters.", "passphrase")


def _parts(box: bytes) -> tuple[Recipe, bytes, bytes]:
    length = int.from_bytes(box[4:6], "big")
    head, rest = box[: 6 + length], box[6 + length :]
    if not box.startswith(_MAGIC) or len(rest) < _NONCE + 16:
        raise InvalidInput("This is not a sealed part of ours, or it was cut off.", "sealed")
    try:
        return msgspec.json.decode(head[6:], type=Recipe), head, rest
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise InvalidInput("The head of the sealed part is damaged.", "sealed") from None
