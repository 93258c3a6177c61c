"""Versions 3.1, 3.2 and 3.3: 55AA frames with a CRC, payloads under the local key."""

import base64
import binascii
import hashlib
import struct
import zlib

from heyzack_console.tuya.lan.ciphers import BLOCK, Ecb
from heyzack_console.tuya.lan.commands import WITHOUT_HEADER, Command
from heyzack_console.tuya.lan.faults import FrameRefused, OtherVersion, PayloadUnreadable
from heyzack_console.tuya.lan.stream import HEAD_55AA, PREFIX_55AA, SUFFIX_55AA
from heyzack_console.tuya.lan.wire import (
    HEADER_LENGTH,
    Frame,
    Version,
    demand_sendable,
    demand_short,
    looks_like_words,
    version_header,
)

_TAIL = struct.Struct(">I4s")
_TAIL_LENGTH = _TAIL.size
_HEAD = HEAD_55AA.size


def seal_55aa(sequence: int, command: int, body: bytes) -> bytes:
    """A 55AA frame with CRC around *body*."""
    frame = PREFIX_55AA + struct.pack(">III", sequence, command, len(body) + _TAIL.size) + body
    return frame + _TAIL.pack(zlib.crc32(frame), SUFFIX_55AA)


def parted_55aa(raw: bytes) -> tuple[int, int, int | None, bytes]:
    """Sequence, command, return code if there is one, and body of a 55AA frame with CRC.

    Some peers send no return code (tuyapi's stub, some old firmware): four bytes are one only if the first three are
    zero and what follows is something that a payload can be.

    Raises:
        FrameRefused: the CRC is wrong or the frame is of another family.
    """
    if not raw.startswith(PREFIX_55AA) or len(raw) < _HEAD + _TAIL_LENGTH:
        raise FrameRefused("A frame of another protocol version arrived.")
    sequence, command, _ = HEAD_55AA.unpack_from(raw)
    if zlib.crc32(raw[:-_TAIL_LENGTH]) != int.from_bytes(raw[-_TAIL_LENGTH:-4]):
        raise FrameRefused("A frame's checksum is wrong; it was dropped.")
    body = raw[_HEAD:-_TAIL_LENGTH]
    if body.startswith(b"\0\0\0") and len(body) >= 4 and _fits(body[4:]):
        return sequence, command, body[3], body[4:]
    return sequence, command, None, body


def _fits(payload: bytes) -> bool:
    return payload.startswith((b"{", b"3.")) or len(payload) % BLOCK == 0 or looks_like_words(payload)


class EcbWire:
    """3.2 and 3.3: the payload is AES-ECB, the version header stands in clear before it."""

    __slots__ = ("_ecb", "_header")

    def __init__(self, version: Version, key: bytes) -> None:
        self._ecb = Ecb(key)
        self._header = version_header(version)

    def seal(self, sequence: int, command: Command, payload: bytes) -> bytes:
        """See ``Wire.seal``."""
        demand_sendable(command)
        body = self._ecb.seal(payload)
        return demand_short(seal_55aa(sequence, command, body if command in WITHOUT_HEADER else self._header + body))

    def open(self, raw: bytes) -> Frame:
        """See ``Wire.open``."""
        sequence, command, retcode, body = parted_55aa(raw)
        if body.startswith(PlainWire.MARK) and looks_like_words(body):
            raise OtherVersion("The device speaks 3.1.", frozenset({Version.V31}))
        if body.startswith(b"3.") and len(body) % BLOCK == HEADER_LENGTH:
            body = body[HEADER_LENGTH:]
        if body and (len(body) % BLOCK == 0 or body.startswith(b"{") or not looks_like_words(body)):
            body = self._ecb.open(body)
        return Frame(sequence, command, retcode, body)


class PlainWire:
    """3.1: queries travel in clear; control requests and pushes are base64 of AES-ECB behind a piece of an MD5."""

    __slots__ = ("_ecb", "_key")

    MARK = b"3.1"
    _MD5_LENGTH = 16

    def __init__(self, key: bytes) -> None:
        self._ecb = Ecb(key)
        self._key = key

    def seal(self, sequence: int, command: Command, payload: bytes) -> bytes:
        """See ``Wire.seal``."""
        demand_sendable(command)
        if command == Command.CONTROL:
            text = base64.b64encode(self._ecb.seal(payload))
            signed = b"data=" + text + b"||lpv=3.1||" + self._key
            digest = hashlib.md5(signed, usedforsecurity=False).hexdigest()[8:24]
            payload = self.MARK + digest.encode() + text
        return demand_short(seal_55aa(sequence, command, payload))

    def open(self, raw: bytes) -> Frame:
        """See ``Wire.open``."""
        sequence, command, retcode, body = parted_55aa(raw)
        if not body.startswith(self.MARK):
            return Frame(sequence, command, retcode, body)
        text = body[len(self.MARK) + self._MD5_LENGTH :]
        try:
            sealed = base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise PayloadUnreadable("The device's data are not written as version 3.1 has it.") from error
        return Frame(sequence, command, retcode, self._ecb.open(sealed))
