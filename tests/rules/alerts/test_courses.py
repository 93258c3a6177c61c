"""How fast a value moves, and how far it is from what is usual."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Direction, Test
from heyzack_console.rules.alerts.courses import BaselineJudge, RateJudge
from tests.support.building import at

SERIES = st.lists(st.tuples(st.integers(1, 40), st.integers(-8, 8)), min_size=1, max_size=40)


def rate(span_s, limit, direction=Direction.BOTH):
    return AlertRule("r", "Fast", Test.RATE, Priority.P4, "p", limit=limit, span_s=span_s, direction=direction)


def worn(percent, span_s, direction=Direction.BOTH):
    return AlertRule("d", "Worn", Test.DEGRADED, Priority.P4, "p", limit=percent, span_s=span_s, direction=direction)


@given(SERIES, st.integers(5, 100), st.integers(1, 8), st.sampled_from(Direction))
def test_a_rate_is_the_distance_to_any_value_that_stood_within_the_span(steps, span, limit, direction):
    judge, now, said = RateJudge(rate(span, limit, direction)), 0, []
    told = []
    for wait, value in steps:
        now += wait
        told.append((now, value))
        said.append(judge(value, False, at(now)))
    for number, (moment, value) in enumerate(told):
        # A value stands until the next one comes.
        stood = [v for (_, v), (until, _) in pairwise(told[: number + 1]) if until > moment - span]
        rises = any(value - other >= limit for other in stood) and direction is not Direction.DOWN
        falls = any(other - value >= limit for other in stood) and direction is not Direction.UP
        assert said[number] is (rises or falls)


@pytest.mark.parametrize("value", [None, True, "word"])
def test_what_is_no_number_says_nothing(value):
    assert RateJudge(rate(60, 1))(value, False, at(0)) is None
    assert BaselineJudge(worn(10, 60))(value, False, at(0)) is None


def course(judge, *parts):
    """Feed (seconds, value) parts, one value a minute; what was said last."""
    now, said = 0, []
    for seconds, value in parts:
        for _ in range(seconds // 60):
            said.append(judge(value, False, at(now)))
            now += 60
    return said


DAY = 86400


def test_a_baseline_is_quiet_while_it_learns():
    assert set(course(BaselineJudge(worn(10, DAY)), (DAY // 2, 5.0), (DAY // 2, 50.0))) == {None}


def test_a_lasting_step_beyond_the_percentage_is_true_and_becomes_usual_in_the_end():
    said = course(BaselineJudge(worn(20, DAY)), (2 * DAY, 10.0), (4 * 3600, 14.0), (6 * DAY, 14.0))
    began = 2 * DAY // 60
    assert True not in said[:began]
    assert said[began + 4 * 60 - 1] is True
    assert said[-1] is False


@pytest.mark.parametrize(("direction", "true"), [(Direction.UP, False), (Direction.DOWN, True), (Direction.BOTH, True)])
def test_only_the_direction_that_is_asked_for_counts(direction, true):
    said = course(BaselineJudge(worn(20, DAY, direction)), (2 * DAY, 10.0), (4 * 3600, 7.0))
    assert said[-1] is true


def test_a_short_peak_is_no_degradation():
    assert True not in course(BaselineJudge(worn(20, DAY)), (2 * DAY, 10.0), (120, 14.0), (3600, 10.0))
