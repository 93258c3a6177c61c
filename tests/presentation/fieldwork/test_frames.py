"""Frames are kept once, the newest ones, and filtered."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.health import FrameRecord
from heyzack_console.presentation.fieldwork.frames import MOST_KEPT, FrameFilter, FrameList
from tests.support.building import T0

FRAMES = (
    FrameRecord(T0, True, "DP_QUERY", 1, "{}"),
    FrameRecord(T0 + timedelta(milliseconds=20), False, "DP_QUERY", 1, '{"dps":{"1":true}}'),
    FrameRecord(T0 + timedelta(seconds=9), True, "HEART_BEAT", 2, ""),
)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (FrameFilter(), [1, 1, 2]),
        (FrameFilter(sent=True), [1, 2]),
        (FrameFilter(command="DP_QUERY"), [1, 1]),
        (FrameFilter("DPS", "DP_QUERY", sent=False), [1]),
        (FrameFilter("nothing like this"), []),
    ],
)
def test_a_filter_shows_what_it_names(wanted, shown):
    frames = FrameList()
    frames.take(FRAMES)
    frames.take(FRAMES)
    frames.filter(wanted)
    assert [frame.sequence for frame in frames.shown] == shown
    assert len(frames.as_text().splitlines()) == len(frames) == len(shown)
    assert frames.total == 3
    assert frames.commands == ("DP_QUERY", "HEART_BEAT")


@given(st.integers(1, 40), st.integers(1, 400))
def test_the_newest_frames_stay(batches, size):
    frames, number = FrameList(), 0
    for _ in range(batches if size > 100 else 1):
        frames.take(FrameRecord(T0, True, "X", n, "") for n in range(number, number + size))
        number += size
    assert frames.total == min(number, MOST_KEPT)
    assert frames.shown[-1].sequence == number - 1
    assert frames.position(frames.key(len(frames) - 1)) == len(frames) - 1
