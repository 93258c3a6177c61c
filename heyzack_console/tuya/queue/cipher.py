"""Decryption of message contents (tuya-cloud section 7)."""

import binascii
from base64 import b64decode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES128
from cryptography.hazmat.primitives.ciphers.modes import ECB
from cryptography.hazmat.primitives.padding import PKCS7

from heyzack_console.domain.errors import InvalidInput

BLOCK_BITS = 128
NONCE_BYTES = 12
TAG_BYTES = 16
_KEY = slice(8, 24)


def content_key(secret: str) -> bytes:
    """Cut the content key out of the project's access secret.

    Raises:
        InvalidInput: the secret is too short or not ASCII; the text does not repeat it.
    """
    key = secret[_KEY].encode("ascii", errors="ignore")
    if len(key) != BLOCK_BITS // 8:
        raise InvalidInput(
            "The access secret is not one of a Tuya project: those have 32 letters and digits.", "secret"
        )
    return key


def decrypt(text: str, cipher: str, key: bytes) -> bytes:
    """Open *text* (base64) with the cipher that the message names; no name means aes_ecb.

    Raises:
        ValueError: not base64, another cipher, or it does not fit the key.
    """
    try:
        sealed = b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("the content is no base64") from error
    if cipher in {"", "aes_ecb"}:
        return _ecb(sealed, key)
    if cipher == "aes_gcm":
        return _gcm(sealed, key)
    raise ValueError("the cipher is not known")


def _ecb(sealed: bytes, key: bytes) -> bytes:
    # Tuya's choice; the connection itself is protected by TLS.
    opened = Cipher(AES128(key), ECB()).decryptor()
    padded = opened.update(sealed) + opened.finalize()
    padding = PKCS7(BLOCK_BITS).unpadder()
    return padding.update(padded) + padding.finalize()


def _gcm(sealed: bytes, key: bytes) -> bytes:
    if len(sealed) < NONCE_BYTES + TAG_BYTES:
        raise ValueError("the content is too short")
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], None)
    except InvalidTag as error:
        raise ValueError("the content does not fit its tag") from error
