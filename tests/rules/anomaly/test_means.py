"""Five-minute means of reports on change."""

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.rules.anomaly.means import FiveMinuteMeans, Mean

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def fed(*reports: tuple[float, float], means: FiveMinuteMeans | None = None) -> list[Mean]:
    """All steps ended by reports of (minute, value)."""
    means = means or FiveMinuteMeans()
    return [ended for minute, value in reports for ended in means.add(value, at(minute))]


def test_each_value_weighs_as_long_as_it_stood():
    assert fed((0, 10.0), (1, 20.0), (5, 0.0)) == [Mean(NOON, 18.0)]


def test_a_step_begins_at_a_full_five_minutes_even_when_the_first_report_comes_later():
    assert fed((3, 10.0), (5, 0.0)) == [Mean(NOON, 10.0)]


def test_a_value_stands_through_steps_without_a_report():
    assert fed((0, 10.0), (16, 20.0)) == [Mean(at(0), 10.0), Mean(at(5), 10.0), Mean(at(10), 10.0)]


def test_after_half_an_hour_without_news_the_steps_pause():
    ended = fed((0, 10.0), (24 * 60, 20.0), (24 * 60 + 5, 20.0))
    assert [one.at for one in ended] == [*(at(5 * step) for step in range(6)), at(24 * 60)]
    assert ended[-1] == Mean(at(24 * 60), 20.0, after_pause=True)
    assert not any(one.after_pause for one in ended[:-1])


def test_a_connected_device_vouches_for_its_value():
    means = FiveMinuteMeans()
    ended = fed((0, 10.0), means=means)
    for minute in range(1, 121):
        ended += means.vouch(at(minute))
    assert ended == [Mean(at(5 * step), 10.0) for step in range(24)]


def test_vouching_for_nothing_ends_nothing():
    means = FiveMinuteMeans()
    assert [*means.vouch(at(0)), *means.vouch(at(60))] == []


def test_a_report_of_the_same_time_replaces_the_one_before():
    assert fed((0, 10.0), (0, 30.0), (5, 0.0)) == [Mean(NOON, 30.0)]


def test_a_late_report_is_dropped():
    assert fed((0, 10.0), (4, 10.0), (2, 99.0), (5, 0.0)) == [Mean(NOON, 10.0)]


def test_a_clock_that_was_set_right_goes_on_from_there():
    ended = fed((0, 10.0), (60 * 24 * 365, 10.0), (10, 30.0), (15, 30.0))
    assert ended[-1] == Mean(at(10), 30.0, after_pause=True)


@pytest.mark.parametrize("unknown", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_no_number_is_not_known_until_the_next(unknown: float):
    assert fed((0, 10.0), (2, unknown), (4, 30.0), (5, 0.0)) == [Mean(NOON, pytest.approx(50.0 / 3.0))]


def test_a_step_of_which_nothing_is_known_is_missing():
    assert [one.at for one in fed((0, 10.0), (5, math.nan), (10, 30.0), (15, 0.0))] == [at(0), at(10)]


REPORTS = st.lists(st.tuples(st.integers(-10, 90), st.floats(-100.0, 100.0) | st.just(math.nan)), max_size=40)


def walked(steps: list[tuple[int, float]]) -> list[tuple[float, float]]:
    minute, reports = 0.0, []
    for step, value in steps:
        minute += step
        reports.append((minute, value))
    return reports


@settings(max_examples=100, deadline=None)
@given(REPORTS, st.integers(0, 40))
def test_means_restored_from_their_state_go_on_as_if_never_stopped(steps, cut):
    reports = walked(steps)
    means = FiveMinuteMeans()
    before = fed(*reports[:cut], means=means)
    assert before + fed(*reports[cut:], means=FiveMinuteMeans(means.state())) == fed(*reports)


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_every_mean_lies_within_the_values_reported(steps):
    reports = walked(steps)
    known = [value for _, value in reports if math.isfinite(value)]
    for one in fed(*reports):
        assert min(known) - 1e-9 <= one.value <= max(known) + 1e-9
        assert one.at.minute % 5 == 0
