"""The device's side of the LAN codec, made of tinytuya's own functions."""

from typing import NamedTuple

from tinytuya.core import TuyaMessage, pack_message, parse_header, unpack_message
from tinytuya.core.crypto_helper import AESCipher

PREFIX_55AA, PREFIX_6699 = 0x55AA, 0x6699
NO_HEADER = {0x03, 0x04, 0x05, 0x09, 0x0A, 0x10, 0x12, 0x25, 0x40}
HEAD_BYTES = 18
"""Enough of a frame to know its length."""


class Asked(NamedTuple):
    """A client's request in clear."""

    sequence: int
    command: int
    payload: bytes


def device_frame(version, key, sequence, command, retcode, payload, header=True):
    """A frame as a device of *version* sends it."""
    cipher = AESCipher(key)
    head = str(version).encode() + bytes(12) if header else b""
    code = retcode.to_bytes(4)
    match str(version):
        case "3.1":
            body = code + payload
        case "3.4":
            body = code + (cipher.encrypt(head + payload, False) if payload else b"")
        case "3.5":
            message = TuyaMessage(sequence, command, retcode, head + payload, 0, True, PREFIX_6699, True)
            return pack_message(message, hmac_key=key)
        case _:
            body = code + (head + cipher.encrypt(payload, False) if payload else b"")
    message = TuyaMessage(sequence, command, None, body, 0, True, PREFIX_55AA, None)
    return pack_message(message, hmac_key=key if str(version) == "3.4" else None)


def frame_length(head):
    """The length of the frame that begins with *head*."""
    return parse_header(head).total_length


def opened(version, key, raw):
    """The request in *raw*, or None if its check does not fit the key."""
    version = str(version)
    try:
        message = unpack_message(raw, hmac_key=key if version in {"3.4", "3.5"} else None, no_retcode=True)
    except TypeError:
        return None
    if not message.crc_good or (version == "3.5") != (message.prefix == PREFIX_6699):
        return None
    payload, cipher = message.payload, AESCipher(key)
    try:
        if version == "3.1":
            payload = cipher.decrypt(payload[19:], True, decode_text=False) if message.cmd == 0x07 else payload
        elif version == "3.4":
            payload = cipher.decrypt(payload, False, decode_text=False, verify_padding=True)
        if version != "3.1" and message.cmd not in NO_HEADER:
            if not payload.startswith(version.encode()):
                return None
            payload = payload[15:]
        if version in {"3.2", "3.3"}:
            payload = cipher.decrypt(payload, False, decode_text=False, verify_padding=True)
    except ValueError:
        return None
    return Asked(message.seqno, message.cmd, payload)
