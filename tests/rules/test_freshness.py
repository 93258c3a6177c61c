"""Which of two values stands, and what may be called live."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.rules.freshness import assumption_ended, believed, plausible, quality_over, settled, stands
from tests.support.building import CLIMATE, at, reading

CODE = "va_temperature"
AN_HOUR = timedelta(hours=1)


def some(value: float = 20.0, seconds: float = 0, quality: Quality = Quality.LIVE, path: Path = Path.LAN) -> Reading:
    return reading(CLIMATE, CODE, value, seconds, quality, path)


READINGS = st.builds(
    some,
    value=st.sampled_from([20.0, 21.0]),
    seconds=st.integers(0, 5),
    quality=st.sampled_from([Quality.LIVE, Quality.CACHED, Quality.ASSUMED]),
    path=st.sampled_from(list(Path)),
)


def test_the_first_value_stands():
    assert stands(None, some())


def test_an_older_value_never_replaces_a_newer_one():
    assert not stands(some(seconds=5), some(seconds=4))


def test_at_equal_age_the_lan_beats_the_cloud():
    assert stands(some(path=Path.CLOUD), some(path=Path.LAN))
    assert not stands(some(path=Path.LAN), some(path=Path.CLOUD))


def test_at_equal_age_what_was_heard_beats_what_was_remembered():
    assert stands(some(quality=Quality.CACHED), some(path=Path.CLOUD))
    assert not stands(some(path=Path.CLOUD), some(quality=Quality.CACHED))


def test_a_live_value_confirms_an_equal_assumption_even_if_the_device_clock_is_behind():
    assumed = some(21.0, seconds=100, quality=Quality.ASSUMED)
    assert stands(assumed, some(21.0, seconds=1))
    assert not stands(assumed, some(20.0, seconds=1))


@hypothesis_settings(max_examples=100)
@given(st.lists(READINGS, min_size=1, max_size=8))
def test_whatever_the_order_of_arrival_nothing_but_a_confirmation_makes_the_twin_older(heard):
    held = None
    for each in heard:
        if not stands(held, each):
            continue
        confirms = held is not None and held.quality is Quality.ASSUMED and held.value == each.value
        assert held is None or each.at >= held.at or confirms
        held = each
    assert held is not None


@hypothesis_settings(max_examples=100)
@given(READINGS, READINGS)
def test_two_values_cannot_each_refuse_the_other(one, other):
    assert stands(one, other) or stands(other, one)


def test_a_value_from_the_future_is_dated_now_and_says_so():
    found = plausible(some(seconds=3600), at(0))
    assert (found.at, found.note) == (at(0), "device clock ahead")


def test_a_held_value_from_the_future_is_believed_no_more_and_gives_way():
    held = some(seconds=4000)
    assert believed(held, at(0)) is None
    assert settled(believed(held, at(0)), some(21.0)) == some(21.0)
    assert believed(held, at(3995)) is held
    assert believed(None, at(0)) is None


def test_a_clock_a_few_seconds_ahead_is_believed():
    assert plausible(some(seconds=5), at(0)) == some(seconds=5)


@pytest.mark.parametrize(
    ("path", "seconds", "quality"),
    [
        (PathState.CONNECTED, 86_400, Quality.LIVE),
        (PathState.CONNECTING, 86_400, Quality.LIVE),
        (PathState.ASLEEP, 3_600, Quality.LIVE),
        (PathState.ASLEEP, 3_601, Quality.CACHED),
        (PathState.UNREACHABLE, 0, Quality.CACHED),
        (PathState.RELEASED, 0, Quality.CACHED),
    ],
)
def test_a_value_stays_live_as_long_as_its_path_would_tell_of_a_change(path, seconds, quality):
    assert quality_over([path], some(), at(seconds), AN_HOUR) is quality


def test_a_remembered_value_does_not_become_live_by_a_path_alone():
    assert quality_over([PathState.CONNECTED], some(quality=Quality.CACHED), at(0), AN_HOUR) is Quality.CACHED


def test_an_assumption_ends_when_its_time_is_up():
    assumed = some(quality=Quality.ASSUMED)
    assert not assumption_ended(assumed, at(9), timedelta(seconds=10))
    assert assumption_ended(assumed, at(10), timedelta(seconds=10))
    assert not assumption_ended(some(), at(99), timedelta(seconds=10))


def test_an_assumption_from_before_the_clock_was_set_back_ends_at_once():
    assumed = some(seconds=4000, quality=Quality.ASSUMED)
    assert assumption_ended(assumed, at(0), timedelta(seconds=10))
    assert not assumption_ended(assumed, at(3995), timedelta(seconds=10))


STATES = st.lists(st.sampled_from(list(PathState)), max_size=3)


@hypothesis_settings(max_examples=200)
@given(STATES, STATES, READINGS, st.integers(0, 7200))
def test_one_more_path_never_takes_the_life_of_a_value(some_roads, more, held, seconds):
    alone = quality_over(some_roads, held, at(seconds), AN_HOUR)
    together = quality_over([*some_roads, *more], held, at(seconds), AN_HOUR)
    assert together is alone or (alone, together) == (Quality.CACHED, Quality.LIVE)


@hypothesis_settings(max_examples=200)
@given(st.lists(READINGS, min_size=1, max_size=8))
def test_what_stands_never_grows_older_and_only_a_newer_value_changes_it(heard):
    held = None
    for each in (one for one in heard if one.quality is not Quality.ASSUMED):
        stood = settled(held, each)
        if stood is None:
            continue
        assert held is None or stood.at >= held.at
        assert held is None or stood.value == held.value or each.at >= held.at
        held = stood


@hypothesis_settings(max_examples=200)
@given(st.permutations([some(20.0, 1), some(21.0, 3), some(22.0, 2, path=Path.CLOUD), some(23.0, 4, path=Path.CLOUD)]))
def test_the_same_values_of_two_paths_end_alike_in_whatever_order_they_arrive(heard):
    held = None
    for each in heard:
        held = settled(held, each) or held
    assert held == some(23.0, 4, path=Path.CLOUD)


def test_an_equal_live_value_that_is_dated_earlier_revives_a_remembered_one_without_making_it_older():
    held = some(21.0, seconds=5, quality=Quality.CACHED)
    stood = settled(held, some(21.0, seconds=4, path=Path.CLOUD))
    assert (stood.at, stood.quality, stood.path) == (at(5), Quality.LIVE, Path.CLOUD)
    assert settled(held, some(20.0, seconds=4, path=Path.CLOUD)) is None
    assert settled(held, some(21.0, seconds=4, quality=Quality.CACHED)) is None


def test_the_earlier_of_two_live_values_changes_nothing_even_if_it_is_equal():
    assert settled(some(21.0, seconds=5), some(21.0, seconds=4, path=Path.CLOUD)) is None
