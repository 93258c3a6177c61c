"""The content of a sealed journal file: who wrote it, what it builds on, and the exact bytes of entries.

"HZX1", then zlib of: head length u32, head (JSON), and per entry header length u32, header, body length u32, body.
"""

import struct
import zlib
from collections.abc import Iterable

import msgspec

from heyzack_console.domain.errors import InvalidInput

MAGIC = b"HZX1"
MOST_BYTES = 1 << 30
_U32 = struct.Struct(">I")
_BROKEN = "This is no journal file, or it was damaged. Nothing was changed."

Have = dict[str, tuple[int, str]]
"""Chain id -> number and hash of its newest entry, both as hex."""


class PacketHead(msgspec.Struct, frozen=True):
    """What a file says about itself: what it builds on (*first*) and what one has after it (*last*)."""

    console: str
    site: str
    first: Have
    last: Have


def packed(head: PacketHead, entries: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The bytes of a file, not yet sealed."""
    words = msgspec.json.encode(head)
    parts = [_U32.pack(len(words)), words]
    for raw, body in entries:
        parts += (_U32.pack(len(raw)), raw, _U32.pack(len(body)), body)
    return MAGIC + zlib.compress(b"".join(parts))


def unpacked(content: bytes) -> tuple[PacketHead, list[tuple[bytes, bytes]]]:
    """Read what `packed` made.

    Raises:
        InvalidInput: it is no such file, or larger than any that is written.
    """
    if not content.startswith(MAGIC):
        raise InvalidInput(_BROKEN, "text")
    reader = zlib.decompressobj()
    try:
        data = reader.decompress(content[len(MAGIC) :], MOST_BYTES)
        if reader.unconsumed_tail or not reader.eof:
            raise InvalidInput(_BROKEN, "text")
        words, at = _chunk(data, 0)
        head = msgspec.json.decode(words, type=PacketHead)
        entries = []
        while at < len(data):
            raw, at = _chunk(data, at)
            body, at = _chunk(data, at)
            entries.append((raw, body))
    except (zlib.error, struct.error, msgspec.DecodeError) as error:
        raise InvalidInput(_BROKEN, "text") from error
    return head, entries


def _chunk(data: bytes, at: int) -> tuple[bytes, int]:
    (length,) = _U32.unpack_from(data, at)
    start = at + _U32.size
    if start + length > len(data):
        raise InvalidInput(_BROKEN, "text")
    return data[start : start + length], start + length
