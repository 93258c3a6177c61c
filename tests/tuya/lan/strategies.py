"""Hypothesis strategies for keys, payloads and frames, with tinytuya as the one that makes the frames."""

import json

from hypothesis import strategies as st
from tinytuya.core import TuyaMessage, pack_message
from tinytuya.core.crypto_helper import AESCipher

from heyzack_console.tuya.lan.wire import Version

PREFIX_55AA, PREFIX_6699 = 0x55AA, 0x6699

keys = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=16, max_size=16).map(str.encode)
versions = st.sampled_from(list(Version))
values = st.booleans() | st.integers(-(2**31), 2**31) | st.text(max_size=20)
points = st.dictionaries(st.integers(1, 255).map(str), values, max_size=8)
payloads = points.map(lambda dps: json.dumps({"dps": dps}, separators=(",", ":"), ensure_ascii=False).encode())
sequences = st.integers(0, 2**32 - 1)
retcodes = st.sampled_from([0, 1])


def device_frame(version, key, sequence, command, retcode, payload, header=True):
    """A frame as a device of *version* sends it, made with tinytuya's codec."""
    cipher = AESCipher(key)
    head = version.value.encode() + bytes(12) if header else b""
    code = retcode.to_bytes(4)
    match version:
        case Version.V31:
            body = code + payload
        case Version.V34:
            body = code + (cipher.encrypt(head + payload, False) if payload else b"")
        case Version.V35:
            message = TuyaMessage(sequence, command, retcode, head + payload, 0, True, PREFIX_6699, True)
            return pack_message(message, hmac_key=key)
        case _:
            body = code + (head + cipher.encrypt(payload, False) if payload else b"")
    message = TuyaMessage(sequence, command, None, body, 0, True, PREFIX_55AA, None)
    return pack_message(message, hmac_key=key if version is Version.V34 else None)
