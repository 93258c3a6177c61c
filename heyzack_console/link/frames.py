"""Frames on the link: a header with the length, then the body. Large bodies travel in several frames of one call."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

PART_BYTES = 256 * 1024
# Before the token was accepted nobody may make the engine wait for more than this.
GREETING_BYTES = 4096
# A site file or a list of devices goes up in one frame; ten times a building of 10,000 devices.
REQUEST_BYTES = 256 * 1024 * 1024


class Kind(IntEnum):
    """What a frame is: the first six come from the window, the others from the engine."""

    HELLO = 1
    DO = 2
    ASK = 3
    LISTEN = 4
    READY = 5
    CANCEL = 6
    ANSWER = 7
    FAILED = 8
    BATCH = 9


# Body's length, kind, number of the call, whether this is the last part of the body.
HEADER = struct.Struct(">IBI?")


class BadFrame(Exception):
    """The peer does not speak this protocol; the connection is of no use any more."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, or the part of it that its header told."""

    kind: Kind
    call: int
    body: bytes
    last: bool = True

    def encode(self) -> bytes:
        """The frame's bytes."""
        return HEADER.pack(len(self.body), self.kind, self.call, self.last) + self.body


def read_header(header: bytes, limit: int) -> tuple[int, Kind, int, bool]:
    """Length of the body, kind, call, and whether it is the last part.

    Raises:
        BadFrame: an unknown kind, or a body above *limit* bytes.
    """
    length, kind, call, last = HEADER.unpack(header)
    if length > limit:
        raise BadFrame(f"a body of {length} bytes")
    try:
        return length, Kind(kind), call, last
    except ValueError as error:
        raise BadFrame(f"kind {kind}") from error


class FrameReader:
    """Cuts a stream of bytes into frames, however it arrives."""

    def __init__(self, limit: int = REQUEST_BYTES) -> None:
        self._limit = limit
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield the frames that *data* completes.

        Raises:
            BadFrame: as in ``read_header``; nothing can be read any more.
        """
        self._held += data
        at = 0
        try:
            while len(self._held) - at >= HEADER.size:
                header = bytes(self._held[at : at + HEADER.size])
                length, kind, call, last = read_header(header, self._limit)
                end = at + HEADER.size + length
                if len(self._held) < end:
                    break
                body = bytes(memoryview(self._held)[at + HEADER.size : end])
                at = end
                yield Frame(kind, call, body, last)
        finally:
            del self._held[:at]
