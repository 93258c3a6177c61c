"""Frames on the link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.link.frames import HEADER, BadFrame, Frame, FrameReader, Kind

frames = st.builds(Frame, st.sampled_from(Kind), st.integers(0, 2**32 - 1), st.binary(max_size=40), st.booleans())


@given(st.lists(frames, max_size=6), st.integers(1, 50))
def test_frames_are_read_however_the_stream_is_cut(sent, size):
    stream = b"".join(frame.encode() for frame in sent)
    reader = FrameReader()
    read = [frame for at in range(0, len(stream), size) for frame in reader.feed(stream[at : at + size])]
    assert read == sent


def test_a_body_above_the_limit_is_refused_before_it_arrives():
    with pytest.raises(BadFrame, match="101 bytes"):
        list(FrameReader(limit=100).feed(HEADER.pack(101, Kind.ASK, 1, True)))


def test_an_unknown_kind_is_refused():
    with pytest.raises(BadFrame, match="kind 200"):
        list(FrameReader().feed(HEADER.pack(0, 200, 1, True)))


@given(st.binary(max_size=60))
def test_arbitrary_bytes_are_frames_or_refused(data):
    try:
        assert all(isinstance(frame, Frame) for frame in FrameReader(limit=1000).feed(data))
    except BadFrame:
        assert len(data) >= HEADER.size
