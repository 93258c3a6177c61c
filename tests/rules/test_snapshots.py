"""Which values belong into a snapshot, and what differs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.devices.snapshots import SetPoint
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.snapshots import checked_name, differences, set_points
from tests.support.building import SMOKE, T0, THERMOSTAT, VALVE, reading

DEVICES = {device.id: device for device in (THERMOSTAT, VALVE, SMOKE)}
HEARD = {
    (THERMOSTAT.id, "temp_set"): reading(THERMOSTAT, "temp_set", 21.5),
    (THERMOSTAT.id, "temp_current"): reading(THERMOSTAT, "temp_current", 20.0),
    (THERMOSTAT.id, "mode"): reading(THERMOSTAT, "mode", "auto", quality=Quality.CACHED),
    (VALVE.id, "switch_1"): reading(VALVE, "switch_1", True),
}


def heard(device, code):
    return HEARD.get((device, code))


TAKEN = set_points(DEVICES.values(), heard)


def test_only_what_can_be_set_and_was_heard_is_taken_with_age_and_quality():
    assert [(point.code, point.value, point.quality) for point in TAKEN] == [
        ("temp_set", 21.5, Quality.LIVE),
        ("mode", "auto", Quality.CACHED),
        ("switch_1", True, Quality.LIVE),
    ]
    assert {point.at for point in TAKEN} == {T0}


def test_a_snapshot_does_not_differ_from_itself():
    assert differences(TAKEN, TAKEN, DEVICES) == ()


def test_what_stands_otherwise_or_is_not_known_any_more_differs():
    now = (replace(TAKEN[0], value=19.0), TAKEN[2])
    found = differences(TAKEN, now, DEVICES)
    assert [(one.code, one.then.value, one.now and one.now.value) for one in found] == [
        ("temp_set", 21.5, 19.0),
        ("mode", "auto", None),
    ]


def test_a_device_that_is_gone_is_left_out():
    assert [one.device for one in differences(TAKEN, (), {VALVE.id: VALVE})] == [VALVE.id]


@given(st.integers(10, 60))
def test_a_number_differs_from_half_a_step_on(halves):
    value = halves / 2
    (found,) = (one for one in TAKEN if one.code == "temp_set")
    differs = bool(differences((found,), (replace(found, value=value),), DEVICES))
    assert differs == (abs(value - 21.5) > 0.25)


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_is_needed(name):
    with pytest.raises(InvalidInput, match="needs a name"):
        checked_name(name)


def test_a_name_is_kept_tidy():
    assert checked_name("  before   winter ") == "before winter"
    assert isinstance(TAKEN[0], SetPoint)
