"""Every protocol version against tinytuya's codec as the second opinion."""

import base64
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinytuya.core import unpack_message
from tinytuya.core.crypto_helper import AESCipher

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.lan.commands import SENDABLE, WITHOUT_HEADER, Command
from heyzack_console.tuya.lan.faults import (
    CommandForbidden,
    FrameRefused,
    LanFault,
    OtherVersion,
    PayloadUnreadable,
    RequestTooLong,
)
from heyzack_console.tuya.lan.stream import FrameStream
from heyzack_console.tuya.lan.wire import Frame, Version
from heyzack_console.tuya.lan.wire_classic import seal_55aa
from heyzack_console.tuya.lan.wires import families_of, local_key_bytes, wire_for
from tests.support.tuya_frames import device_frame
from tests.tuya.lan import vectors as v
from tests.tuya.lan.strategies import keys, payloads, retcodes, sequences, versions

ORACLE = settings(max_examples=120, deadline=None)


def seen_by_tinytuya(version: Version, key: bytes, raw: bytes, command: Command) -> bytes:
    """The clear payload of a client frame as tinytuya's helpers read it."""
    negotiating = version.negotiates
    message = unpack_message(raw, hmac_key=key if negotiating else None, no_retcode=True)
    assert message.crc_good
    payload = message.payload
    cipher = AESCipher(key)
    if version is Version.V31:
        return cipher.decrypt(payload[19:], True, decode_text=False) if command is Command.CONTROL else payload
    if version is Version.V34:
        payload = cipher.decrypt(payload, False, decode_text=False, verify_padding=True)
    header = 0 if command in WITHOUT_HEADER else 15
    if header:
        assert payload.startswith(version.value.encode())
    payload = payload[header:]
    if version in {Version.V32, Version.V33}:
        payload = cipher.decrypt(payload, False, decode_text=False, verify_padding=True)
    return payload


@ORACLE
@given(versions, keys, sequences, st.sampled_from(sorted(SENDABLE)), payloads)
def test_tinytuya_reads_every_request_as_it_was_meant(version, key, sequence, command, payload):
    raw = wire_for(version, key).seal(sequence, command, payload)
    assert FrameStream().feed(raw) == [raw]
    assert seen_by_tinytuya(version, key, raw, command) == payload


@ORACLE
@given(versions, keys, sequences, st.sampled_from([7, 8, 10, 13, 16, 0x40]), retcodes, payloads, st.booleans())
def test_every_frame_of_a_device_opens_to_what_tinytuya_packed(version, key, seq, command, retcode, payload, header):
    raw = device_frame(version, key, seq, command, retcode, payload, header)
    assert wire_for(version, key).open(raw) == Frame(seq, command, retcode, payload)


@ORACLE
@given(keys, sequences, payloads)
def test_a_3_1_push_opens_to_what_tinytuya_encrypted(key, sequence, payload):
    body = b"3.1" + b"0123456789abcdef" + AESCipher(key).encrypt(payload, True)
    assert wire_for(Version.V31, key).open(seal_55aa(sequence, 8, bytes(4) + body)).payload == payload


@pytest.mark.parametrize("version", [Version.V32, Version.V33])
def test_an_answer_written_as_3_1_has_it_tells_the_version(version):
    body = b"3.1" + b"0123456789abcdef" + AESCipher(v.KEY).encrypt(b'{"dps":{"1":true}}', True)
    with pytest.raises(OtherVersion) as refused:
        wire_for(version, v.KEY).open(seal_55aa(1, 10, bytes(4) + body))
    assert refused.value.spoken == {Version.V31}


@pytest.mark.parametrize("version", list(Version))
def test_an_empty_acknowledgement_keeps_its_retcode(version):
    raw = device_frame(version, v.KEY, 4, 7, 1, b"", header=False)
    assert wire_for(version, v.KEY).open(raw) == Frame(4, 7, 1, b"")


@pytest.mark.parametrize("version", [Version.V31, Version.V32, Version.V33])
@pytest.mark.parametrize("header", [True, False])
def test_a_missing_retcode_is_noticed(version, header):
    payload = b'{"dps":{"1":true}}'
    body = payload if version is Version.V31 else AESCipher(v.KEY).encrypt(payload, False)
    if header and version is not Version.V31:
        body = version.value.encode() + bytes(12) + body
    assert wire_for(version, v.KEY).open(seal_55aa(9, 8, body)) == Frame(9, 8, None, payload)


def test_a_missing_retcode_is_noticed_in_3_4():
    raw = wire_for(Version.V34, v.KEY).seal(2, Command.QUERY_NEW, b'{"dps":{}}')
    assert wire_for(Version.V34, v.KEY).open(raw) == Frame(2, 0x10, None, b'{"dps":{}}')


@pytest.mark.parametrize("version", list(Version))
def test_bare_error_words_behind_a_retcode_are_payload(version):
    words = b"json obj data unvalid"
    raw = device_frame(version, v.KEY, 1, 10, 1, words, header=False)
    assert wire_for(version, v.KEY).open(raw) == Frame(1, 10, 1, words)


