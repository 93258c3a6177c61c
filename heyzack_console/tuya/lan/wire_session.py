"""Versions 3.4 and 3.5: frames authenticated by the local key while negotiating, by the session key afterwards."""

import hmac
import os
import struct
from collections.abc import Callable

from heyzack_console.tuya.lan.ciphers import BLOCK, Ecb, Gcm
from heyzack_console.tuya.lan.commands import WITHOUT_HEADER, Command
from heyzack_console.tuya.lan.faults import FrameRefused
from heyzack_console.tuya.lan.stream import (
    HEAD_55AA,
    HEAD_6699,
    PREFIX_55AA,
    PREFIX_6699,
    SUFFIX_55AA,
    SUFFIX_6699,
)
from heyzack_console.tuya.lan.wire import (
    Frame,
    Version,
    demand_sendable,
    demand_short,
    version_header,
    without_header,
)

NONCE_LENGTH = 12
TAG_LENGTH = 16
_HMAC_LENGTH = 32
_TAIL_34 = _HMAC_LENGTH + len(SUFFIX_55AA)
_RETCODE = 4


class HmacWire:
    """3.4: AES-ECB of header and payload in a 55AA frame that ends with an HMAC-SHA256."""

    __slots__ = ("_ecb", "_key")

    _HEADER = version_header(Version.V34)

    def __init__(self, key: bytes) -> None:
        self._ecb = Ecb(key)
        self._key = key

    def seal(self, sequence: int, command: Command, payload: bytes) -> bytes:
        """See ``Wire.seal``."""
        demand_sendable(command)
        body = self._ecb.seal(payload if command in WITHOUT_HEADER else self._HEADER + payload)
        frame = PREFIX_55AA + struct.pack(">III", sequence, command, len(body) + _TAIL_34) + body
        return demand_short(frame + hmac.digest(self._key, frame, "sha256") + SUFFIX_55AA)

    def open(self, raw: bytes) -> Frame:
        """See ``Wire.open``; the length tells whether a return code is there, as ciphertext comes in whole blocks."""
        if not raw.startswith(PREFIX_55AA) or len(raw) < HEAD_55AA.size + _TAIL_34:
            raise FrameRefused("A frame of another protocol version arrived.")
        sequence, command, _ = HEAD_55AA.unpack_from(raw)
        check = raw[-_TAIL_34 : -len(SUFFIX_55AA)]
        if not hmac.compare_digest(hmac.digest(self._key, raw[:-_TAIL_34], "sha256"), check):
            raise FrameRefused("A frame does not fit the key. The local key is probably outdated.")
        body = raw[HEAD_55AA.size : -_TAIL_34]
        retcode = None
        if len(body) % BLOCK == _RETCODE:
            retcode, body = int.from_bytes(body[:_RETCODE]), body[_RETCODE:]
        if not body:
            return Frame(sequence, command, retcode, b"")
        return Frame(sequence, command, retcode, without_header(self._ecb.open(body)))


class GcmWire:
    """3.5: 6699 frames whose body is AES-GCM with the frame's head as associated data.

    *fresh_nonce* gives the 12 random bytes of each sent frame.
    """

    __slots__ = ("_fresh_nonce", "_gcm")

    _HEADER = version_header(Version.V35)
    _HEAD = struct.Struct(">HIII")

    def __init__(self, key: bytes, fresh_nonce: Callable[[], bytes] | None = None) -> None:
        self._gcm = Gcm(key)
        self._fresh_nonce = fresh_nonce

    def seal(self, sequence: int, command: Command, payload: bytes) -> bytes:
        """See ``Wire.seal``."""
        demand_sendable(command)
        nonce = self._fresh_nonce() if self._fresh_nonce else os.urandom(NONCE_LENGTH)
        clear = payload if command in WITHOUT_HEADER else self._HEADER + payload
        head = self._HEAD.pack(0, sequence, command, NONCE_LENGTH + len(clear) + TAG_LENGTH)
        return demand_short(PREFIX_6699 + head + nonce + self._gcm.seal(nonce, clear, head) + SUFFIX_6699)

    def open(self, raw: bytes) -> Frame:
        """See ``Wire.open``; the return code, if any, is the beginning of the clear text."""
        start = HEAD_6699.size
        if not raw.startswith(PREFIX_6699) or len(raw) < start + NONCE_LENGTH + TAG_LENGTH + len(SUFFIX_6699):
            raise FrameRefused("A frame of another protocol version arrived.")
        _, sequence, command, _ = HEAD_6699.unpack_from(raw)
        nonce = raw[start : start + NONCE_LENGTH]
        clear = self._gcm.open(nonce, raw[start + NONCE_LENGTH : -len(SUFFIX_6699)], raw[4:start])
        # Neither JSON nor a printable nonce begins with three zero bytes.
        if len(clear) >= _RETCODE and clear.startswith(b"\0\0\0"):
            return Frame(sequence, command, clear[3], without_header(clear[_RETCODE:]))
        return Frame(sequence, command, None, without_header(clear))
