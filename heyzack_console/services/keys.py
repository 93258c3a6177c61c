"""Keys for what the console makes: UUIDv7 (RFC 9562 section 5.7), so that they sort by the time of their making."""

import os
from datetime import datetime


def new_key(now: datetime) -> str:
    """Return a fresh UUIDv7 as 32 hex digits; keys of one millisecond are in no order."""
    milliseconds = int(now.timestamp() * 1000)
    chance = int.from_bytes(os.urandom(10), "big")
    high, low = chance >> 68, chance & (1 << 62) - 1
    return f"{milliseconds << 80 | 7 << 76 | (high & 0xFFF) << 64 | 2 << 62 | low:032x}"