def test_error_words_in_clear_are_read_on_3_3_too():
    raw = seal_55aa(1, 10, (1).to_bytes(4) + b"json obj data unvalid")
    assert wire_for(Version.V33, v.KEY).open(raw) == Frame(1, 10, 1, b"json obj data unvalid")


@ORACLE
@given(versions, keys, payloads, st.data())
def test_a_frame_with_any_flipped_bit_is_refused(version, key, payload, data):
    raw = bytearray(device_frame(version, key, 5, 8, 0, payload))
    reserved = {4, 5} if version is Version.V35 else set()
    place = data.draw(st.sampled_from([i for i in range(4, len(raw) - 4) if i not in reserved]))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(FrameRefused):
        wire_for(version, key).open(bytes(raw))


@pytest.mark.parametrize("version", [Version.V34, Version.V35])
def test_a_frame_under_another_key_is_refused(version):
    raw = device_frame(version, b"another key here", 5, 8, 0, b"{}")
    with pytest.raises(FrameRefused):
        wire_for(version, v.KEY).open(raw)


def test_a_whole_3_3_frame_under_another_key_is_unreadable():
    raw = device_frame(Version.V33, b"another key here", 5, 8, 0, b'{"dps":{"1":true}}')
    with pytest.raises(PayloadUnreadable):
        wire_for(Version.V33, v.KEY).open(raw)


def test_a_3_1_push_that_is_no_base64_is_unreadable():
    with pytest.raises(PayloadUnreadable):
        wire_for(Version.V31, v.KEY).open(seal_55aa(1, 8, bytes(4) + b"3.1" + b"0" * 16 + b"*no base64*"))


def test_a_3_1_push_that_is_base64_of_half_a_block_is_unreadable():
    text = base64.b64encode(b"12345678")
    with pytest.raises(PayloadUnreadable):
        wire_for(Version.V31, v.KEY).open(seal_55aa(1, 8, bytes(4) + b"3.1" + b"0" * 16 + text))


@pytest.mark.parametrize("version", list(Version))
@pytest.mark.parametrize("command", [0x01, 0x06, 0x0E, 0x0F, 0x1A, 0x1B, 0x1C, 0x1D, 0x02, 0x30, 0x08])
def test_a_command_that_a_console_never_sends_cannot_be_encoded(version, command):
    with pytest.raises(CommandForbidden):
        wire_for(version, v.KEY).seal(1, command, b"{}")


@pytest.mark.parametrize("version", list(Version))
def test_a_request_beyond_a_devices_frame_limit_cannot_be_encoded(version):
    with pytest.raises(RequestTooLong):
        wire_for(version, v.KEY).seal(1, Command.HEARTBEAT, b"x" * 5000)


@settings(max_examples=400, deadline=None)
@given(versions, st.binary(max_size=200), st.sampled_from([b"", b"\x00\x00\x55\xaa", b"\x00\x00\x66\x99"]))
def test_random_bytes_raise_nothing_but_a_typed_fault(version, junk, prefix):
    with pytest.raises(LanFault):
        wire_for(version, v.KEY).open(prefix + junk)


@settings(max_examples=300, deadline=None)
@given(versions, versions, payloads, st.data())
def test_changed_and_cut_frames_raise_nothing_but_a_typed_fault(ours, theirs, payload, data):
    raw = bytearray(device_frame(theirs, v.KEY, 5, 8, 0, payload))
    for _ in range(data.draw(st.integers(0, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(0, 255))
    del raw[data.draw(st.integers(0, len(raw))) :]
    for piece in [*FrameStream().feed(bytes(raw)), bytes(raw)]:
        try:
            frame = wire_for(ours, v.KEY).open(piece)
        except LanFault:
            continue
        assert isinstance(frame.payload, bytes)


@settings(max_examples=200, deadline=None)
@given(versions, st.binary(max_size=120), sequences)
def test_a_valid_check_around_random_bytes_raises_nothing_but_a_typed_fault(version, body, sequence):
    frame = seal_55aa(sequence, 8, body)
    with suppress(LanFault):
        assert isinstance(wire_for(version, v.KEY).open(frame).payload, bytes)


def test_the_family_of_a_frame_is_told_without_a_key():
    assert families_of(v.REPLY_35) == {Version.V35}
    assert families_of(v.ANSWER_34) == {Version.V34}
    assert Version.V33 in families_of(v.REPLY_33)


def test_a_local_key_may_hold_any_printable_character():
    assert local_key_bytes("$<'&\"\\ab{}|;`~ü€"[:15] + "!") == "$<'&\"\\ab{}|;`~ü!".encode("latin-1")


@pytest.mark.parametrize("key", ["", "short", "seventeen letters", "0123456789abcde€"])
def test_a_string_that_can_be_no_local_key_is_refused_without_repeating_it(key):
    with pytest.raises(InvalidInput) as caught:
        local_key_bytes(key)
    assert not key or key not in caught.value.text
