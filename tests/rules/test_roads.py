"""Which path is in use, and when LAN and cloud contradict one another."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.rules.roads import Contradiction, as_set_up, hopeless, road_of, told, ways_to
from tests.support.building import THERMOSTAT, at, reading

THERE, LOST = PathState.CONNECTED, PathState.UNREACHABLE
HOLD = timedelta(seconds=20)
WARMTH = THERMOSTAT.point("temp_set")


def path(which: Path, state: PathState = THERE, since: float = 0) -> PathHealth:
    return PathHealth(which, state, at(since))


PATHS = st.lists(
    st.builds(path, st.sampled_from(list(Path)), st.sampled_from(list(PathState)), st.integers(0, 60)),
    max_size=3,
    unique_by=lambda one: one.path,
)


@hypothesis_settings(max_examples=200)
@given(PATHS, st.sampled_from([None, *Path]), st.integers(60, 120))
def test_the_road_is_always_connected_and_there_is_one_as_long_as_any_path_is(paths, used, now):
    road = road_of(paths, used, at(now), HOLD)
    there = {p.path for p in paths if p.state is THERE}
    assert road in there if there else road is None


@hypothesis_settings(max_examples=200)
@given(PATHS, st.sampled_from([None, *Path]), st.integers(60, 120))
def test_deciding_again_at_the_same_moment_changes_nothing(paths, used, now):
    road = road_of(paths, used, at(now), HOLD)
    assert road_of(paths, road, at(now), HOLD) is road


def test_it_falls_over_at_once_and_back_only_when_the_lan_has_held():
    cloud = path(Path.CLOUD)
    assert road_of([path(Path.LAN, LOST), cloud], Path.LAN, at(0), HOLD) is Path.CLOUD
    back = [path(Path.LAN, since=100), cloud]
    assert road_of(back, Path.CLOUD, at(119), HOLD) is Path.CLOUD
    assert road_of(back, Path.CLOUD, at(120), HOLD) is Path.LAN


def test_a_lan_that_has_not_held_yet_is_used_all_the_same_when_the_cloud_is_lost():
    paths = [path(Path.LAN, since=100), path(Path.CLOUD, LOST)]
    assert road_of(paths, Path.CLOUD, at(101), HOLD) is Path.LAN


def test_a_lan_path_without_an_address_is_not_set_up_where_the_cloud_leads_there():
    lan = replace(path(Path.LAN, LOST), sought=True)
    for cloud in (THERE, LOST, PathState.CONNECTING):
        near, _ = as_set_up([path(Path.CLOUD, cloud), lan])
        assert (near.path, near.state) == (Path.LAN, PathState.UNCONFIGURED)


def test_a_device_without_an_address_is_lost_where_no_cloud_leads_to_it():
    lan = replace(path(Path.LAN, LOST), sought=True)
    assert as_set_up([lan]) == (lan,)
    assert as_set_up([lan, path(Path.CLOUD, PathState.UNCONFIGURED)])[0] == lan


def test_a_lan_path_with_an_address_stays_lost_beside_the_cloud():
    lan = path(Path.LAN, LOST)
    assert as_set_up([path(Path.CLOUD), lan])[0] == lan


def test_an_order_tries_the_road_in_use_first_and_leaves_out_what_is_closed():
    paths = path(Path.LAN), path(Path.CLOUD)
    assert ways_to(DeviceHealth(THERMOSTAT.id, paths, Path.CLOUD), ()) == (Path.CLOUD, Path.LAN)
    assert ways_to(DeviceHealth(THERMOSTAT.id, paths, Path.LAN), ()) == (Path.LAN, Path.CLOUD)
    assert ways_to(DeviceHealth(THERMOSTAT.id, paths, Path.LAN), {Path.LAN}) == (Path.CLOUD,)


@pytest.mark.parametrize(
    ("cause", "code", "never"),
    [
        (CloudCause.INPUT, 1109, True),
        (CloudCause.DEVICE, 2008, True),
        (CloudCause.DEVICE, 2001, False),
        (CloudCause.TRANSPORT, 0, False),
        (CloudCause.QUOTA, 28841004, False),
    ],
)
def test_only_what_no_later_try_can_change_is_hopeless(cause, code, never):
    assert hopeless(CloudError("refused", cause, code)) is never


def lan(value: float, seconds: float) -> tuple[Contradiction, float]:
    return reading(THERMOSTAT, "temp_set", value, seconds), seconds


def cloud(value: float, seconds: float) -> tuple[Contradiction, float]:
    return reading(THERMOSTAT, "temp_set", value, seconds, path=Path.CLOUD), seconds


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ([lan(20, 0), cloud(20, 1)], None),
        ([lan(20, 0), cloud(21, 1)], 1),
        ([cloud(21, 0), lan(20, 1)], None),
        ([lan(20, 0), cloud(21, 1), cloud(21, 50)], 1),
        ([lan(20, 0), cloud(21, 1), lan(20, 50)], 1),
        ([lan(20, 0), cloud(21, 1), lan(21, 2)], None),
        ([lan(20, 0), cloud(21, 1), cloud(20, 2)], None),
        ([lan(20, 0), cloud(20.2, 1)], None),
    ],
    ids=[
        "both say the same",
        "the cloud says something else",
        "the cloud has not had its say",
        "it says so again",
        "the LAN repeats itself",
        "the LAN changes",
        "the cloud follows",
        "less than half a step",
    ],
)
def test_they_contradict_one_another_from_the_cloud_s_word_after_the_lan_s_last_change(words, since):
    said = Contradiction()
    for heard, seconds in words:
        said = told(said, heard, at(seconds), WARMTH)
    assert said.since == (at(since) if since is not None else None)
