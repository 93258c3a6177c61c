"""Cutting a byte stream into frames."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.tuya.lan.faults import NotTuya
from heyzack_console.tuya.lan.stream import LONGEST_FRAME, FrameStream
from heyzack_console.tuya.lan.wire_classic import seal_55aa
from tests.tuya.lan import vectors as v

FRAMES = [v.REPLY_33, v.PUSH_33, v.HEARTBEAT_REPLY, v.ANSWER_34, v.REPLY_35, v.ANSWER_35]


def cut(data: bytes, cuts: list[int]) -> list[bytes]:
    places = [0, *sorted({c % (len(data) + 1) for c in cuts}), len(data)]
    return [data[a:b] for a, b in pairwise(places)]


def fed(stream: FrameStream, pieces: list[bytes]) -> list[bytes]:
    return [frame for piece in pieces for frame in stream.feed(piece)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAMES), max_size=6), st.lists(st.integers(0, 2000), max_size=12))
def test_frames_come_out_whole_however_the_segments_fall(frames, cuts):
    assert fed(FrameStream(), cut(b"".join(frames), cuts)) == frames


def test_a_frame_fed_byte_by_byte_comes_out_at_its_last_byte():
    stream = FrameStream()
    assert [stream.feed(bytes((byte,))) for byte in v.REPLY_35[:-1]] == [[]] * (len(v.REPLY_35) - 1)
    assert stream.feed(v.REPLY_35[-1:]) == [v.REPLY_35]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.binary(max_size=40), st.sampled_from(FRAMES)), min_size=1, max_size=4),
    st.lists(st.integers(0, 2000), max_size=6),
)
def test_junk_between_frames_is_skipped_and_counted(parts, cuts):
    junk_bytes = [junk.replace(b"\x55", b"x").replace(b"\x66", b"x") for junk, _ in parts]
    data = b"".join(junk + frame for junk, (_, frame) in zip(junk_bytes, parts, strict=True))
    stream = FrameStream()
    assert fed(stream, cut(data, cuts)) == [frame for _, frame in parts]
    assert stream.junk == sum(map(len, junk_bytes))


def test_a_suffix_inside_the_payload_does_not_end_the_frame():
    frame = seal_55aa(1, 8, b"\x00\x00\xaa\x55 and more \x00\x00\xaa\x55")
    assert FrameStream().feed(frame + v.REPLY_33) == [frame, v.REPLY_33]


def test_a_prefix_whose_length_leads_to_no_suffix_is_junk():
    false_start = v.REPLY_33[:-4] + b"\x00\x00\x00\x00"
    assert FrameStream().feed(false_start + v.PUSH_33) == [v.PUSH_33]


@pytest.mark.parametrize("prefix", [b"\x00\x00\x55\xaa", b"\x00\x00\x66\x99\x00\x00"])
@pytest.mark.parametrize("length", [0, 7, LONGEST_FRAME, 2**32 - 1])
def test_an_impossible_length_does_not_hold_up_the_frame_behind_it(prefix, length):
    head = prefix + (1).to_bytes(4) + (8).to_bytes(4) + length.to_bytes(4)
    assert FrameStream().feed(head + v.PUSH_33) == [v.PUSH_33]


def test_a_peer_that_sends_only_junk_is_given_up():
    stream = FrameStream()
    page = b"HTTP/1.1 400 Bad Request\r\n" * 1000
    assert fed(stream, [page, page]) == []
    with pytest.raises(NotTuya):
        stream.feed(page)


def test_what_is_kept_of_an_unfinished_frame_is_bounded():
    stream = FrameStream()
    head = b"\x00\x00\x55\xaa" + (1).to_bytes(4) + (8).to_bytes(4) + (LONGEST_FRAME - 16).to_bytes(4)
    assert stream.feed(head + bytes(LONGEST_FRAME)) == []
    assert stream.feed(v.PUSH_33) == [v.PUSH_33]
