"""The device's half of the wire format of each version, on tinytuya's codec.

The console's client has a codec of its own, so that a misunderstanding of either shows when the two talk.
"""

import hmac
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5, sha256

from tinytuya.core import command_types as ct
from tinytuya.core import header as th
from tinytuya.core.crypto_helper import AESCipher
from tinytuya.core.exceptions import DecodeError
from tinytuya.core.message_helper import TuyaMessage, pack_message, parse_header, unpack_message

LONGEST = 4096
"""Bytes of one frame that devices take (TuyaOpen, tuya_lan.c)."""
_SOURCE_HEADER = 15
_HEADER_REQUIRED = frozenset({ct.CONTROL, ct.CONTROL_NEW})


class Unreadable(Exception):
    """Bytes from a client that this device cannot read."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One frame from a client; *payload* is None where the frame is sound but its content cannot be deciphered."""

    command: int
    sequence: int
    payload: bytes | None


def split_frames(buffer: bytearray) -> Iterator[bytes]:
    """Take whole frames off the front of *buffer*, whose ends are found by length.

    Raises:
        Unreadable: it does not begin with a frame.
    """
    while len(buffer) >= 18:
        try:
            total: int = parse_header(bytes(buffer[:18])).total_length
        except DecodeError as error:
            raise Unreadable("no frame") from error
        if total > LONGEST:
            raise Unreadable("frame too long")
        if len(buffer) < total:
            return
        frame = bytes(buffer[:total])
        del buffer[:total]
        yield frame


class Speech:
    """Reads and writes the frames of one connection; holds the session key once there is one."""

    def __init__(self, version: str, key: bytes) -> None:
        self.version = version
        self.session: bytes | None = None
        self._key = key
        self._cipher = AESCipher(key)
        self._modern = version == "3.5"
        self._signed = version == "3.4"

    @property
    def negotiates(self) -> bool:
        """This version has session keys."""
        return self._modern or self._signed

    def read(self, frame: bytes) -> Heard:
        """Decode one frame.

        Raises:
            Unreadable: check sum, signature or tag is wrong, or it is a frame of another family.
        """
        if frame.startswith(th.PREFIX_6699_BIN) is not self._modern:
            raise Unreadable("another frame family")
        try:
            message = unpack_message(frame, hmac_key=self._frame_key, no_retcode=True)
        except (DecodeError, struct.error) as error:
            raise Unreadable("broken frame") from error
        if not message.crc_good:
            raise Unreadable("check failed")
        return Heard(message.cmd, message.seqno, self._opened(message.cmd, message.payload))

    def write(
        self, command: int, sequence: int, payload: bytes, retcode: int | None = 0, *, push: bool = False
    ) -> bytes:
        """Encode one frame; only pushes carry the version header."""
        if self._modern:
            body = self._source(sequence) + payload if push and payload else payload
            message = TuyaMessage(sequence, command, retcode, body, 0, True, th.PREFIX_6699_VALUE, os.urandom(12))
            return bytes(pack_message(message, hmac_key=self._frame_key))
        body = self._sealed(payload, sequence, push=push)
        if retcode is not None:
            body = struct.pack(">I", retcode) + body
        message = TuyaMessage(sequence, command, None, body, 0, True, th.PREFIX_55AA_VALUE, None)
        return bytes(pack_message(message, hmac_key=self._frame_key))

    def nonce_reply(self, client_nonce: bytes, device_nonce: bytes) -> bytes:
        """The content of 0x04."""
        return device_nonce + hmac.new(self._key, client_nonce, sha256).digest()

    def finish_is_right(self, payload: bytes, device_nonce: bytes) -> bool:
        """Tell whether 0x05 proves that the client has our key."""
        return hmac.compare_digest(payload, hmac.new(self._key, device_nonce, sha256).digest())

    def session_key(self, client_nonce: bytes, device_nonce: bytes) -> bytes:
        """What both sides use from the next frame on, once it is set as *session*."""
        mixed = bytes(a ^ b for a, b in zip(client_nonce, device_nonce, strict=True))
        if self._signed:
            return bytes(AESCipher(self._key).encrypt(mixed, use_base64=False, pad=False))
        sealed = AESCipher(self._key).encrypt(mixed, use_base64=False, pad=False, iv=client_nonce[:12])
        return bytes(sealed[12:28])

    def begin_session(self, key: bytes) -> None:
        """Use *key* from the next frame on."""
        self.session = key
        self._cipher = AESCipher(key)

    @property
    def _frame_key(self) -> bytes | None:
        return (self.session or self._key) if self.negotiates else None

    def _source(self, sequence: int) -> bytes:
        # Version text, crc (0 on the LAN), source sequence, source id (1: the device).
        return self.version.encode() + struct.pack(">III", 0, sequence, 1)

    def _sealed(self, payload: bytes, sequence: int, *, push: bool) -> bytes:
        if not payload:
            return b""
        if self.version == "3.1":
            return self._sealed_31(payload) if push else payload
        if self._signed:
            body = self._source(sequence) + payload if push else payload
            return bytes(self._cipher.encrypt(body, use_base64=False))
        cipher = bytes(self._cipher.encrypt(payload, use_base64=False))
        return self._source(sequence) + cipher if push else cipher

    def _sealed_31(self, payload: bytes) -> bytes:
        text: bytes = self._cipher.encrypt(payload)
        digest = md5(b"data=" + text + b"||lpv=3.1||" + self._key, usedforsecurity=False).hexdigest()
        return b"3.1" + digest[8:24].encode() + text

    def _opened(self, command: int, payload: bytes) -> bytes | None:
        if not payload or (command == ct.HEART_BEAT and not self._signed):
            return payload
        try:
            if self.version == "3.1":
                return self._opened_31(payload)
            if self._modern:
                return self._without_header(command, payload)
            if self._signed:
                return self._without_header(command, bytes(self._cipher.decrypt(payload, False, decode_text=False)))
            return bytes(self._cipher.decrypt(self._without_header(command, payload), False, decode_text=False))
        except (ValueError, TypeError):
            return None

    def _opened_31(self, payload: bytes) -> bytes:
        return bytes(self._cipher.decrypt(payload[19:], decode_text=False)) if payload[:3] == b"3.1" else payload

    def _without_header(self, command: int, payload: bytes) -> bytes:
        # Firmware drops 15 bytes of a set without looking; without the header the JSON is cut.
        if command in _HEADER_REQUIRED or payload.startswith(self.version.encode()):
            return payload[_SOURCE_HEADER:]
        return payload
