"""Encrypts message bodies as the vendor does, rightly or wrongly."""

import base64
import os

from cryptography.hazmat.primitives.ciphers import Cipher as Aes
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from heyzack_console.simulator.cloud.temper import Cipher

_BLOCK = 16
_NONCE = 12


def sealed(plain: bytes, key: bytes, cipher: Cipher, *, spoilt: bool = False) -> str:
    """Base64 of what is sent; *spoilt*: whoever checks finds that it was changed on the way."""
    raw = _gcm(plain, key) if cipher is Cipher.GCM else _ecb(plain, key, spoilt=spoilt)
    if spoilt and cipher is Cipher.GCM:
        raw = raw[:-1] + bytes([raw[-1] ^ 1])
    return base64.b64encode(raw).decode()


def _gcm(plain: bytes, key: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, None)


def _ecb(plain: bytes, key: bytes, *, spoilt: bool) -> bytes:
    missing = _BLOCK - len(plain) % _BLOCK
    padding = bytes([0 if spoilt else missing]) * missing
    encryptor = Aes(algorithms.AES(key), modes.ECB()).encryptor()
    return encryptor.update(plain + padding) + encryptor.finalize()
