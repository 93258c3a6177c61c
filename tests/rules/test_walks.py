"""A walk test ticks each of its devices once, by the first live value after the start."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.domain.devices.walks import Tick, WalkId, WalkTest
from heyzack_console.rules.walks import ticked_by
from tests.support.building import CLIMATE, DEVICES, T0, THERMOSTAT, VALVE, at, reading

WALK = WalkTest(WalkId("0" * 32), "Ground", (THERMOSTAT.id, CLIMATE.id), T0, "Ines")


def test_the_first_fresh_value_ticks_the_device_and_the_next_does_not():
    once = ticked_by(WALK, reading(THERMOSTAT, "temp_set", 21.5, 3, path=Path.CLOUD))
    assert once.ticks == (Tick(THERMOSTAT.id, at(3), "temp_set", "21.5 °C", Path.CLOUD),)
    assert ticked_by(once, reading(THERMOSTAT, "mode", "auto", 9)) is once


def test_what_is_old_remembered_or_of_another_device_ticks_nothing():
    for earned in (
        reading(THERMOSTAT, "mode", "auto", 0),
        reading(THERMOSTAT, "mode", "auto", -5),
        reading(THERMOSTAT, "mode", "auto", 5, Quality.CACHED),
        reading(THERMOSTAT, "mode", "auto", 5, Quality.ASSUMED),
        reading(VALVE, "switch_1", True, 5),
    ):
        assert ticked_by(WALK, earned) is WALK
    over = replace(WALK, finished_at=T0 + timedelta(hours=1))
    assert ticked_by(over, reading(THERMOSTAT, "mode", "auto", 5)) is over


@given(st.lists(st.tuples(st.sampled_from(DEVICES), st.integers(-50, 50), st.sampled_from(Quality)), max_size=30))
def test_no_device_is_ticked_twice_or_from_before_the_start(told):
    walk = WALK
    for device, second, quality in told:
        walk = ticked_by(walk, reading(device, "x", 1, second, quality))
    assert len(walk.ticks) == len(walk.ticked)
    assert walk.ticked <= set(walk.devices)
    assert all(tick.at > walk.started_at for tick in walk.ticks)
