"""What the detector calls abnormal in small series whose faults are known, and that nothing upsets it."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.rules.anomaly.detector import Detector, DetectorState, Judgement
from heyzack_console.rules.anomaly.explanation import Sign
from heyzack_console.rules.anomaly.sensitivity import QUIET, STANDARD
from tests.rules.anomaly.rows import DAY, MONDAY, STEP, alerts, judged, noise, times, warm_days

FAULT = 15 * DAY + 100
SIX_HOURS = 72


def after_fault(judgements: Sequence[Judgement], within: int = SIX_HOURS) -> list[int]:
    return [row for row in alerts(judgements) if FAULT <= row < FAULT + within]


def signs_after_fault(judgements: Sequence[Judgement]) -> set[Sign]:
    return {judgements[row].sign for row in after_fault(judgements, within=2 * DAY)}


def run(detector: Detector, values: Sequence[float], at: Sequence[datetime]) -> list[Judgement]:
    return [detector.take(value, moment) for value, moment in zip(values, at, strict=True)]


@pytest.mark.parametrize("preset", [STANDARD, QUIET], ids=["standard", "quiet"])
def test_a_spike_alerts_in_the_row_in_which_it_happens(preset):
    values = warm_days(17, seed=1)
    values[FAULT] += 6.0
    assert after_fault(judged(values, preset))[0] == FAULT


@pytest.mark.parametrize("preset", [STANDARD, QUIET], ids=["standard", "quiet"])
def test_a_level_that_shifts_alerts_within_the_hour(preset):
    values = warm_days(17, seed=1)
    values[FAULT:] = [value + 3.0 for value in values[FAULT:]]
    assert FAULT <= after_fault(judged(values, preset))[0] < FAULT + 12


def test_a_day_that_stays_at_its_night_value_is_unlike_its_hours():
    values = warm_days(17, seed=1)
    morning, evening = 15 * DAY + 120, 16 * DAY
    values[morning:evening] = noise(evening - morning, seed=7, level=19.0)
    assert Sign.SEASON in signs_after_fault(judged(values))


def test_a_value_that_stops_moving_is_called_still_once():
    values = warm_days(20, seed=1)
    values[FAULT:] = [values[FAULT]] * (len(values) - FAULT)
    judgements = judged(values)
    assert [judgements[row].sign for row in alerts(judgements)].count(Sign.STILL) == 1
    assert judgements[-1].abnormal


def test_a_new_rest_of_the_same_series_is_told_anew():
    values = warm_days(20, seed=1)
    still = 2 * DAY
    values[10 * DAY : 10 * DAY + still] = [values[10 * DAY]] * still
    values += [values[-1]] * (8 * DAY)
    judgements = judged(values)
    assert [judgements[row].sign for row in alerts(judgements)].count(Sign.STILL) == 2


def test_plain_noise_alerts_at_most_three_times_a_week_and_once_where_quiet():
    weeks = 3
    series = [noise(7 * DAY * weeks, seed) for seed in range(4)]
    standard = [len(alerts(judged(values))) / weeks for values in series]
    quiet = [len(alerts(judged(values, QUIET))) / weeks for values in series]
    assert sum(standard) / len(standard) <= 3.0
    assert sum(quiet) / len(quiet) <= 1.0


def test_days_that_are_alike_stay_quiet_in_the_quiet_preset():
    assert alerts(judged(warm_days(21, seed=2), QUIET)) == []


def test_nothing_is_judged_in_the_first_eighteen_hours():
    values = noise(300)
    values[100] += 50.0
    judgements = judged(values)
    assert [row for row, one in enumerate(judgements) if one.learning] == list(range(216))
    assert all(one.score == 0.0 and not one.abnormal for one in judgements[:216])


def test_a_constant_series_never_alerts():
    assert all(one.score == 0.0 for one in judged([42.0] * 2_000))


def test_the_first_movement_of_a_constant_series_alerts_once():
    assert alerts(judged([42.0] * 1_000 + [43.0] * 500)) == [1_000]


def test_no_second_alert_follows_within_the_rest():
    values = noise(3_000, seed=3)
    values[1_000:] = noise(2_000, seed=4, spread=40.0)
    rows = alerts(judged(values))
    assert len(rows) > 3
    assert all(second - first > max(30, 0.03 * first) for first, second in pairwise(rows))


def test_each_alert_makes_the_next_harder():
    values = noise(4_000, seed=3)
    values[2_000] += 3.0
    values[2_300] += 3.0
    first, second = judged(values)[2_000], judged(values)[2_300]
    assert first.alert
    assert second.score < first.score


def test_scaling_and_shifting_a_series_changes_no_alert():
    values = warm_days(16, seed=3)
    values[FAULT] += 6.0
    assert alerts(judged([3.7 * value + 11.0 for value in values])) == alerts(judged(values))


HARD = st.one_of(
    st.floats(-50.0, 50.0),
    st.sampled_from([math.nan, math.inf, -math.inf, 1e300, -1e300, 1.7e308, 5e-324, 0.0]),
)
HARD_ROWS = st.lists(st.tuples(HARD, st.integers(-3, 5)), min_size=1, max_size=120)


def moments(steps: Sequence[int]) -> list[datetime]:
    at, found = MONDAY + 400 * STEP, []
    for step in steps:
        at += step * timedelta(minutes=3)
        found.append(at)
    return found


@settings(max_examples=60, deadline=None)
@given(HARD_ROWS, st.integers(0, 120))
def test_a_row_is_judged_alike_whatever_follows_it(rows, cut):
    values = noise(400) + [value for value, _ in rows]
    at = times(400) + moments([step for _, step in rows])
    whole = run(Detector(), values, at)
    assert run(Detector(), values[: 400 + cut], at[: 400 + cut]) == whole[: 400 + cut]
    assert all(0.0 <= one.score < 1.0 for one in whole)


@settings(max_examples=40, deadline=None)
@given(HARD_ROWS, st.integers(1, 119))
def test_a_detector_restored_from_its_state_goes_on_as_if_never_stopped(rows, cut):
    values = noise(400) + [value for value, _ in rows]
    at = times(400) + moments([step for _, step in rows])
    stop = min(400 + cut, len(values))
    first = Detector()
    before = run(first, values[:stop], at[:stop])
    written = msgspec.json.encode(first.state())
    second = Detector(kept=msgspec.json.decode(written, type=DetectorState))
    assert before + run(second, values[stop:], at[stop:]) == run(Detector(), values, at)
    again = Detector(kept=first.state())
    assert again.state() == first.state()


def test_a_state_outlives_a_memory_that_has_wrapped_round():
    values = noise(7_000, seed=5)
    at = times(7_000)
    first = Detector()
    run(first, values[:6_000], at[:6_000])
    kept = first.state()
    assert run(Detector(kept=kept), values[6_000:], at[6_000:]) == run(first, values[6_000:], at[6_000:])
    assert len(msgspec.msgpack.encode(kept)) < 80_000


def test_a_value_that_is_no_number_counts_as_the_one_before():
    values = noise(600)
    values[500] = values[499]
    with_hole = [*values[:500], math.nan, *values[501:]]
    assert judged(with_hole) == judged(values)


def test_rows_before_the_first_number_are_not_taken():
    values = noise(400)
    at = times(410)
    late = run(Detector(), [math.nan] * 10 + values, at)
    assert late[10:] == run(Detector(), values, at[10:])
    assert all(one.learning for one in late[:10])


def test_times_that_stand_still_or_go_back_change_no_shape():
    values = noise(1_000, seed=2)
    backward = [MONDAY - row * STEP for row in range(1_000)]
    stopped = [MONDAY] * 1_000
    assert (
        alerts(run(Detector(), values, backward)) == alerts(run(Detector(), values, stopped)) == alerts(judged(values))
    )


def test_after_a_pause_no_shape_is_made_of_both_sides():
    values = noise(1_000, seed=2)
    values[600:] = noise(400, seed=3, level=25.0)
    detector, at = Detector(), times(1_000)
    run(detector, values[:600], at[:600])
    detector.pause()
    after = [detector.take(values[row], at[row]) for row in range(600, 604)]
    assert [one.alert for one in after] == [False, False, False, True]
    nearest = detector.explanation(after[3], at[603]).nearest
    assert nearest is not None
    assert nearest.now == tuple(values[600:604])


def test_what_was_strange_before_a_pause_is_not_strange_after_it():
    values = noise(1_000, seed=2)
    values[598:600] = [40.0, 50.0]
    detector, at = Detector(), times(1_000)
    assert run(detector, values[:600], at[:600])[-1].abnormal
    detector.pause()
    assert not any(one.abnormal for one in run(detector, values[600:610], at[600:610]))


def test_a_pause_outlives_a_restart():
    values = noise(1_000, seed=2)
    first = Detector()
    run(first, values[:600], times(600))
    first.pause()
    second = Detector(kept=first.state())
    assert run(second, values[600:], times(1_000)[600:]) == run(first, values[600:], times(1_000)[600:])
