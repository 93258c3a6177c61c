"""Keys of shared records: UUIDv7 for what people make, UUIDv5 for what exists in the world."""

import secrets
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from heyzack_console.storage.clock import to_ms

PROGRAM = uuid5(NAMESPACE_URL, "heyzack-console:records")
"""Namespace of what exists once per store, such as settings."""


def new_key(now: datetime) -> bytes:
    """A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then chance; *now* is aware."""
    chance = secrets.randbits(74)
    return (
        (to_ms(now) & (1 << 48) - 1) << 80 | 0x7 << 76 | (chance >> 62) << 64 | 0b10 << 62 | chance & (1 << 62) - 1
    ).to_bytes(16, "big")


def world_key(site: bytes, kind: str, natural: str) -> bytes:
    """The key of something in the world: the same on every console that finds it."""
    return uuid5(UUID(bytes=site), f"{kind}:{natural}").bytes


def program_key(kind: str, natural: str) -> bytes:
    """The key of something that every store has once."""
    return uuid5(PROGRAM, f"{kind}:{natural}").bytes
