"""Which wire speaks which protocol version."""

import zlib

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.lan.ciphers import KEY_LENGTH
from heyzack_console.tuya.lan.stream import PREFIX_6699
from heyzack_console.tuya.lan.wire import Version, Wire
from heyzack_console.tuya.lan.wire_classic import EcbWire, PlainWire
from heyzack_console.tuya.lan.wire_session import GcmWire, HmacWire


def wire_for(version: Version, key: bytes) -> Wire:
    """The wire of *version* under *key*: the local key, or a session key once negotiated."""
    match version:
        case Version.V31:
            return PlainWire(key)
        case Version.V34:
            return HmacWire(key)
        case Version.V35:
            return GcmWire(key)
        case _:
            return EcbWire(version, key)


def local_key_bytes(key: str) -> bytes:
    """The 16 bytes of a local key; any printable character may be in it and none is escaped.

    Raises:
        InvalidInput: the key does not have 16 characters.
    """
    try:
        raw = key.encode("latin-1")
    except UnicodeEncodeError as error:
        raise InvalidInput("The local key has characters that no Tuya key has.", "key") from error
    if len(raw) != KEY_LENGTH:
        raise InvalidInput(f"A local key has 16 characters, this one has {len(raw)}.", "key")
    return raw


def families_of(raw: bytes) -> frozenset[Version]:
    """The versions that a sealed frame can belong to, told without a key."""
    if raw.startswith(PREFIX_6699):
        return frozenset({Version.V35})
    if zlib.crc32(raw[:-8]) == int.from_bytes(raw[-8:-4]):
        return frozenset({Version.V31, Version.V32, Version.V33})
    return frozenset({Version.V34})
