"""The benchmark's score of alerts that need no detector: what the published rules give for simple patterns."""

from collections.abc import Callable

import pytest

from tests.rules.anomaly.nab import LABELLED, Labelled, labelled_series, tally

pytestmark = pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled series are not beside this checkout")


@pytest.fixture(scope="module")
def every_series() -> list[Labelled]:
    return list(labelled_series())


@pytest.mark.parametrize(
    ("alerts", "score"),
    [
        (lambda one: [], 0.0),
        (lambda one: [first for first, _ in one.windows], 100.0),
        (lambda one: [(first + last) // 2 for first, last in one.windows], 93.1404),
        (lambda one: [last for _, last in one.windows], 51.0955),
        (lambda one: [last + 1 for _, last in one.windows], -0.1212),
        (lambda one: range(0, len(one.values), 500), 22.3176),
        (lambda one: range(0, len(one.values), 100), -44.8704),
        (lambda one: range(len(one.values)), -12456.1875),
    ],
    ids=["never", "left edges", "middles", "right edges", "after", "each 500th", "each 100th", "always"],
)
def test_a_simple_pattern_of_alerts_scores_as_the_rules_say(
    every_series: list[Labelled], alerts: Callable[[Labelled], list[int]], score: float
):
    assert tally((one, alerts(one)) for one in every_series).score() == pytest.approx(score, abs=1e-4)


def test_hits_and_strays_are_counted_over_all_series(every_series: list[Labelled]):
    points = tally((one, range(0, len(one.values), 500)) for one in every_series)
    assert (points.windows, points.found, points.false) == (51, 28, 239)
