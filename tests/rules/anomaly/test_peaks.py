"""The yardstick of a series: the tallest few of its blocks."""

import pytest

from heyzack_console.rules.anomaly.peaks import TALLEST, Peaks, strangest


def after_blocks(*heights: float) -> Peaks:
    """Blocks of two rows whose tallest were *heights*; two blocks of learning."""
    peaks = Peaks(block=2, blocks=100, share=0.05, learning_blocks=2)
    for height in heights:
        peaks.ratio(height)
        peaks.ratio(0.0)
    return peaks


@pytest.mark.parametrize(
    ("heights", "yardstick"),
    [
        ([], 0.0),
        ([3.0], 3.0),
        ([3.0, 1.0], 3.0),
        ([3.0, 1.0, 2.0], 3.0),
        ([3.0, 1.0, 2.0, 4.0], 3.0),
        (list(range(20)), 18),
        (list(range(100)), 95),
    ],
)
def test_the_yardstick_is_the_least_of_the_tallest_share(heights: list[float], yardstick: float):
    assert strangest(heights, share=0.05) == yardstick


def test_a_single_tall_block_among_many_is_not_the_yardstick():
    assert after_blocks(1.0, 1.0, 1.0, 1.0, 1_000.0, 1.0).yardstick == 1.0


def test_the_newest_finished_block_does_not_measure_its_own_rise():
    assert after_blocks(1.0, 1.0, 9.0).ratio(3.0) == 3.0


def test_nothing_is_measured_while_learning():
    peaks = after_blocks(1.0)
    assert peaks.learning
    assert peaks.ratio(50.0) == 0.0


def test_a_height_far_beyond_the_yardstick_is_cut():
    assert after_blocks(1.0, 1.0, 1.0).ratio(1e12) == TALLEST


def test_any_movement_of_what_never_moved_is_as_strange_as_can_be():
    still = after_blocks(0.0, 0.0, 0.0)
    assert (still.ratio(0.0), still.ratio(1e-9)) == (0.0, TALLEST)


def test_the_oldest_blocks_are_forgotten():
    peaks = Peaks(block=1, blocks=3, share=0.05, learning_blocks=1)
    for height in (9.0, 9.0, 9.0, 1.0, 1.0, 1.0):
        peaks.ratio(height)
    assert peaks.yardstick == 1.0
