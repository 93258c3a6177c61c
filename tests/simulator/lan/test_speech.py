"""What a simulated device reads: published frames, and whatever else may come over a socket."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.simulator.lan.speech import Speech, Unreadable, split_frames

KEY = b"0123456789abcdef"
VERSIONS = ["3.1", "3.2", "3.3", "3.4", "3.5"]
QUERY_33 = bytes.fromhex(
    "000055aa000000010000000a00000048eab4ffd430f3e8fc6440d01a31bec17a68f375f3d7e6a356487d544d2306087949b9c47a3d78df0d"
    "20268e27f855ae02d9fb64658d62c93fcd5abad98fd44d4ced143cb10000aa55"
)
SET_33 = bytes.fromhex(
    "000055aa000000020000000700000057332e33000000000000000000000000a82ba1c7714ec27aec93d87f10e964ee80454283ef49aeff94"
    "93efc8a81e6c2ca118a27a4b9b1b88ae280993a05c97a2b2d2b1956e97cc9333288ff087b612eb72133b3d0000aa55"
)
START_35 = bytes.fromhex(
    "00006699000000000001000000030000002ca0a1a2a3a4a5a6a7a8a9aaabc5bb75a1eed93bee7f49404d66c8e68ee0fb3033a08fa4dac11f"
    "71fc49d4febf00009966"
)
CLIENT_NONCE, DEVICE_NONCE = bytes(range(16)), b"fedcba9876543210"


def test_a_query_and_a_set_of_3_3_are_read():
    speech = Speech("3.3", KEY)
    query, order = speech.read(QUERY_33), speech.read(SET_33)
    assert (query.command, query.sequence) == (0x0A, 1)
    assert query.payload == b'{"gwId":"D","devId":"D","uid":"D","t":"1700000000"}'
    assert order.payload == b'{"devId":"D","uid":"D","t":"1700000000","dps":{"1":true}}'


def test_the_first_step_of_a_3_5_negotiation_is_read():
    heard = Speech("3.5", KEY).read(START_35)
    assert (heard.command, heard.payload) == (0x03, CLIENT_NONCE)


@pytest.mark.parametrize(
    ("version", "session"),
    [("3.4", "fb01c02499f87b46c2a7b96a1ca5303b"), ("3.5", "9b5ba27d78100409d7193825ffa48f12")],
)
def test_session_keys_are_derived_as_published(version, session):
    assert Speech(version, KEY).session_key(CLIENT_NONCE, DEVICE_NONCE).hex() == session


@pytest.mark.parametrize("version", VERSIONS)
def test_a_frame_of_the_other_family_is_unreadable(version):
    with pytest.raises(Unreadable):
        Speech(version, KEY).read(QUERY_33 if version == "3.5" else START_35)


@pytest.mark.parametrize("cut", range(0, len(QUERY_33), 9))
def test_half_a_frame_waits_for_the_rest(cut):
    buffer = bytearray(QUERY_33 + SET_33[:cut])
    assert list(split_frames(buffer)) == [QUERY_33]
    buffer += SET_33[cut:]
    assert list(split_frames(buffer)) == [SET_33]


def test_a_frame_longer_than_devices_take_is_unreadable():
    with pytest.raises(Unreadable):
        list(split_frames(bytearray(bytes.fromhex("000055aa000000010000000a00001001") + bytes(8))))


@settings(max_examples=150)
@given(st.sampled_from(VERSIONS), st.binary(max_size=200), st.sampled_from([b"", b"\0\0\x55\xaa", b"\0\0\x66\x99"]))
def test_random_bytes_are_read_or_unreadable_and_nothing_else(version, noise, prefix):
    try:
        for frame in split_frames(bytearray(prefix + noise)):
            Speech(version, KEY).read(frame)
    except Unreadable:
        pass


@settings(max_examples=150)
@given(st.sampled_from([QUERY_33, SET_33, START_35]), st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_never_passes_the_check(frame, where, flip):
    changed = bytearray(frame)
    # The last four bytes only mark the end; no version puts them under its check.
    changed[where % (len(frame) - 4)] ^= flip
    speech = Speech("3.5" if frame is START_35 else "3.3", KEY)
    heard = []
    with suppress(Unreadable):
        # Where the length grew, nothing is read: the rest of the frame is waited for.
        heard = [speech.read(whole) for whole in split_frames(changed)]
    assert heard == []
